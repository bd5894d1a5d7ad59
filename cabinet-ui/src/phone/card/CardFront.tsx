import type { Schemas } from '@/base/api/client'
import { useMinute } from '@/base/hooks/useMinute'
import { useTexts } from '@/base/i18n/texts'
import { AppleLayout } from './AppleLayout'
import classes from './CardFront.module.css'
import { cardColors } from './cardColors'
import { GoogleLayout } from './GoogleLayout'
import type { LayoutProps } from './layout'
import { PosterLayout } from './PosterLayout'
import { texts } from './texts'

/** Why the card is good for nothing now; a card itself says when it ends, and phones need no word of it. */
export function ending(card: Schemas['WalletCard'], now: Date): 'voided' | 'expired' | undefined {
  if (card.voided) return 'voided'
  return card.validUntil && Date.parse(card.validUntil) < now.getTime() ? 'expired' : undefined
}

type Props = LayoutProps & {
  platform: Schemas['Phone']['platform']
  arrived: boolean
}

export function CardFront({ card, platform, changed, arrived }: Props) {
  const t = useTexts(texts)
  const Layout = platform === 'GOOGLE' ? GoogleLayout : card.poster ? PosterLayout : AppleLayout
  const over = ending(card, useMinute())
  const updated = [...changed].some((key) => key.startsWith(`${card.serial} `))
  return (
    <article
      className={classes.card}
      data-platform={platform}
      data-shop-colors
      data-voided={over !== undefined || undefined}
      data-arrived={arrived || undefined}
      data-updated={updated || undefined}
      style={cardColors(card)}
      aria-label={t('cardOf', { name: card.organization })}
    >
      {over && <p className={classes.void}>{t(over)}</p>}
      <Layout card={card} changed={changed} />
    </article>
  )
}
