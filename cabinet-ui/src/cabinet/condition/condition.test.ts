import { describe, expect, it } from 'vitest'
import { ALWAYS, negated, partsOf, withMode, withParts } from './condition'
import { type Kind, said, under } from './kind'
import { conditionSentence } from './sentence'
import { makeWords } from './words'

const tier = { type: 'inTier', tiers: ['gold'] }
const store = { type: 'inStore', stores: ['7'] }
const kinds: Kind[] = [
  {
    type: 'inTier',
    label: { ru: 'Уровень', en: 'Tier' },
    group: { ru: 'Кто', en: 'Who' },
    empty: () => tier,
    sentence: (value, words) => words.or(value.tiers.map((id: string) => words.name('tier', id))),
  },
  {
    type: 'inStore',
    label: { ru: 'Магазин', en: 'Store' },
    group: { ru: 'Где', en: 'Where' },
    empty: () => store,
    sentence: (value, words) => words.or(value.stores.map((id: string) => words.name('store', id))),
  },
]
const choices = { tier: [{ value: 'gold', label: 'Золото' }], store: [{ value: '7', label: 'На Тверской' }] }

describe('the tree as a list', () => {
  it('begins with nothing, one stands alone, several are a group', () => {
    expect(partsOf(ALWAYS)).toEqual([])
    expect(withParts(ALWAYS, [tier])).toEqual(tier)
    expect(withParts(tier, [tier, store])).toEqual({ type: 'all', of: [tier, store] })
    expect(withParts(tier, [])).toEqual(ALWAYS)
  })

  it('keeps a group and what is not known of it', () => {
    const group = { type: 'any', of: [tier, store], note: 'kept' }
    expect(withParts(group, [store])).toEqual({ type: 'any', of: [store], note: 'kept' })
    expect(withMode(group, 'all')).toEqual({ type: 'all', of: [tier, store], note: 'kept' })
  })

  it('puts a lone group into a list instead of dissolving it', () => {
    const group = { type: 'any', of: [tier, store] }
    expect(withParts(ALWAYS, [group])).toEqual({ type: 'all', of: [group] })
  })

  it('the opposite of the opposite is the thing itself', () => {
    expect(negated(negated(tier))).toEqual(tier)
  })
})

describe('what the service said', () => {
  const words = makeWords('en', {})
  const problem = (pointer: string, en: string, severity: 'ERROR' | 'WARNING' = 'ERROR') => ({
    pointer,
    severity,
    text: { ru: en, en },
  })

  it('stands at its place, mistakes before remarks', () => {
    const all = [
      problem('/of/1/tiers', 'remark', 'WARNING'),
      problem('/of/1/tiers', 'mistake'),
      problem('/of/10', 'other'),
    ]
    const second = under(all, '/of/1')
    expect(second).toHaveLength(2)
    expect(said(second, '/tiers', words)).toBe('mistake')
    expect(said(second, '/stores', words)).toBeUndefined()
  })
})

describe('the sentence', () => {
  it('names the shop’s own things and groups with brackets', () => {
    const value = { type: 'all', of: [store, { type: 'any', of: [tier, { type: 'not', of: store }] }] }
    expect(conditionSentence(value, kinds, makeWords('ru', choices))).toBe(
      'На Тверской и (Золото или неверно, что На Тверской)',
    )
    expect(conditionSentence(value, kinds, makeWords('en', {}))).toBe('7 and (gold or it is not so that 7)')
    expect(conditionSentence(ALWAYS, kinds, makeWords('en', {}))).toBe('')
  })
})
