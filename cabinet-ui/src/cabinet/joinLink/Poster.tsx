import { QrCode } from '@/base/components/QrCode'
import type { Locale } from '@/base/i18n/locale'
import { translate } from '@/base/i18n/texts'
import classes from './JoinLink.module.css'
import { texts } from './texts'

/** One A4 page; its language is the customers', not the cabinet's. */
export function Poster({ url, shop, language }: { url: string; shop: string; language: Locale }) {
  const t = (key: keyof typeof texts) => translate(texts[key], language)
  return (
    <article className={classes.poster} lang={language}>
      <div className={classes.sheet}>
        <div className={classes.shop}>{shop}</div>
        <h2 className={classes.headline}>{t('posterTitle')}</h2>
        <p className={classes.lead}>{t('posterLead')}</p>
        <div className={classes.qr}>
          <QrCode value={url} label={t('qr')} size="100%" />
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
