import type { Words } from '../../condition/words'
import { DAYS } from '../../rule/conditions/time'

/** The days of the week from Monday, by their short names. */
export function weekdays(words: Words): { value: string; label: string }[] {
  const format = new Intl.DateTimeFormat(words.locale, { weekday: 'short', timeZone: 'UTC' })
  return DAYS.map((value, index) => ({ value, label: format.format(new Date(Date.UTC(2024, 0, 1 + index))) }))
}
