import { describe, expect, it } from 'vitest'
import { estimateOf } from './estimate'

const use = { active: true, marketing: true, rank: 1 }
const CHANNELS = [
  { kind: 'MAX' as const, use: { ...use, price: 0, perMinute: 600 } },
  { kind: 'SMS' as const, use: { ...use, price: 499, perMinute: 60 } },
]

describe('what sending is going to take', () => {
  it('adds up ways that go side by side, and what all would cost by text message', () => {
    const audience = {
      withWallet: 1000,
      beside: [
        { kind: 'MAX' as const, members: 300, cost: 0 },
        { kind: 'SMS' as const, members: 120, cost: 2 * 120 * 499 },
      ],
    }
    expect(estimateOf(audience, CHANNELS, 2, 0)).toEqual({
      card: 1000,
      ways: [
        { kind: 'MAX', members: 300 },
        { kind: 'SMS', members: 120 },
      ],
      cost: 119_760,
      minutes: 2,
      allBySms: 1420 * 2 * 499,
    })
    expect(estimateOf(audience, CHANNELS, 2, 10)).toMatchObject({ card: 900, cost: 107_784 })
  })

  it('knows no comparison where no gateway costs anything', () => {
    expect(estimateOf({ withWallet: 5, beside: [] }, [], 1, 0)).toMatchObject({
      cost: 0,
      minutes: 0,
      allBySms: undefined,
    })
  })
})
