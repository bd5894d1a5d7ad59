import { conditionSentence } from '../condition/sentence'
import type { Words } from '../condition/words'
import { RULE_CONDITIONS } from './conditions/kinds'
import type { Rule } from './document/rule'
import { effectKind, phaseOf } from './effects/kinds'
import { atMostBonuses } from './parts/bonuses'
import { texts } from './texts'

/** A rule as people read it: what it gives and when, then whom, from when, and within which limits. */
export function ruleSentence(rule: Rule, words: Words): string {
  const effect = effectSentence(rule, words)
  const when = conditionSentence(rule.when, RULE_CONDITIONS, words)
  const first = when ? words.say(texts.says, { effect, when }) : effect
  const parts = [first, rule.audience === 'EVERYBODY' && words.say(texts.everybodySays), dates(rule, words)]
  return [...parts, ...limits(rule, words)]
    .filter(Boolean)
    .map((part) => `${part}.`)
    .join(' ')
}

export function effectSentence(rule: Rule, words: Words): string {
  return effectKind(rule.then.type)?.sentence(rule.then, words) ?? words.say(texts.unknownEffect)
}

function dates({ validity }: Rule, words: Words): string {
  const from = validity?.from ? words.date(validity.from) : ''
  const through = validity?.through ? words.date(validity.through) : ''
  if (from && through) return words.say(texts.fromThroughSays, { from, through })
  if (from) return words.say(texts.fromSays, { from })
  return through ? words.say(texts.throughSays, { through }) : ''
}

function limits(rule: Rule, words: Words): string[] {
  const most = (minor: number) =>
    phaseOf(rule.then.type) === 'DISCOUNT' ? words.money(minor) : atMostBonuses(minor, words)
  const { caps, budget } = rule
  const told = [
    [texts.perLineSays, caps?.perLine],
    [texts.perReceiptSays, caps?.perReceipt],
    [texts.perMemberSays, budget?.perMember],
    [texts.totalSays, budget?.total],
  ] as const
  return [
    ...told.map(([text, limit]) => (limit == null ? '' : words.say(text, { most: most(limit) }))),
    budget?.usesPerMember == null ? '' : words.say(texts.usesSays, { count: budget.usesPerMember }),
  ]
}
