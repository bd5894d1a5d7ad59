import { useMemo } from 'react'
import { formatDate, formatMoney, formatNumber, formatPercent } from '@/base/format/format'
import { type Locale, useLocale } from '@/base/i18n/locale'
import { insideQuotes } from '@/base/i18n/quotes'
import { type Params, type Text, translate } from '@/base/i18n/texts'
import { texts as usualTexts } from './usualTexts'

/** `depth`: how far it lies under others, where things make a tree. */
export type Choice = { value: string; label: string; depth?: number }
/** The shop's own things by what they are: `tier`, `store`, `good`, `category`, … */
export type Choices = Record<string, Choice[]>

/** What a sentence and a form speak with: one language, and the shop's own names instead of ids. */
export type Words = {
  locale: Locale
  say: (text: Record<Locale, Text>, params?: Params) => string
  money: (minor: number) => string
  /** Hundredths of a percent. */
  percent: (basisPoints: number) => string
  number: (value: number) => string
  date: (day: string) => string
  /** "10th"; in Russian "10", to which the text adds its ending. */
  nth: (n: number) => string
  /** In the language's quotation marks. */
  quote: (name: string) => string
  /** "A, B or C"; long lists are cut. */
  or: (items: string[]) => string
  /** "A, B and C" */
  list: (items: string[]) => string
  choices: (of: string) => Choice[]
  /** What the shop calls it; what the shop does not have any more is told by what it was written as. */
  name: (of: string, value: string) => string
}

/** What programs to begin with call categories that the shop may not have yet. */
const usual: Partial<Record<string, Record<Locale, string>>> = usualTexts

const LONGEST = 5
const ordinals = new Intl.PluralRules('en', { type: 'ordinal' })
const ENDINGS: Record<Intl.LDMLPluralRule, string> = {
  zero: 'th',
  one: 'st',
  two: 'nd',
  few: 'rd',
  many: 'th',
  other: 'th',
}

export function makeWords(locale: Locale, choices: Choices): Words {
  const names = new Map(
    Object.entries(choices).map(([of, all]) => [of, new Map(all.map((one) => [one.value, one.label]))]),
  )
  const joined = (type: 'conjunction' | 'disjunction') => {
    const format = new Intl.ListFormat(locale, { type })
    return (items: string[]) => format.format(items.length > LONGEST ? [...items.slice(0, LONGEST), '…'] : items)
  }
  return {
    locale,
    say: (text, params) => translate(text, locale, params),
    money: (minor) => formatMoney(minor, locale),
    percent: (basisPoints) => formatPercent(basisPoints / 100, locale),
    number: (value) => formatNumber(value, locale),
    nth: (n) => (locale === 'ru' ? String(n) : `${n}${ENDINGS[ordinals.select(n)]}`),
    date: (day) => formatDate(day, 'date', locale),
    quote: (name) => (locale === 'ru' ? `«${insideQuotes(name, locale)}»` : `“${insideQuotes(name, locale)}”`),
    or: joined('disjunction'),
    list: joined('conjunction'),
    choices: (of) => choices[of] ?? [],
    name: (of, value) =>
      names.get(of)?.get(value) ?? (of === 'category' ? usual[`usual.${value}`]?.[locale] : undefined) ?? value,
  }
}

export function useWords(choices: Choices): Words {
  const locale = useLocale()
  return useMemo(() => makeWords(locale, choices), [locale, choices])
}
