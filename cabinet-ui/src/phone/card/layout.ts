import type { Schemas } from '@/base/api/client'

/** What every layout of a card's front is given. */
export type LayoutProps = {
  card: Schemas['WalletCard']
  /** "serial key" of the fields that have just changed. */
  changed: ReadonlySet<string>
}
