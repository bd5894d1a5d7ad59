import { expect, it } from 'vitest'
import { fromPicker, toPicker } from './moments'

it('goes to the picker and back without moving', () => {
  for (const instant of ['2026-12-31T21:30:00Z', '2026-06-01T00:00:00Z']) {
    expect(fromPicker(toPicker(instant))).toBe(instant)
  }
  expect(toPicker(undefined)).toBe('')
  expect(toPicker('soon')).toBe('')
  expect(fromPicker('')).toBeUndefined()
})
