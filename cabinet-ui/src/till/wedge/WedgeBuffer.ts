import { type KeyPress, keyText } from './keyText'

/** People do not type six keys with less than this between each two; scanners need a few milliseconds. */
const MAX_GAP_MS = 50
const MIN_LENGTH = 6

export type WedgeKey = KeyPress & { at: number }

/**
 * Tells a scanner from a person: a burst of keys ended by Enter or Tab is a scan.
 * `press` answers the scanned text when the key completes one.
 */
export class WedgeBuffer {
  private text = ''
  private last = Number.NEGATIVE_INFINITY

  /** True while the keys so far may be the beginning of a scan. */
  get length(): number {
    return this.text.length
  }

  press(key: WedgeKey): string | undefined {
    const late = key.at - this.last > MAX_GAP_MS
    if (key.code === 'Enter' || key.code === 'NumpadEnter' || key.code === 'Tab') {
      const scanned = !late && this.text.length >= MIN_LENGTH ? this.text : undefined
      this.reset()
      return scanned
    }
    if (/^(Shift|Control|Alt|Meta|CapsLock|NumLock)/.test(key.code)) return undefined
    if (late) this.text = ''
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
