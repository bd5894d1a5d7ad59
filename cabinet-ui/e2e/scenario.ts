import type { components } from '../src/base/api/schema'
import { draftOf, type OwnShop, publish, quote } from './ownShop'

/** What the specification's scenarios begin with, and what they ask the till. */
const NAME = { ru: 'Сценарии', en: 'Scenarios' }
// biome-ignore lint/suspicious/noThenProperty: a rule of the document has one
const BY_TIER = { id: 'tiers', name: { ru: 'По уровню', en: 'By tier' }, then: { type: 'earnByTier' } }
const BRONZE = { id: 'bronze', name: { ru: 'Бронза', en: 'Bronze' }, rank: 1, earnBp: 200 }

type Rule = { id: string }
export type Lines = readonly (readonly [roubles: number, sku?: string])[]

export const bill = (
  memberId: string | null,
  lines: Lines,
  spend?: components['schemas']['ReceiptRequest']['spend'],
) => ({
  memberId,
  lines: lines.map(([roubles, sku = 'BREAD']) => ({ sku, amount: Math.round(roubles * 100) })),
  ...(spend && { spend }),
})
export const some = (bonuses: number) => ({ mode: 'AMOUNT' as const, amount: bonuses * 100 })

/** What the page of the draft holds comes into force; of its rules the newest alone. */
export async function inForce(shop: OwnShop, which: 'all' | 'newest' = 'newest') {
  const program = (await draftOf(shop)).program as { rules: Rule[] }
  await publish(shop, which === 'all' ? program : { ...program, rules: program.rules.slice(-1) })
}

export async function earns(shop: OwnShop, memberId: string, roubles: number): Promise<number> {
  return (await quote(shop, bill(memberId, [[roubles]]))).earned / 100
}

export async function discounts(shop: OwnShop, memberId: string | null, lines: Lines): Promise<number> {
  return (await quote(shop, bill(memberId, lines))).discount / 100
}

export const PROGRAM = { name: NAME, kind: 'BOTH', tiers: [BRONZE], rules: [BY_TIER] }
