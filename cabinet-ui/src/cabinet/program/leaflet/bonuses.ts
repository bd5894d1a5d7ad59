import type { Words } from '../../condition/words'
import { type ProgramDoc, type Referral, tiersOf } from '../document/program'
import { levelsOf } from '../document/referral'
import { rulesOf } from '../document/rules'
import { texts } from './texts'
import { bonuses, daysWords, goodsWords, lifeWords } from './words'

/** What is common to all earning; the rules say the rest. */
export function earningSentences(doc: ProgramDoc, words: Words): string[] {
  const earning = doc.earning ?? {}
  if (rulesOf(doc, 'earn').every(({ rule }) => rule.enabled === false)) return [words.say(texts.earnNothing)]
  const said: string[] = []
  const { only, except } = goodsWords(earning.goods, words)
  if (only) said.push(words.say(texts.earnOnly, { goods: only }))
  if (except) said.push(words.say(texts.earnExcept, { goods: except }))
  if (earning.onDiscounted === false) said.push(words.say(texts.earnNotDiscounted))
  if (doc.spending?.enabled !== false) {
    said.push(words.say(earning.whenSpending === 'NOTHING' ? texts.earnNotWhenSpending : texts.earnOnMoney))
  }
  const round = earning.roundTo ?? 100
  if (round === 100) said.push(words.say(texts.earnRoundWhole))
  else if (round > 1) said.push(words.say(texts.earnRound, { amount: words.number(round / 100) }))
  if (earning.maxPerReceipt) said.push(words.say(texts.earnMost, { amount: words.number(earning.maxPerReceipt / 100) }))
  return said
}

/** Paying with bonuses. */
export function spendingSentences(doc: ProgramDoc, words: Words): string[] {
  const spending = doc.spending ?? {}
  if (spending.enabled === false) return [words.say(texts.spendOff)]
  const said = [words.say(texts.spendOne), share(doc, words)]
  const { only, except } = goodsWords(spending.goods, words)
  if (only) said.push(words.say(texts.spendOnly, { goods: only }))
  if (except) said.push(words.say(texts.spendExcept, { goods: except }))
  if (spending.onDiscounted === false) said.push(words.say(texts.spendNotDiscounted))
  for (const day of spending.weekdays ?? []) {
    const params = { days: daysWords(day.days, words), percent: words.percent(day.maxBp) }
    said.push(words.say(day.mode === 'INSTEAD' ? texts.spendInstead : texts.spendAtMost, params))
  }
  if (spending.minRedemption)
    said.push(words.say(texts.spendMin, { amount: words.number(spending.minRedemption / 100) }))
  const step = spending.step ?? 1
  if (step === 100) said.push(words.say(texts.spendWhole))
  else if (step > 1) said.push(words.say(texts.spendStep, { amount: words.number(step / 100) }))
  if (spending.minLineMoney) said.push(words.say(texts.spendLineMoney, { amount: words.money(spending.minLineMoney) }))
  return said
}

function share(doc: ProgramDoc, words: Words): string {
  const spending = doc.spending ?? {}
  const { only, except } = goodsWords(spending.goods, words)
  const limited = only || except || spending.onDiscounted === false
  const of = words.say(
    !limited ? texts.ofAnything : spending.capBase === 'WHOLE_RECEIPT' ? texts.ofReceipt : texts.ofEligible,
  )
  const all = spending.maxBp ?? 10_000
  const shares = tiersOf(doc).map(({ tier }) => ({
    name: tier.name[words.locale] || tier.name.ru,
    bp: tier.maxSpendBp ?? all,
  }))
  const first = shares[0]?.bp ?? all
  if (shares.every((one) => one.bp === first)) return words.say(texts.spendShare, { percent: words.percent(first), of })
  const tiers = shares.map(({ name, bp }) => words.say(texts.tierShare, { tier: name, percent: words.percent(bp) }))
  return words.say(texts.spendShareTiers, { of, tiers: tiers.join(', ') })
}

/** What is common to all discounts. */
export function discountSentences(doc: ProgramDoc, words: Words): string[] {
  if (rulesOf(doc, 'discount').length === 0) return []
  const { goods, maxLineBp = 10_000, stacking } = doc.discounts ?? {}
  const { only, except } = goodsWords(goods, words)
  const said: string[] = []
  if (only) said.push(words.say(texts.discountOnly, { goods: only }))
  if (except) said.push(words.say(texts.discountExcept, { goods: except }))
  if (maxLineBp < 10_000) said.push(words.say(texts.discountMost, { percent: words.percent(maxLineBp) }))
  return [...said, words.say(stacking === 'GROSS' ? texts.discountGross : texts.discountRemaining)]
}

/** When what was earned can be spent, and until when. */
export function lifeSentences(doc: ProgramDoc, words: Words): string[] {
  const { pendingDays = 0, life } = doc.earning ?? {}
  return [
    pendingDays > 0 ? words.say(texts.activeAfter, { count: pendingDays }) : words.say(texts.activeAtOnce),
    words.say(texts.lifeSays, { life: lifeWords(life, words) }),
  ]
}

export function signUpSentence(doc: ProgramDoc, words: Words): string {
  const gift = doc.signUp
  if (!gift) return words.say(texts.noSignUp)
  const params = {
    amount: bonuses(gift.amount, words),
    life: lifeWords(gift.life, words),
    count: gift.pendingDays ?? 0,
  }
  return words.say(gift.pendingDays ? texts.signUpLater : texts.signUp, params)
}

export function referralSentences(doc: ProgramDoc, words: Words): string[] {
  const referral = doc.referral
  if (!referral) return [words.say(texts.noReferral)]
  const purchases = words.say(referral.purchases === 'FIRST_PURCHASE_ONLY' ? texts.referralOne : texts.referralAll)
  const said = levelsOf(referral).map(({ bp, fixed }, level) =>
    fixed > 0
      ? words.say(level === 0 ? texts.referralFirstSum : texts.referralNextSum, {
          amount: bonuses(fixed, words),
          purchases,
        })
      : words.say(level === 0 ? texts.referralFirst : texts.referralNext, { percent: words.percent(bp), purchases }),
  )
  said.push(...referralTerms(referral, words))
  if (referral.welcome) said.push(words.say(texts.referralWelcome, { amount: bonuses(referral.welcome, words) }))
  return said
}

function referralTerms(referral: Referral, words: Words): string[] {
  const { minPurchase, pendingDays, untilSecondPurchase, perDay, perMonth } = referral
  const said: string[] = []
  if (minPurchase) said.push(words.say(texts.referralLeast, { amount: words.money(minPurchase) }))
  if (untilSecondPurchase) said.push(words.say(texts.referralSecond))
  if (pendingDays) said.push(words.say(texts.referralDays, { count: pendingDays }))
  if (perDay) said.push(words.say(texts.referralPerDay, { amount: bonuses(perDay, words) }))
  if (perMonth) said.push(words.say(texts.referralPerMonth, { amount: bonuses(perMonth, words) }))
  return said
}

export function returnSentences(doc: ProgramDoc, words: Words): string[] {
  const { mode = 'RECOMPUTE', debt = 'DEBT', expiredGraceDays = 14 } = doc.returns ?? {}
  return [
    words.say(texts[`return${mode}`]),
    words.say(texts[`debt${debt}`]),
    expiredGraceDays > 0 ? words.say(texts.returnGrace, { count: expiredGraceDays }) : words.say(texts.returnNoGrace),
  ]
}
