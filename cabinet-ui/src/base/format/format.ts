import type { Locale } from '../i18n/locale'

const NBSP = '\u00a0'
const MINUS = '\u2212'

const integers: Record<Locale, Intl.NumberFormat> = {
  ru: new Intl.NumberFormat('ru', { maximumFractionDigits: 0 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 0 }),
}
const decimals: Record<Locale, Intl.NumberFormat> = {
  ru: new Intl.NumberFormat('ru', { maximumFractionDigits: 2 }),
  en: new Intl.NumberFormat('en', { maximumFractionDigits: 2 }),
}

export function formatNumber(value: number, locale: Locale): string {
  return decimals[locale].format(value).replace('-', MINUS)
}

export function formatPercent(value: number, locale: Locale): string {
  return locale === 'ru' ? `${formatNumber(value, locale)}${NBSP}%` : `${formatNumber(value, locale)}%`
}

/** Minor units to a decimal; the fraction is left out when it is zero: 34500 → "345", 34550 → "345,50". */
function formatMinor(minor: number, locale: Locale): string {
  return `${minor < 0 ? MINUS : ''}${integers[locale].format(Math.trunc(Math.abs(minor) / 100))}${fraction(minor, locale)}`
}

function fraction(minor: number, locale: Locale): string {
  const rest = Math.abs(minor) % 100
  return rest === 0 ? '' : `${locale === 'ru' ? ',' : '.'}${String(rest).padStart(2, '0')}`
}

/** Kopecks as money: 123450 → "1 234,50 ₽". */
export function formatMoney(minor: number, locale: Locale): string {
  return `${formatMinor(minor, locale)}${NBSP}₽`
}

export function formatBonus(minor: number, locale: Locale): string {
  return formatMinor(minor, locale)
}

/** With a plus sign, for statements: "+345", "−20,50". */
export function formatSignedBonus(minor: number, locale: Locale): string {
  return minor > 0 ? `+${formatMinor(minor, locale)}` : formatMinor(minor, locale)
}

/** What a person typed ("1 234,5", "1234.50") to minor units; undefined when it is no amount. */
export function parseMinor(text: string): number | undefined {
  const clean = text.replace(/[\s\u00a0\u202f₽]/g, '').replace(',', '.')
  const match = /^(\d{1,10})(?:\.(\d{0,2}))?$/.exec(clean)
  if (!match) return undefined
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'))
}

/** The inverse of parseMinor, for filling an input: no group separators. */
export function minorToInput(minor: number, locale: Locale): string {
  return `${Math.trunc(minor / 100)}${fraction(minor, locale)}`
}

type DateStyle = 'date' | 'dateTime' | 'time' | 'dayMonth' | 'dayMonthLong' | 'dateLong' | 'weekday'

const styles: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  date: { day: '2-digit', month: '2-digit', year: 'numeric' },
  dateTime: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  time: { hour: '2-digit', minute: '2-digit' },
  dayMonth: { day: 'numeric', month: 'short' },
  dayMonthLong: { day: 'numeric', month: 'long' },
  dateLong: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** An instant (or a plain date, "2026-11-21", which no zone may move) for people. */
export function formatDate(value: string | Date, style: DateStyle, locale: Locale, zone?: string): string {
  const plain = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value)
  const timeZone = plain ? 'UTC' : zone
  const key = `${locale}|${style}|${timeZone ?? ''}`
  let formatter = formatters.get(key)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(locale === 'ru' ? 'ru-RU' : 'en-GB', { ...styles[style], timeZone })
    formatters.set(key, formatter)
  }
  return formatter.format(typeof value === 'string' ? new Date(value) : value)
}

export function isThisYear(value: string | Date, now: Date): boolean {
  return new Date(value).getFullYear() === now.getFullYear()
}

/** "+79123456789" → "+7 912 345-67-89"; other numbers stay as they are. */
export function formatPhone(phone: string): string {
  const match = /^\+7(\d{3})(\d{3})(\d{2})(\d{2})$/.exec(phone)
  return match ? `+7${NBSP}${match[1]}${NBSP}${match[2]}-${match[3]}-${match[4]}` : phone
}
