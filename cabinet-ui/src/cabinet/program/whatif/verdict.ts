import type { Schemas } from '@/base/api/client'
import type { Format } from '@/base/format/useFormat'
import type { Translate } from '@/base/i18n/texts'
import type { texts } from './resultTexts'

type Result = Schemas['WhatIfResult']
type Say = Translate<typeof texts>

export const isEmpty = (result: Result) => result.receipts === 0 && result.refusals.count === 0

/** What the replay found, in words, the most important first; the figures are the service's own. */
export function verdict(result: Result, t: Say, f: Format): string[] {
  const rest = leftOut(result, t, f)
  if (result.receipts === 0) return rest
  if (result.changedReceipts === 0) return [t('nothingChanges', { count: result.receipts }), ...rest]
  return [earned(result, t, f), ...money(result, t, f), ...tiers(result, t), ...changed(result, t, f), ...rest]
}

function earned({ before, after }: Result, t: Say, f: Format): string {
  const [was, is] = [before.bonusesEarned, after.bonusesEarned]
  if (was === is) return t('earnedSame', { after: f.bonus(is) })
  const params = { count: Math.trunc(was / 100), before: f.bonus(was), after: f.bonus(is) }
  return t('earnedSays', { ...params, difference: apart(was, is, t, f, f.bonus) })
}

/** "21.6 % more"; as an amount where there was nothing to compare with. */
function apart(was: number, is: number, t: Say, f: Format, amount: (minor: number) => string): string {
  const difference = is - was
  if (difference === 0) return t('same')
  const tenths = Math.round((Math.abs(difference) / Math.abs(was)) * 1000)
  if (was <= 0 || tenths === 0) return t(difference > 0 ? 'moreBy' : 'lessBy', { amount: amount(Math.abs(difference)) })
  return t(difference > 0 ? 'more' : 'less', { percent: f.percent(tenths / 10) })
}

function money({ before, after, difference, margin, receipts }: Result, t: Say, f: Format): string[] {
  const said: string[] = []
  const both = (was: number, is: number) => ({ before: f.money(was), after: f.money(is) })
  if (difference.discount !== 0) {
    const words = apart(before.discount, after.discount, t, f, f.money)
    said.push(t('discountSays', { ...both(before.discount, after.discount), difference: words }))
  }
  if (difference.bonusesSpent !== 0) said.push(t('spentSays', both(before.bonusesSpent, after.bonusesSpent)))
  if (difference.cost !== 0) {
    const words = t(difference.cost > 0 ? 'dearer' : 'cheaper', { amount: f.money(Math.abs(difference.cost)) })
    said.push(t('costSays', { ...both(before.cost, after.cost), difference: words }))
  }
  if (!margin) return [...said, t('marginUnknown')]
  const words = apart(margin.before, margin.after, t, f, f.money)
  const known = { known: f.number(margin.receipts), all: f.number(receipts) }
  return [...said, t('marginSays', { ...both(margin.before, margin.after), difference: words, ...known })]
}

function tiers({ tiers }: Result, t: Say): string[] {
  if (!tiers) return []
  return [
    tiers.up > 0 ? t('upSays', { count: tiers.up }) : '',
    tiers.down > 0 ? t('downSays', { count: tiers.down }) : '',
  ].filter(Boolean)
}

function changed({ changedReceipts, receipts }: Result, t: Say, f: Format): string[] {
  return [t('changedSays', { changed: f.number(changedReceipts), all: f.number(receipts) })]
}

/** What the figures do not hold. */
function leftOut({ refusals, unreadable }: Result, t: Say, f: Format): string[] {
  return [
    refusals.count > 0 ? t('refusedSays', { count: f.number(refusals.count) }) : '',
    unreadable > 0 ? t('unreadableSays', { count: f.number(unreadable) }) : '',
  ].filter(Boolean)
}
