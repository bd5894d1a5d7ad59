import { expect, it } from 'vitest'
import { frameOf, SIZES, suits } from './images'

it('fills a strip from a photo and cuts evenly what stands out', () => {
  const frame = frameOf({ width: 4000, height: 3000 }, 'strip', 3)
  expect([frame.width, frame.height]).toEqual([1125, 432])
  expect(frame.drawWidth).toBe(1125)
  expect(frame.drawHeight).toBeCloseTo(843.75)
  expect(frame.y).toBeCloseTo((432 - 843.75) / 2)
})

it('puts a logo whole into its place, whatever its shape', () => {
  expect(frameOf({ width: 1000, height: 100 }, 'logo', 3)).toMatchObject({ width: 480, height: 48 })
  expect(frameOf({ width: 100, height: 1000 }, 'logo', 3)).toMatchObject({ width: 15, height: 150 })
})

it('makes pictures that the service takes, of any original', () => {
  for (const role of Object.keys(SIZES) as (keyof typeof SIZES)[]) {
    for (const original of [
      { width: 4000, height: 3000 },
      { width: 300, height: 2000 },
      { width: 64, height: 64 },
    ]) {
      for (const scale of [3, 2]) expect(suits(frameOf(original, role, scale), role), `${role} ${scale}`).toBe(true)
    }
  }
})

it('does not offer a picture of another shape', () => {
  expect(suits({ width: 1125, height: 432 }, 'icon')).toBe(false)
  expect(suits({ width: 1125, height: 432 }, 'strip')).toBe(true)
  expect(suits({ width: 200, height: 77 }, 'strip')).toBe(false)
})
