import { expect, it } from 'vitest'
import { lowestContrast } from './contrast'

const tiers = [
  { id: 'start', color: '#ffffff' },
  { id: 'gold', color: '#000000' },
]

it('measures a text against every background it will stand on', () => {
  const doc = { schema: 1, colors: { background: 'tier', text: '#ffffff' } }
  expect(lowestContrast(doc, '', 'text', tiers)).toBeCloseTo(1)
  expect(lowestContrast(doc, 'gold', 'text', tiers)).toBeCloseTo(21)
  expect(lowestContrast({ ...doc, colors: { background: '#000000', text: '#ffffff' } }, '', 'text', tiers)).toBeCloseTo(
    21,
  )
})

it('takes what a tier has of its own, and the rest from everybody', () => {
  const doc = { schema: 1, colors: { text: '#ffffff' }, tiers: { gold: { colors: { background: '#fefefe' } } } }
  expect(lowestContrast(doc, 'gold', 'text', tiers)).toBeLessThan(1.1)
})

it('has nothing to say of a text that is chosen to be readable', () => {
  expect(lowestContrast({ schema: 1, colors: { text: 'auto' } }, '', 'text', tiers)).toBeUndefined()
  expect(lowestContrast({ schema: 1, colors: { text: '#12' } }, '', 'text', tiers)).toBeUndefined()
})
