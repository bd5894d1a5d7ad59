import type { Goods } from '../../condition/fields/goods'
import type { Window } from '../../condition/fields/PurchaseWindow'
import type { Words } from '../../condition/words'
import { DAYS, daysSentence } from '../../rule/conditions/time'
import type { Lifetime } from '../../rule/parts/lifetime'
import { texts } from './texts'

/** "150 bonuses", whole ones in the right form. */
export function bonuses(minor: number, words: Words): string {
  return words.say(texts.bonuses, { count: Math.trunc(minor / 100), amount: words.number(minor / 100) })
}

const list = (items: string[], words: Words) => new Intl.ListFormat(words.locale, { type: 'conjunction' }).format(items)

const quoted = (of: string, values: readonly string[] | undefined, words: Words) =>
  (values ?? []).map((value) => words.name(of, value))

/** What is chosen and what is not, by the shop's names; empty where there is no limit. */
export function goodsWords(goods: Goods | undefined, words: Words): { only: string; except: string } {
  const flags = goods?.withoutFlags ?? []
  const only = [...quoted('category', goods?.categories, words), ...quoted('good', goods?.skus, words)]
  const except = [
    ...quoted('category', goods?.excludedCategories, words),
    ...quoted('good', goods?.excludedSkus, words),
  ]
  if (flags.length > 0) except.push(words.say(texts.marked, { marks: flags.join(', ') }))
  return { only: list(only, words), except: list(except, words) }
}

const WINDOWS = {
  ALL: texts.windowAll,
  DAYS: texts.windowDays,
  MONTHS: texts.windowMonths,
  FULL_MONTHS: texts.windowFullMonths,
} as const

/** "in the last 6 months". */
export function windowWords(window: Window | undefined, words: Words): string {
  return words.say(WINDOWS[window?.unit ?? 'ALL'], { count: window?.n ?? 0 })
}

/** "expire after 365 days". */
export function lifeWords(life: Lifetime | undefined, words: Words): string {
  switch (life?.type) {
    case 'days':
      return words.say(life.firstDayCounts ? texts.lifeDaysFirst : texts.lifeDays, { count: life.days ?? 0 })
    case 'throughDate':
      return words.say(texts.lifeThrough, { date: words.date(life.date ?? '') })
    case 'throughYearly':
      return words.say(texts.lifeYearly, { date: yearlyDay(life.month ?? 1, life.day ?? 1, words) })
    default:
      return words.say(texts.lifeNever)
  }
}

function yearlyDay(month: number, day: number, words: Words): string {
  const format = new Intl.DateTimeFormat(words.locale === 'ru' ? 'ru-RU' : 'en-GB', {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  })
  return format.format(new Date(Date.UTC(2024, month - 1, day)))
}

/** "Sat, Sun", at the beginning of a sentence. */
export function daysWords(days: readonly string[], words: Words): string {
  const text = daysSentence(
    DAYS.filter((day) => days.includes(day)),
    words,
  )
  return text.charAt(0).toLocaleUpperCase(words.locale) + text.slice(1)
}
