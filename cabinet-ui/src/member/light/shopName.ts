import type { Schemas } from '@/base/api/client'
import { useLocalText } from '@/base/i18n/texts'

/** The shop's name in the reader's language; a card kept on the phone by an older version knows only one. */
export function useShopName(): (shop: Pick<Schemas['Shop'], 'name'> & Partial<Schemas['Shop']>) => string {
  const text = useLocalText()
  return (shop) => text(shop.names) || shop.name
}
