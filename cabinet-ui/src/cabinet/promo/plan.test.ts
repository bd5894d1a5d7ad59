import { expect, it } from 'vitest'
import { guesses, isWeak, listed, NEW_PLAN, planOf, requestOf } from './plan'

it('counts guesses as the shop is told', () => {
  expect(guesses(6, 1_000)).toBe(8_875)
  expect(guesses(8, 10_000)).toBe(852_891)
  expect(guesses(10, 100_000)).toBe(81_962_828)
  expect(isWeak(6, 1_000)).toBe(true)
  expect(isWeak(8, 10_000)).toBe(false)
})

it('reads a list line by line or by commas', () => {
  expect(listed(' ЛЕТО \nSALE-20, A;;\n')).toEqual(['ЛЕТО', 'SALE-20', 'A'])
})

it('issues made codes, or those of a list, and leaves them alone afterwards', () => {
  const made = { ...NEW_PLAN, ru: ' Осень ', prefix: 'AUTUMN', lastDay: '2026-12-31' }
  expect(requestOf(made, true)).toMatchObject({
    name: { ru: 'Осень' },
    prefix: 'AUTUMN',
    symbols: 8,
    count: 1000,
    usesPerCode: 1,
    lastDay: '2026-12-31',
    firstDay: null,
  })
  expect(requestOf({ ...made, own: true, listed: 'ЛЕТО' }, true)).toMatchObject({ codes: ['ЛЕТО'] })
  expect(requestOf(made, false)).not.toHaveProperty('count')
})

it('opens a set as it is', () => {
  const plan = planOf({
    id: '1',
    name: { ru: 'Осень', en: 'Осень' },
    state: 'ACTIVE',
    prefix: '',
    symbols: null,
    issued: 2,
    making: 0,
    storeIds: ['7'],
    firstPurchase: true,
    giveBack: false,
    rules: [],
    figures: { used: 0, revenue: 0, discount: 0, granted: 0 },
    revision: 1,
    updatedBy: '',
    updatedAt: '',
    createdAt: '',
  })
  expect(plan).toMatchObject({ en: '', own: true, usesPerCode: undefined, storeIds: ['7'], giveBack: false })
})
