import { texts } from './adWordTexts'

/** “Freeze” and “ideal” call nobody. */
const LETTER = '[\\p{L}\\p{N}]'
const CALL = new RegExp(`(?<!${LETTER})(?:(?:${texts.calls.ru})\\p{L}*|(?:${texts.calls.en})s?(?!${LETTER}))`, 'iu')
const PERCENT = /[-–−]\s?\d{1,2}\s?%|\d{1,2}\s?% off/iu
const LINK = /(?:https?:\/\/|www\.)\S+/iu

/**
 * What makes a message about somebody's own bonuses an advertisement, as it is written: one call to buy is enough
 * (38-FZ, art. 18, as the antimonopoly service reads it); undefined: there is none. What stands in braces is no word.
 * A hint for whoever writes, not a judgement.
 */
export function adWord(text: string): string | undefined {
  const words = text.replace(/\{[^{}|]*(?:\|([^{}]*))?}/g, ' $1 ')
  for (const sign of [CALL, PERCENT, LINK]) {
    const found = sign.exec(words)
    if (found) return found[0].trim()
  }
  return undefined
}
