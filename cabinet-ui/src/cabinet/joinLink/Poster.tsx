import type { CSSProperties } from 'react'
import { QrCode } from '@/base/components/QrCode'
import type { Locale } from '@/base/i18n/locale'
import { translate } from '@/base/i18n/texts'
import { CardFront } from '@/phone/card/CardFront'
import { useShopCards } from '../shopCard/useShopCards'
import classes from './JoinLink.module.css'
import { texts } from './texts'

const NOTHING: ReadonlySet<string> = new Set()

/** One A4 page in the colours of the shop's card; its language is the customers', not the cabinet's. */
export function Poster({ url, shop, language }: { url: string; shop: string; language: Locale }) {
  const t = (key: keyof typeof texts) => translate(texts[key], language)
  const cards = useShopCards({ tier: '', lang: language, customer: 'TOP' })
  const card = cards && (cards.appleNewer ?? cards.apple)
  const colors = card && { '--poster': card.backgroundColor, '--on-poster': card.foregroundColor }
  return (
    <article className={classes.poster} lang={language} style={colors as CSSProperties}>
      <div className={classes.sheet}>
        <div className={classes.shop}>{shop}</div>
        <h2 className={classes.headline}>{t('posterTitle')}</h2>
        <p className={classes.lead}>{t('posterLead')}</p>
        <div className={classes.codeAndCard}>
          <div className={classes.qr}>
            <QrCode value={url} label={t('qr')} size="100%" />
          </div>
          {card && (
            <div className={classes.card} aria-hidden inert>
              {/* Without its code: a camera must find one to scan and no other. */}
              <CardFront card={{ ...card, barcode: null }} platform="APPLE" changed={NOTHING} arrived={false} />
            </div>
          )}
        </div>
        <ol className={classes.steps}>
          <li>{t('step1')}</li>
          <li>{t('step2')}</li>
          <li>{t('step3')}</li>
        </ol>
        <p className={classes.address}>{url.replace(/^https?:\/\//, '')}</p>
        <p className={classes.foot}>{t('posterFoot')}</p>
      </div>
    </article>
  )
}
