import { expect, test } from 'vitest'
import { advise } from './advice'

const nothing = { channels: ['SMS' as const], automations: [], burning: 0, leaving: 0 }

test('nothing to do, nothing said', () => {
  expect(advise(nothing, [])).toBeUndefined()
})

test('one advice, the next when it was put away or done', () => {
  const known = { ...nothing, channels: [], burning: 100, leaving: 3 }
  expect(advise(known, [])).toBe('noChannel')
  expect(advise(known, ['noChannel'])).toBe('burning')
  expect(advise({ ...known, channels: ['SMS'] }, [])).toBe('burning')
  const warned = { kind: 'BURN_WARNING' as const, on: true }
  expect(advise({ ...known, channels: ['SMS'], automations: [warned] }, [])).toBe('leaving')
  expect(advise({ ...known, channels: ['SMS'], automations: [{ ...warned, on: false }] }, [])).toBe('burning')
})

test('who may not see channels is not told of them', () => {
  expect(advise({ ...nothing, channels: null }, [])).toBeUndefined()
})
