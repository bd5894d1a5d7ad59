import { expect, test } from 'vitest'
import { compact, isShown } from './state'

test('a view is shown whatever order its parts stand in', () => {
  const when = { type: 'lastPurchase', fromDays: 60 }
  expect(isShown({ tier: 'gold', when }, { when: { fromDays: 60, type: 'lastPurchase' }, tier: 'gold' })).toBe(true)
  expect(isShown({ tier: 'gold' }, { tier: 'gold', q: 'Анна' })).toBe(false)
  expect(isShown({ tier: 'gold', q: 'Анна' }, { tier: 'gold' })).toBe(false)
})

test('a view that says nothing of columns does not mind them', () => {
  expect(isShown({ sort: 'spent' }, { sort: 'spent', hidden: ['tier'] })).toBe(true)
  expect(isShown({ sort: 'spent', hidden: [] }, { sort: 'spent', hidden: ['tier'] })).toBe(false)
  expect(isShown({ hidden: ['a', 'b'] }, { hidden: ['b', 'a'] })).toBe(true)
})

test('what is not set is not kept', () => {
  expect(compact({ q: '', tier: undefined, sort: 'name', hidden: [] })).toEqual({ sort: 'name', hidden: [] })
})
