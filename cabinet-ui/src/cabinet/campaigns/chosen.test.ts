import { describe, expect, it } from 'vitest'
import { chosenFrom, OWN, ownBegins, requestOf } from './chosen'

describe('whom a campaign is for', () => {
  it('is everybody, a tier, a segment or conditions of its own that begin with what was chosen', () => {
    expect(requestOf(chosenFrom({}))).toEqual({})
    expect(requestOf(chosenFrom({ segment: '17' }))).toEqual({ segmentId: '17' })
    const gold = chosenFrom({ tier: 'gold' })
    expect(requestOf(gold)).toEqual({ condition: { type: 'inTier', tiers: ['gold'] } })
    expect(ownBegins(gold)).toEqual({ of: OWN, condition: { type: 'inTier', tiers: ['gold'] } })
    expect(requestOf(ownBegins(chosenFrom({ segment: '17' })))).toEqual({ condition: { type: 'always' } })
  })
})
