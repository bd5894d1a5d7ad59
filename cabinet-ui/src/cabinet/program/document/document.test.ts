import { describe, expect, it } from 'vitest'
import { type ProgramDoc, tiersOf, withNewTier, withPart, withTierMoved } from './program'
import { contestsOf, phaseOf, rulesOf, withContest, withoutRule, withRule, withRuleMoved } from './rules'

const name = { ru: 'Имя', en: 'Name' }
// biome-ignore lint/suspicious/noThenProperty: a rule of the document has one
const rule = (id: string, type: string, more = {}) => ({ id, name, then: { type }, ...more })
const doc: ProgramDoc = {
  name,
  future: { kept: true },
  tiers: [
    { id: 'gold', name, rank: 3, earnBp: 1000, note: 'kept' },
    { id: 'bronze', name, rank: 1, earnBp: 300 },
  ],
  groups: [
    { id: 'best', mode: 'MAX_PER_RECEIPT' },
    { id: 'label', mode: 'STACK' },
  ],
  rules: [
    rule('c', 'earnByTier', { group: 'best' }),
    rule('a', 'earnPercent'),
    rule('b', 'earnBands', { priority: 20, group: 'best', note: 'kept' }),
    rule('d', 'nForM', { group: 'label' }),
    rule('e', 'multiplyEarn'),
    rule('f', 'grantBonus'),
  ],
}
const ids = (of: ProgramDoc, phase: 'earn' | 'discount') => rulesOf(of, phase).map((one) => one.rule.id)

describe('tiers', () => {
  it('stand lowest first with their places in the document, and change places by rank alone', () => {
    expect(tiersOf(doc).map(({ tier, index }) => [tier.id, index])).toEqual([
      ['bronze', 1],
      ['gold', 0],
    ])
    const moved = withTierMoved(doc, 'gold', -1)
    expect(tiersOf(moved).map((one) => one.tier.id)).toEqual(['gold', 'bronze'])
    expect(moved.tiers?.[0]).toEqual({ id: 'gold', name, rank: 1, earnBp: 1000, note: 'kept' })
    expect(withTierMoved(doc, 'gold', 1)).toBe(doc)
  })
  it('a new one stands on top under an id of its own', () => {
    const tiers = withNewTier(withNewTier(doc, name), name).tiers ?? []
    expect(tiers.map((tier) => tier.rank)).toEqual([3, 1, 4, 5])
    expect(new Set(tiers.map((tier) => tier.id)).size).toBe(4)
  })
})

describe('rules', () => {
  it('act by phase, priority and id', () => {
    expect(doc.rules?.map(phaseOf)).toEqual(['earn', 'earn', 'earn', 'discount', 'multiply', 'grant'])
    expect(ids(doc, 'earn')).toEqual(['b', 'a', 'c'])
  })
  it('that compete stand together where the first of them acts', () => {
    expect(contestsOf(doc, 'earn').map((one) => [one.group?.id, one.rules.map((r) => r.rule.id)])).toEqual([
      ['best', ['b', 'c']],
      [undefined, ['a']],
    ])
    expect(contestsOf(doc, 'discount')[0]?.group).toBeUndefined()
  })
  it('move past their neighbour, whatever the priorities were', () => {
    const once = withRuleMoved(doc, 'c', -1)
    expect(ids(once, 'earn')).toEqual(['b', 'c', 'a'])
    expect(ids(withRuleMoved(once, 'c', -1), 'earn')).toEqual(['c', 'b', 'a'])
    expect(ids(withRuleMoved(once, 'c', 1), 'earn')).toEqual(['b', 'a', 'c'])
    expect(withRuleMoved(doc, 'b', -1)).toBe(doc)
    expect(once.rules?.filter((one) => !['a', 'c'].includes(one.id))).toEqual(
      doc.rules?.filter((one) => !['a', 'c'].includes(one.id)),
    )
  })
  it('are replaced in their place or added last', () => {
    expect(withRule(doc, rule('b', 'earnPercent')).rules?.map((one) => one.id)).toEqual(['c', 'a', 'b', 'd', 'e', 'f'])
    expect(withRule(doc, rule('new', 'earnPercent')).rules?.at(-1)?.id).toBe('new')
    expect(withoutRule(doc, 'b').rules).toHaveLength(5)
  })
  it('take their group along when the last of it goes', () => {
    expect(withoutRule(doc, 'd').groups).toEqual([{ id: 'best', mode: 'MAX_PER_RECEIPT' }])
    expect(withoutRule(doc, 'c').groups).toBe(doc.groups)
  })
  it('compete when two or more are chosen, and stop when fewer are', () => {
    const three = withContest(doc, 'best', 'FIRST', ['a', 'b', 'c'])
    expect(three.groups).toEqual([
      { id: 'best', mode: 'FIRST' },
      { id: 'label', mode: 'STACK' },
    ])
    expect(contestsOf(three, 'earn')).toHaveLength(1)
    const none = withContest(three, 'best', 'FIRST', ['a'])
    expect(none.groups).toEqual([{ id: 'label', mode: 'STACK' }])
    expect(none.rules?.find((one) => one.id === 'b')).toEqual(rule('b', 'earnBands', { priority: 20, note: 'kept' }))
  })
})

it('what no form knows stays', () => {
  const changed = withPart(doc, 'spending', { maxBp: 3000 })
  expect(changed.future).toEqual({ kept: true })
  expect(
    withPart({ ...changed, spending: { ...changed.spending, odd: 1 } }, 'spending', { step: 100 }).spending,
  ).toEqual({
    maxBp: 3000,
    odd: 1,
    step: 100,
  })
})
