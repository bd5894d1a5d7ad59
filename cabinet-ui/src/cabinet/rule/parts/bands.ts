import { type Window, windowSentence } from '../../condition/fields/PurchaseWindow'
import type { Words } from '../../condition/words'
import { texts } from './texts'

export type Band = { from: number; above?: boolean; percentBp: number }
export type Basis = 'GROSS' | 'DISCOUNTED' | 'NET'
export type Measure =
  | { type: 'receiptAmount'; basis?: Basis; over?: 'RECEIPT' | 'ELIGIBLE' }
  | { type: 'purchases'; window: Window }

/** "3%, 6% from 500 ₽ and 12% over 1,000 ₽" */
export function bandsSentence(bands: readonly Band[], words: Words): string {
  return words.list(
    bands.map((band) => {
      const percent = words.percent(band.percentBp)
      if (band.from === 0 && !band.above) return percent
      return words.say(band.above ? texts.bandSaysOver : texts.bandSays, { percent, amount: words.money(band.from) })
    }),
  )
}

export function measureSentence(measure: Measure, words: Words): string {
  return measure.type === 'purchases'
    ? words.say(texts.byPurchases, { window: windowSentence(measure.window, words) })
    : words.say(texts.byReceipt)
}
