import { describe, expect, it } from 'vitest'
import { conditionSentence } from '../condition/sentence'
import { makeWords } from '../condition/words'
import { partAt } from './Facts'
import { FACTS } from './facts/facts'

const words = { ru: makeWords('ru', {}), en: makeWords('en', { tier: [{ value: 'gold', label: 'Gold' }] }) }
const condition = {
  type: 'all',
  of: [
    { type: 'not', of: { type: 'inTier', tiers: ['gold'] } },
    { type: 'any', of: [{ type: 'firstPurchase' }, { type: 'lastPurchase', fromDays: 61 }] },
  ],
}

describe('conditions over members', () => {
  it('are read as sentences', () => {
    expect(conditionSentence(condition, FACTS, words.en)).toBe(
      'the tier is not Gold and (has bought nothing yet or has bought nothing for 61 days or longer)',
    )
    expect(conditionSentence({ type: 'birthday', daysBefore: 7, daysAfter: 0 }, FACTS, words.ru)).toBe(
      'день рождения сегодня или до него не больше 7 дней',
    )
  })

  it('begin as something the service takes and say something', () => {
    for (const kind of FACTS) {
      expect(conditionSentence(kind.empty(words.en), FACTS, words.en)).not.toBe('')
    }
  })

  it('are found by the pointers of their facts', () => {
    expect(partAt(condition, '/of/0/of')).toEqual({ type: 'inTier', tiers: ['gold'] })
    expect(partAt(condition, '/of/1/of/1')).toEqual({ type: 'lastPurchase', fromDays: 61 })
    expect(partAt({ type: 'consent' }, '')).toEqual({ type: 'consent' })
    expect(partAt(condition, '/of/7')).toBeUndefined()
  })
})
