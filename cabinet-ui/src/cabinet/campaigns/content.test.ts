import { describe, expect, it } from 'vitest'
import { contentOf, emptyContent, keptOf } from './content'

describe('a draft', () => {
  it('is read as it was kept', () => {
    const written = {
      ...emptyContent({ of: 'segment:7' }),
      name: 'Trial',
      text: 'Hi',
      ways: { kinds: ['SMS' as const], subject: '', budget: 500 },
      holdOut: { windowDays: 30 as const, percent: 10 },
      when: { type: 'WEEKLY' as const, day: 4, time: '11:00' },
      gift: { amount: 10_000, days: 7 },
      variants: [{ by: 'SMS' as const, text: 'Short' }],
      erid: '2Vtz',
    }
    expect(contentOf(keptOf(written))).toEqual(written)
  })

  it('keeps no share that was only advised', () => {
    expect(keptOf(emptyContent({ of: '' })).campaign.holdOutPercent).toBeNull()
    expect(keptOf(emptyContent({ of: '' }), 12).campaign.holdOutPercent).toBe(12)
  })

  it('knows a tier and conditions of its own', () => {
    const own = { type: 'consent' } as never
    expect(contentOf(keptOf(emptyContent({ of: 'tier:gold' }))).chosen).toEqual({ of: 'tier:gold' })
    expect(contentOf(keptOf(emptyContent({ of: 'own', condition: own }))).chosen).toEqual({ of: 'own', condition: own })
  })
})
