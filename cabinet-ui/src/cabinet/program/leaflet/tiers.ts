import type { Words } from '../../condition/words'
import { type ProgramDoc, type Tier, tiersOf, type Upgrade } from '../document/program'
import { texts } from './texts'
import { windowWords } from './words'

const has = (doc: ProgramDoc, type: string) =>
  Boolean(doc.rules?.some((rule) => rule.then?.type === type && rule.enabled !== false))

/** What a tier gives and how it is reached. */
export function tierSentences(doc: ProgramDoc, tier: Tier, words: Words): string[] {
  const said: string[] = []
  const earn = tier.earnBp ?? 0
  const discount = tier.discountBp ?? 0
  if (earn > 0 && has(doc, 'earnByTier')) said.push(words.say(texts.tierEarn, { percent: words.percent(earn) }))
  if (discount > 0 && has(doc, 'discountByTier')) {
    said.push(words.say(texts.tierDiscount, { percent: words.percent(discount) }))
  }
  if (doc.spending?.enabled !== false) {
    said.push(words.say(texts.tierSpend, { percent: words.percent(tier.maxSpendBp ?? doc.spending?.maxBp ?? 10_000) }))
  }
  return [...said, howReached(doc, tier, words)]
}

function howReached(doc: ProgramDoc, tier: Tier, words: Words): string {
  const upgrades = tier.upgrades ?? []
  if (tiersOf(doc)[0]?.tier === tier) return words.say(texts.tierFirst)
  if (upgrades.length === 0) return words.say(texts.tierByHand)
  return words.say(texts.tierWay, { ways: words.or(upgrades.map((one) => way(doc, one, words))) })
}

function way(doc: ProgramDoc, upgrade: Upgrade, words: Words): string {
  const amount = words.money(upgrade.from)
  switch (upgrade.type) {
    case 'singlePurchase':
      return words.say(texts.waySingle, { amount })
    case 'windowPurchases':
      return words.say(texts.wayWindow, { amount, window: windowWords(doc.tierPolicy?.window, words) })
    default:
      return words.say(texts.wayTotal, { amount })
  }
}

/** When tiers change. */
export function tierPolicySentences(doc: ProgramDoc, words: Words): string[] {
  if (tiersOf(doc).length === 0) return [words.say(texts.noTiers)]
  const policy = doc.tierPolicy ?? {}
  const said = [
    words.say(texts[`measure${policy.measure ?? 'NET'}`]),
    words.say(policy.receipt === 'SAME_RECEIPT' ? texts.liftSame : texts.liftBefore),
  ]
  const again = policy.recompute
  if (!again) return [...said, words.say(texts.recomputeNever)]
  said.push(words.say(texts.recompute, { count: again.months }))
  if (again.graceMonths) said.push(words.say(texts.grace, { count: again.graceMonths }))
  return [...said, words.say(again.downgrade === 'ONE_STEP' ? texts.downStep : texts.downEarned)]
}
