import { expect, it } from 'vitest'
import type { Schemas } from '@/base/api/client'
import { isThere, mayBeGiven } from './lateCard'

const member = (more: Partial<Schemas['ScanResult']>) => more as Schemas['ScanResult']
const receipt = (more: Partial<Schemas['Receipt']>) =>
  ({ at: '2026-11-21T20:30:00Z', memberId: null, returns: [], ...more }) as Schemas['Receipt']

it('a card that was read is there, a code that was told as well; who was only found is not', () => {
  expect(isThere(member({ presence: 'CARD', spending: 'FREE' }), 'FREE')).toBe(true)
  expect(isThere(member({ presence: 'SEARCHED', spending: 'CODE' }), 'FREE')).toBe(true)
  expect(isThere(member({ presence: 'FOUND', spending: 'CODE' }), 'CODE')).toBe(false)
  expect(isThere(member({ presence: 'FOUND', spending: 'FREE' }), 'FREE')).toBe(false)
})

it('until midnight of the store, once, and while nothing came back', () => {
  const evening = new Date('2026-11-21T20:59:59Z')
  expect(mayBeGiven(receipt({}), 'Europe/Moscow', evening)).toBe(true)
  expect(mayBeGiven(receipt({}), 'Europe/Moscow', new Date('2026-11-21T21:00:00Z'))).toBe(false)
  expect(mayBeGiven(receipt({ memberId: '1' }), 'Europe/Moscow', evening)).toBe(false)
  expect(mayBeGiven(receipt({ returns: [{} as Schemas['Return']] }), 'Europe/Moscow', evening)).toBe(false)
})
