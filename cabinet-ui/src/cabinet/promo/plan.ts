import type { PromoSet, PromoSetRequest } from '@/base/api/queries/promo'

/** How many symbols codes are made of: without 0 and O, 1, I and L. */
const ALPHABET = 31
/** What of a hundred guesses one is meant to hit. */
const ONE_PERCENT = 0.01
/** After so many wrong codes a till takes none for the rest of the hour. */
export const GUESSES_PER_HOUR = 20

export const MOST_AT_ONCE = 1_000_000

/** What the form holds: what is left empty has no limit. */
export type Plan = {
  ru: string
  en: string
  own: boolean
  prefix: string
  symbols: number
  count: number | undefined
  listed: string
  usesPerCode: number | undefined
  usesInAll: number | undefined
  usesPerMember: number | undefined
  storeIds: string[]
  firstDay: string
  lastDay: string
  firstPurchase: boolean
  segmentId: string | null
  giveBack: boolean
}

export const NEW_PLAN: Plan = {
  ru: '',
  en: '',
  own: false,
  prefix: '',
  symbols: 8,
  count: 1000,
  listed: '',
  usesPerCode: 1,
  usesInAll: undefined,
  usesPerMember: undefined,
  storeIds: [],
  firstDay: '',
  lastDay: '',
  firstPurchase: false,
  segmentId: null,
  giveBack: true,
}

export function planOf(set: PromoSet): Plan {
  return {
    ...NEW_PLAN,
    ru: set.name.ru,
    en: set.name.en === set.name.ru ? '' : set.name.en,
    own: set.symbols == null,
    prefix: set.prefix,
    symbols: set.symbols ?? NEW_PLAN.symbols,
    usesPerCode: set.usesPerCode ?? undefined,
    usesInAll: set.usesInAll ?? undefined,
    usesPerMember: set.usesPerMember ?? undefined,
    storeIds: set.storeIds,
    firstDay: set.firstDay ?? '',
    lastDay: set.lastDay ?? '',
    firstPurchase: set.firstPurchase,
    segmentId: set.segmentId ?? null,
    giveBack: set.giveBack,
  }
}

/** The codes of a list as they were typed: a line each, or with commas between. */
export function listed(text: string): string[] {
  return text
    .split(/[\n,;]/)
    .map((code) => code.trim())
    .filter(Boolean)
}

/** @param issue whether codes are issued, too: of a set that is there they stay */
export function requestOf(plan: Plan, issue: boolean): PromoSetRequest {
  return {
    name: { ru: plan.ru.trim(), ...(plan.en.trim() ? { en: plan.en.trim() } : {}) },
    ...(issue && plan.own ? { codes: listed(plan.listed) } : {}),
    ...(issue && !plan.own ? { prefix: plan.prefix.trim(), symbols: plan.symbols, count: plan.count ?? 0 } : {}),
    usesPerCode: plan.usesPerCode ?? null,
    usesInAll: plan.usesInAll ?? null,
    usesPerMember: plan.usesPerMember ?? null,
    storeIds: plan.storeIds,
    firstDay: plan.firstDay || null,
    lastDay: plan.lastDay || null,
    firstPurchase: plan.firstPurchase,
    segmentId: plan.segmentId,
    giveBack: plan.giveBack,
  }
}

/** How many guesses it takes until one in a hundred guessers has hit one of so many live codes. */
export function guesses(symbols: number, live: number): number {
  return Math.floor((ONE_PERCENT * ALPHABET ** symbols) / Math.max(1, live))
}

/** Whether guessing pays: one till could do it in less than a year. */
export function isWeak(symbols: number, live: number): boolean {
  return guesses(symbols, live) < GUESSES_PER_HOUR * 24 * 365
}
