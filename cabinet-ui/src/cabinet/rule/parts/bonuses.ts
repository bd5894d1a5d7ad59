import type { Words } from '../../condition/words'
import { texts } from './texts'

/** "300 bonuses" of kopecks. */
export function bonuses(minor: number, words: Words): string {
  return words.say(texts.aBonuses, { count: minor / 100, amount: words.number(minor / 100) })
}

/** The same after "at most", which in Russian asks for another form. */
export function atMostBonuses(minor: number, words: Words): string {
  return words.say(texts.ofBonuses, { count: minor / 100, amount: words.number(minor / 100) })
}
