import { expect, test } from 'vitest'
import { change, daysOf, presetOf, stepFor } from './periods'

test('periods begin where a person expects it', () => {
  expect(daysOf('today', '2026-11-29')).toEqual({ from: '2026-11-29', to: '2026-11-29' })
  expect(daysOf('week', '2026-11-29').from).toBe('2026-11-23')
  expect(daysOf('week', '2026-12-02').from).toBe('2026-11-30')
  expect(daysOf('month', '2026-11-29').from).toBe('2026-11-01')
  expect(daysOf('quarter', '2026-11-29').from).toBe('2026-10-01')
  expect(daysOf('year', '2026-11-29').from).toBe('2026-01-01')
})

test('the same days are known by their name', () => {
  expect(presetOf({ from: '2026-11-23', to: '2026-11-29' }, '2026-11-29')).toBe('week')
  expect(presetOf({ from: '2026-11-22', to: '2026-11-29' }, '2026-11-29')).toBeUndefined()
})

test('a long period is told by week or month', () => {
  expect(stepFor({ from: '2026-11-01', to: '2026-11-30' })).toBe('day')
  expect(stepFor({ from: '2026-07-01', to: '2026-11-30' })).toBe('week')
  expect(stepFor({ from: '2026-01-01', to: '2026-12-31' })).toBe('month')
})

test('nothing is no base for per cents', () => {
  expect(change(150, 100)).toBe(50)
  expect(change(50, 100)).toBe(-50)
  expect(change(5, 0)).toBeUndefined()
})
