import { useMemo } from 'react'
import { useLocale } from '../i18n/locale'

/** Short names of the weekdays, from Monday on. */
export function useFormatDays(): string[] {
  const locale = useLocale()
  return useMemo(() => {
    const day = new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' })
    return [1, 2, 3, 4, 5, 6, 7].map((n) => day.format(Date.UTC(2024, 0, n))) // it began on a Monday
  }, [locale])
}

/** The week in words: days of the same hours together, such as "Mo–Fr 09:00–21:00"; empty when nothing is said. */
export function useHoursText(hours: readonly string[]): string {
  return hoursText(hours, useFormatDays())
}

export function hoursText(hours: readonly string[], days: readonly string[]): string {
  const parts: string[] = []
  for (let first = 0; first < hours.length; ) {
    let last = first
    while (hours[last + 1] === hours[first]) last++
    if (hours[first]) {
      const range = first === last ? days[first] : `${days[first]}–${days[last]}`
      parts.push(`${range} ${hours[first]?.replace('-', '–')}`)
    }
    first = last + 1
  }
  return parts.join(', ')
}
