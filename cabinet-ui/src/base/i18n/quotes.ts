import type { Locale } from './locale'

const INNER: Record<Locale, readonly (readonly [string, string])[]> = {
  ru: [
    ['«', '„'],
    ['»', '“'],
  ],
  en: [
    ['“', '‘'],
    ['”', '’'],
  ],
}

/** What stands within quotation marks: its own become the inner ones, «Кофейня „Пенка“». */
export function insideQuotes(text: string, locale: Locale): string {
  return INNER[locale].reduce((said, [outer, inner]) => said.replaceAll(outer, inner), text)
}

/** Whether quotation marks are open at this place of a text. */
export function isQuoted(text: string, at: number, locale: Locale): boolean {
  const [[open], [close]] = INNER[locale] as [readonly [string, string], readonly [string, string]]
  const before = text.slice(0, at)
  return before.lastIndexOf(open) > before.lastIndexOf(close)
}
