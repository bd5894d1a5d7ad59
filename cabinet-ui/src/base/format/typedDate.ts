import type { Locale } from '../i18n/locale'

const WRITTEN = /^(\d{1,2})[./\s-]+(\d{1,2})[./\s-]+(\d{4}|\d{2})$/
const BARE = /^(\d{2})(\d{2})(\d{4})$/
const ISO = /^(\d{4})-(\d{2})-(\d{2})$/

/** A day as people type it, the day before the month, as "2026-12-03"; '' for nothing, undefined for no date. */
export function readDate(typed: string): string | undefined {
  const text = typed.trim()
  if (!text) return ''
  const iso = ISO.exec(text)
  if (iso) return day(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const found = WRITTEN.exec(text) ?? BARE.exec(text)
  if (!found) return undefined
  const [, d, m, y = ''] = found
  return day(y.length === 2 ? century(Number(y)) : Number(y), Number(m), Number(d))
}

/** "2026-12-03" as it is typed in this language. */
export function writeDate(iso: string, locale: Locale): string {
  const [, y, m, d] = ISO.exec(iso) ?? []
  return y ? [d, m, y].join(locale === 'ru' ? '.' : '/') : ''
}

/** Nobody's birthday is so far ahead: "85" was born in 1985, "26" ends in 2026. */
const century = (two: number) => (two > 60 ? 1900 + two : 2000 + two)

function day(y: number, m: number, d: number): string | undefined {
  const date = new Date(Date.UTC(y, m - 1, d))
  const same = date.getUTCFullYear() === y && date.getUTCMonth() === m - 1 && date.getUTCDate() === d
  return y >= 1900 && same ? date.toISOString().slice(0, 10) : undefined
}
