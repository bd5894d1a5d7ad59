import type { CSSProperties } from 'react'
import type { Schemas } from '@/base/api/client'

/** The card's own colours as variables for the styles. */
export function cardColors(card: Schemas['WalletCard']): CSSProperties {
  return {
    '--card-bg': card.backgroundColor,
    '--card-text': card.foregroundColor,
    '--card-label': card.labelColor,
  } as CSSProperties
}
