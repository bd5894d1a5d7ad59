/** The two characters of each key of a US keyboard, which is what scanners pretend to be: plain and with Shift. */
const PUNCTUATION: Record<string, readonly [string, string]> = {
  Space: [' ', ' '],
  Minus: ['-', '_'],
  Equal: ['=', '+'],
  BracketLeft: ['[', '{'],
  BracketRight: [']', '}'],
  Backslash: ['\\', '|'],
  Semicolon: [';', ':'],
  Quote: ["'", '"'],
  Backquote: ['`', '~'],
  Comma: [',', '<'],
  Period: ['.', '>'],
  Slash: ['/', '?'],
  NumpadDecimal: ['.', '.'],
  NumpadAdd: ['+', '+'],
  NumpadSubtract: ['-', '-'],
  NumpadMultiply: ['*', '*'],
  NumpadDivide: ['/', '/'],
}

const SHIFTED_DIGITS = ')!@#$%^&*('

/** GS1's group separator; scanners send it as Ctrl+]. */
const GROUP_SEPARATOR = '\u001d'

export type KeyPress = { code: string; shift: boolean; ctrl?: boolean }

/**
 * What the scanner meant by a key: decided by the key's position, so neither a Russian layout nor Caps Lock changes it.
 * Undefined for keys that write nothing.
 */
export function keyText({ code, shift, ctrl = false }: KeyPress): string | undefined {
  if (ctrl) return code === 'BracketRight' ? GROUP_SEPARATOR : undefined
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)?.[1]
  if (digit !== undefined) {
    return shift && code.startsWith('Digit') ? SHIFTED_DIGITS[Number(digit)] : digit
  }
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter !== undefined) return shift ? letter : letter.toLowerCase()
  return PUNCTUATION[code]?.[shift ? 1 : 0]
}
