import { describe, expect, it } from 'vitest'
import { contrast, palette, parseColor } from './color'

function rgb(css: string) {
  return css.match(/\d+/g)?.map(Number) as unknown as [number, number, number]
}

describe('palette', () => {
  it('keeps text readable on any colour that a shop may choose', () => {
    for (let hue = 0; hue < 4096; hue += 7) {
      const hex = `#${[hue >> 8, (hue >> 4) & 15, hue & 15].map((digit) => (digit * 17).toString(16).padStart(2, '0')).join('')}`
      const p = palette(hex)
      for (const ground of [p.ground, p.from, p.to])
        expect(contrast(rgb(p.text), rgb(ground)), hex).toBeGreaterThan(4.5)
      expect(contrast(rgb(p.label), rgb(p.ground)), hex).toBeGreaterThan(4.49)
    }
  })
  it('leaves a colour alone that is readable already', () => {
    expect(palette('#5b3a29').ground).toBe('rgb(91 58 41)')
    expect(palette('#c79a2b').ground).toBe('rgb(199 154 43)')
  })
  it('falls back to a readable one', () => {
    expect(parseColor('tomato')).toEqual(parseColor(undefined))
  })
})
