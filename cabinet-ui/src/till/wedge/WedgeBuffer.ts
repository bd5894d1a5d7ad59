import { type KeyPress, keyText } from './keyText'

/**
 * Scanners need a few milliseconds a key; a radio link or a busy machine may stretch single gaps, never the average.
 * Nobody types six and more keys at this average.
 */
const MAX_AVERAGE_MS = 45
const MAX_GAP_MS = 150
const MIN_LENGTH = 6

export function isModifier(code: string): boolean {
  return /^(Shift|Control|Alt|Meta|CapsLock|NumLock)/.test(code)
}

export type WedgeKey = KeyPress & { at: number }

/**
 * Tells a scanner from a person: a burst of keys ended by Enter or Tab is a scan.
 * `press` answers the scanned text when the key completes one.
 */
export class WedgeBuffer {
  private text = ''
  private first = 0
  private last = Number.NEGATIVE_INFINITY

  /** How many keys so far may be the beginning of a scan. */
  get length(): number {
    return this.text.length
  }

  press(key: WedgeKey): string | undefined {
    const late = key.at - this.last > MAX_GAP_MS
    if (key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Tab') {
      const fast = !late && key.at - this.first <= this.text.length * MAX_AVERAGE_MS
      const scanned = fast && this.text.length >= MIN_LENGTH ? this.text : undefined
      this.reset()
      return scanned
    }
    if (isModifier(key.code)) return undefined
    if (late) this.text = ''
    if (this.text === '') this.first = key.at
    this.last = key.at
    const text = keyText(key)
    if (text === undefined) this.reset()
    else this.text += text
    return undefined
  }

  reset() {
    this.text = ''
    this.last = Number.NEGATIVE_INFINITY
  }
}
