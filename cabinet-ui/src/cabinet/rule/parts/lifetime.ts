import { formatDate } from '@/base/format/format'
import type { Words } from '../../condition/words'
import { texts } from './texts'

export type Lifetime =
  | { type: 'never' }
  | { type: 'days'; days: number; firstDayCounts?: boolean }
  | { type: 'throughDate'; date: string }
  | { type: 'throughYearly'; month: number; day: number }

/** A day of a year that has a 29 February. */
export const dayOfYear = (month: number, day: number) =>
  `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

/** "expire after 14 days"; empty where they never do. */
export function lifetimeSentence(life: Lifetime | undefined, words: Words): string {
  switch (life?.type) {
    case 'days':
      return words.say(texts.lifeSaysDays, { count: life.days })
    case 'throughDate':
      return words.say(texts.lifeSaysDate, { date: words.date(life.date) })
    case 'throughYearly':
      return words.say(texts.lifeSaysYearly, {
        date: formatDate(dayOfYear(life.month, life.day), 'dayMonthLong', words.locale),
      })
    default:
      return ''
  }
}
