import { useMemo } from 'react'
import { type Locale, useLocale } from './locale'
import { insideQuotes, isQuoted } from './quotes'

/** Forms by CLDR category; Russian needs one/few/many, English one/other. */
export type Plural = { one: string; few?: string; many?: string; other: string }
export type Text = string | Plural
/** Both languages stand beside each other, so that neither can be forgotten: the compiler refuses a missing one. */
export type Texts = Record<string, Record<Locale, Text>>
export type Params = Record<string, string | number>

const rules: Record<Locale, Intl.PluralRules> = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') }

/** Keeps the keys as literal types while checking the shape. */
export function defineTexts<const T extends Texts>(texts: T): T {
  return texts
}

export function translate(text: Record<Locale, Text>, locale: Locale, params: Params = {}): string {
  const value = text[locale]
  let template: string
  if (typeof value === 'string') {
    template = value
  } else {
    const category = rules[locale].select(Number(params.count ?? 0))
    template = (category in value ? value[category as keyof Plural] : undefined) ?? value.other
  }
  return template.replace(/\{(\w+)\}/g, (whole, name: string, at: number) => {
    const said = String(params[name] ?? whole)
    return isQuoted(template, at, locale) ? insideQuotes(said, locale) : said
  })
}

export type Translate<T extends Texts> = (key: keyof T & string, params?: Params) => string

/** `const t = useTexts(texts); t('key', { count: 3 })` */
export function useTexts<T extends Texts>(texts: T): Translate<T> {
  const locale = useLocale()
  return useMemo(() => (key, params) => translate(texts[key] as Record<Locale, Text>, locale, params), [texts, locale])
}

/** Picks the reader's language from the service's `{ru, en}`. */
export function useLocalText(): (text: Record<Locale, string> | null | undefined) => string {
  const locale = useLocale()
  return useMemo(() => (text) => (text ? text[locale] || text.ru || text.en : ''), [locale])
}
