import type { Schemas } from '@/base/api/client'

type Card = Schemas['WalletCard']
type Field = Schemas['WalletField']

/** No shop writes this into its design. */
const MARK = '⁂news⁂'

/** A design's document that says the mark wherever a card says what the shop wrote. */
export function withMark(document: string): string {
  return document.replaceAll('{news}', MARK)
}

/** The card drawn from it, with what the shop wrote. */
export function withNews(card: Card, news: string): Card {
  const say = (field: Field): Field => ({ ...field, value: field.value.replaceAll(MARK, () => news) })
  return {
    ...card,
    headerFields: card.headerFields.map(say),
    primaryFields: card.primaryFields.map(say),
    secondaryFields: card.secondaryFields.map(say),
    auxiliaryFields: card.auxiliaryFields.map(say),
    backFields: card.backFields.map(say),
    poster: card.poster && { ...card.poster, footerFields: card.poster.footerFields.map(say) },
  }
}
