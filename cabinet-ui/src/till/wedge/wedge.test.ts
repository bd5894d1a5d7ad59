import { describe, expect, it } from 'vitest'
import { keyText } from './keyText'
import { WedgeBuffer, type WedgeKey } from './WedgeBuffer'

/** The keys a scanner presses for a text on a US keyboard, `gap` ms apart. */
function keysFor(text: string, gap: number, start = 1000): WedgeKey[] {
  return [...text].map((char, index) => {
    const at = start + index * gap
    if (/\d/.test(char)) return { code: `Digit${char}`, shift: false, at }
    if (/[a-z]/i.test(char)) return { code: `Key${char.toUpperCase()}`, shift: /[A-Z]/.test(char), at }
    const code = { '-': 'Minus', ';': 'Semicolon', '=': 'Equal', '?': 'Slash', '%': 'Digit5' }[char]
    if (!code) throw new Error(`no key for ${char}`)
    return { code, shift: char === '?' || char === '%', at }
  })
}

function scan(text: string, gap: number, end = 'Enter') {
  const buffer = new WedgeBuffer()
  const keys = keysFor(text, gap)
  for (const key of keys) expect(buffer.press(key)).toBeUndefined()
  return buffer.press({ code: end, shift: false, at: (keys.at(-1)?.at ?? 0) + gap })
}

describe('keyText', () => {
  it.each([
    [{ code: 'Digit7', shift: false }, '7'],
    [{ code: 'Numpad7', shift: false }, '7'],
    [{ code: 'Digit5', shift: true }, '%'],
    [{ code: 'KeyF', shift: false }, 'f'],
    [{ code: 'KeyF', shift: true }, 'F'],
    [{ code: 'Semicolon', shift: false }, ';'],
    [{ code: 'Slash', shift: true }, '?'],
    [{ code: 'BracketRight', shift: false, ctrl: true }, '\u001d'],
    [{ code: 'ArrowLeft', shift: false }, undefined],
    [{ code: 'KeyC', shift: false, ctrl: true }, undefined],
  ])('%o is %o', (key, text) => {
    expect(keyText(key)).toBe(text)
  })
})

describe('a scanner', () => {
  it('is understood by key position, whatever the layout writes', () => {
    // Under a Russian layout the browser would report "Ф" for KeyA; the position is the same.
    expect(scan('ABcd-1234', 5)).toBe('ABcd-1234')
  })
  it('may end with Tab', () => {
    expect(scan('73920184650912837465', 8, 'Tab')).toBe('73920184650912837465')
  })
  it('keeps magnetic-stripe sentinels', () => {
    expect(scan(';5500001234=99?', 3)).toBe(';5500001234=99?')
  })
  it('keeps Shift from breaking the burst', () => {
    const buffer = new WedgeBuffer()
    for (const key of keysFor('AB12', 4)) {
      buffer.press({ code: 'ShiftLeft', shift: true, at: key.at })
      buffer.press(key)
    }
    for (const key of keysFor('3456', 4, 1020)) buffer.press(key)
    expect(buffer.press({ code: 'Enter', shift: false, at: 1040 })).toBe('AB123456')
  })
})

describe('a scanner that stutters', () => {
  it('is still a scanner when one gap is long', () => {
    const buffer = new WedgeBuffer()
    for (const key of [...keysFor('123456', 5, 1000), ...keysFor('789012', 5, 1150)]) buffer.press(key)
    expect(buffer.press({ code: 'Enter', shift: false, at: 1180 })).toBe('123456789012')
  })
})

describe('a person', () => {
  it('typing is not a scan', () => {
    expect(scan('5500001234', 120)).toBeUndefined()
  })
  it('pressing Enter long after a burst is not a scan', () => {
    const buffer = new WedgeBuffer()
    for (const key of keysFor('12345678', 5)) buffer.press(key)
    expect(buffer.press({ code: 'Enter', shift: false, at: 3000 })).toBeUndefined()
  })
  it('typing a short amount fast is not a scan', () => {
    expect(scan('300', 10)).toBeUndefined()
  })
  it('typing before a scan does not spoil it', () => {
    const buffer = new WedgeBuffer()
    for (const key of keysFor('99', 200, 0)) buffer.press(key)
    for (const key of keysFor('87654321', 5, 1000)) buffer.press(key)
    expect(buffer.press({ code: 'Enter', shift: false, at: 1045 })).toBe('87654321')
  })
})
