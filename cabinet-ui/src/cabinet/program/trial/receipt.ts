import type { Schemas } from '@/base/api/client'
import { withParents } from '../../goods/tree'

type Body = Schemas['ProgramTry']
export type TrialLine = { key: number; good: string; category: string; pieces: number; amount: number | undefined }

/** A receipt that nobody bought, as the form holds it. */
export type Trial = {
  lines: TrialLine[]
  date: string
  time: string
  store: string
  card: boolean
  tier: string
  balance: number | undefined
  purchases: number
  spent: number | undefined
  lastPurchaseDays: number
  birthDate: string
  spend: boolean
}

export const lineOf = (key: number): TrialLine => ({ key, good: '', category: '', pieces: 1, amount: undefined })

/** One line, now, on the shop's wall, with a card of the lowest tier. */
export function firstTrial(now: Date, zone: string, tier: string): Trial {
  const local = now.toLocaleString('sv', { timeZone: zone })
  return {
    lines: [{ ...lineOf(1), amount: 100_000 }],
    date: local.slice(0, 10),
    time: local.slice(11, 16),
    store: '',
    card: true,
    tier,
    balance: 50_000,
    purchases: 3,
    spent: 300_000,
    lastPurchaseDays: 30,
    birthDate: '',
    spend: false,
  }
}

/** What the service is asked; goods bring the categories they are known for, with all that these lie under. */
export function trialBody(
  trial: Trial,
  goods: readonly Schemas['Good'][],
  categories: readonly Schemas['GoodsCategory'][] = [],
): Body {
  return {
    at: `${trial.date}T${trial.time}`,
    storeId: trial.store || null,
    lines: trial.lines.map((line) => {
      const good = goods.find((one) => one.code === line.good)
      return {
        sku: good?.code,
        name: good?.name,
        categories: withParents(line.category ? [line.category] : (good?.categories ?? []), categories),
        pieces: line.pieces,
        amount: line.amount ?? 0,
      }
    }),
    member: trial.card
      ? {
          tier: trial.tier || null,
          balance: trial.balance ?? 0,
          birthDate: trial.birthDate || null,
          purchases: trial.purchases,
          spent: trial.spent ?? 0,
          lastPurchaseDays: trial.lastPurchaseDays,
        }
      : null,
    spend: trial.spend ? 'MAX' : 'NONE',
  }
}
