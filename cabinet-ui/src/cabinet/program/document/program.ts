import type { Goods } from '../../condition/fields/goods'
import type { Window } from '../../condition/fields/PurchaseWindow'
import type { GroupMode, Rule } from '../../rule/document/rule'
import type { Lifetime } from '../../rule/parts/lifetime'

export type { GroupMode, Rule }

type Local = { ru: string; en: string }
/** Any part may hold more than is named here; what no form knows stays as it is. */
type More = { [part: string]: unknown }

export type Upgrade = More & { type: 'totalPurchases' | 'windowPurchases' | 'singlePurchase'; from: number }
export type Tier = More & {
  id: string
  name: Local
  rank: number
  earnBp?: number
  discountBp?: number
  maxSpendBp?: number | null
  upgrades?: Upgrade[]
}
export type Weekday = More & { days: string[]; maxBp: number; mode?: 'AT_MOST' | 'INSTEAD' }
export type Recompute = More & { months: number; graceMonths?: number; downgrade?: 'TO_EARNED' | 'ONE_STEP' }
export type Gift = More & { amount: number; pendingDays?: number; life?: Lifetime }
export type Referral = More & {
  levelsBp: number[]
  fixed?: number[]
  purchases?: 'ALL' | 'FIRST_PURCHASE_ONLY'
  welcome?: number
  minPurchase?: number
  pendingDays?: number
  untilSecondPurchase?: boolean
  perDay?: number
  perMonth?: number
}
export type RuleGroup = More & { id: string; mode: GroupMode }
export type Earning = More & {
  goods?: Goods
  onDiscounted?: boolean
  whenSpending?: 'ON_MONEY' | 'NOTHING'
  roundTo?: number
  maxPerReceipt?: number
  pendingDays?: number
  life?: Lifetime
}
export type Spending = More & {
  enabled?: boolean
  maxBp?: number
  capBase?: 'ELIGIBLE_LINES' | 'WHOLE_RECEIPT'
  goods?: Goods
  onDiscounted?: boolean
  weekdays?: Weekday[]
  minRedemption?: number
  step?: number
  minLineMoney?: number
}
export type TierPolicy = More & {
  window?: Window
  measure?: 'GROSS' | 'DISCOUNTED' | 'NET'
  receipt?: 'TIER_BEFORE' | 'SAME_RECEIPT'
  recompute?: Recompute | null
}
export type Discounts = More & { goods?: Goods; maxLineBp?: number; stacking?: 'REMAINING' | 'GROSS' }
export type Returns = More & {
  mode?: 'RECOMPUTE' | 'PROPORTIONAL'
  debt?: 'DEBT' | 'WITHIN_BALANCE' | 'ONLY_PENDING'
  expiredGraceDays?: number
}

/** A program as it was saved: what is left out has its default. */
export type ProgramDoc = More & {
  name: Local
  kind?: string
  zone?: string
  tiers?: Tier[]
  groups?: RuleGroup[]
  rules?: Rule[]
  discounts?: Discounts
  spending?: Spending
  earning?: Earning
  returns?: Returns
  tierPolicy?: TierPolicy
  referral?: Referral | null
  signUp?: Gift | null
}

/** Lowest first, each with its place in the document. */
export function tiersOf(doc: ProgramDoc): { tier: Tier; index: number }[] {
  return (doc.tiers ?? []).map((tier, index) => ({ tier, index })).sort((a, b) => a.tier.rank - b.tier.rank)
}

/** A part of the document changed, the rest untouched. */
export function withPart<K extends keyof ProgramDoc>(
  doc: ProgramDoc,
  part: K,
  change: Partial<ProgramDoc[K]>,
): ProgramDoc {
  return { ...doc, [part]: { ...(doc[part] as object | undefined), ...change } }
}

/** An id that nothing of the list has: `tier-4`. */
export function freeId(stem: string, taken: readonly { id: string }[]): string {
  let number = taken.length + 1
  while (taken.some((one) => one.id === `${stem}-${number}`)) number++
  return `${stem}-${number}`
}

/** A new tier above all others. */
export function withNewTier(doc: ProgramDoc, name: Local): ProgramDoc {
  const tiers = doc.tiers ?? []
  const top = tiersOf(doc).at(-1)?.tier
  const tier: Tier = { id: freeId('tier', tiers), name, rank: (top?.rank ?? 0) + 1, earnBp: top?.earnBp ?? 0 }
  return { ...doc, tiers: [...tiers, tier] }
}

/** The tier and its neighbour change places. */
export function withTierMoved(doc: ProgramDoc, id: string, by: -1 | 1): ProgramDoc {
  const sorted = tiersOf(doc).map((one) => one.tier)
  const at = sorted.findIndex((tier) => tier.id === id)
  const tier = sorted[at]
  const other = sorted[at + by]
  if (!tier || !other) return doc
  const rank = (one: Tier) => (one === tier ? other.rank : one === other ? tier.rank : one.rank)
  return { ...doc, tiers: doc.tiers?.map((one) => ({ ...one, rank: rank(one) })) }
}
