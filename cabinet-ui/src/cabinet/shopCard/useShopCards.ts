import { type Sample, useDesign, useDesignPreview } from '@/base/api/queries/design'
import { withMark, withNews } from './news'

/** The shop's own cards as they are published, of an invented customer, drawn by the service. */
export function useShopCards(sample: Sample) {
  const document = useDesign().data?.document
  return useDesignPreview(document && JSON.stringify(document), sample).data?.cards
}

/** The same of a customer to whom the shop has just written this. */
export function useShopCardsWithNews(sample: Omit<Sample, 'customer'>, news: string) {
  const document = useDesign().data?.document
  // The design with a mark where the news stand: one drawing serves every text, as it is typed.
  const marked = document && withMark(JSON.stringify(document))
  const cards = useDesignPreview(marked, { ...sample, customer: 'NEWS' }).data?.cards
  return (
    cards && {
      apple: withNews(cards.appleNewer ?? cards.apple, news),
      google: withNews(cards.google, news),
    }
  )
}
