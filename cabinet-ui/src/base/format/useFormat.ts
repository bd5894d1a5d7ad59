import { useMemo } from 'react'
import { useLocale } from '../i18n/locale'
import * as f from './format'

/** The formatters in the reader's language; instants are shown in `zone` (the shop's), else in the browser's. */
export function useFormat(zone?: string) {
  const locale = useLocale()
  return useMemo(
    () => ({
      number: (value: number) => f.formatNumber(value, locale),
      percent: (value: number) => f.formatPercent(value, locale),
      money: (minor: number) => f.formatMoney(minor, locale),
      bonus: (minor: number) => f.formatBonus(minor, locale),
      signedBonus: (minor: number) => f.formatSignedBonus(minor, locale),
      input: (minor: number) => f.minorToInput(minor, locale),
      date: (value: string | Date) => f.formatDate(value, 'date', locale, zone),
      dateLong: (value: string | Date) => f.formatDate(value, 'dateLong', locale, zone),
      dateTime: (value: string | Date) => f.formatDate(value, 'dateTime', locale, zone),
      time: (value: string | Date) => f.formatDate(value, 'time', locale, zone),
      dayMonth: (value: string | Date) => f.formatDate(value, 'dayMonth', locale, zone),
      /** "5 октября"; with the year when it is not this one. */
      dayMonthLong: (value: string | Date) =>
        f.formatDate(value, f.isThisYear(value, new Date()) ? 'dayMonthLong' : 'dateLong', locale, zone),
      weekday: (value: string | Date) => f.formatDate(value, 'weekday', locale, zone),
      phone: f.formatPhone,
    }),
    [locale, zone],
  )
}

export type Format = ReturnType<typeof useFormat>
