import { describe, expect, it } from 'vitest'
import { smsParts, withoutBraces } from './smsParts'

describe('parts of a text message', () => {
  it('counts 70 Russian signs as one and 71 as two', () => {
    expect(smsParts('я'.repeat(70))).toBe(1)
    expect(smsParts('я'.repeat(71))).toBe(2)
    expect(smsParts('я'.repeat(134))).toBe(2)
    expect(smsParts('я'.repeat(135))).toBe(3)
  })

  it('counts 160 Latin signs as one, brackets twice', () => {
    expect(smsParts('a'.repeat(160))).toBe(1)
    expect(smsParts('a'.repeat(161))).toBe(2)
    expect(smsParts(`${'a'.repeat(158)}€`)).toBe(1)
    expect(smsParts(`${'a'.repeat(159)}€`)).toBe(2)
  })

  it('never cuts a pair', () => {
    expect(smsParts('😀'.repeat(35))).toBe(1)
    expect(smsParts('😀'.repeat(36))).toBe(2)
    expect(smsParts('😀'.repeat(67))).toBe(3)
  })

  it('says what stands behind the bar', () => {
    expect(withoutBraces('Привет, {имя|друг}! У вас {бонусы}.')).toBe('Привет, друг! У вас бонусы.')
  })
})
