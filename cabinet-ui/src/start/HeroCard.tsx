import { IconWallet } from '@tabler/icons-react'
import { QrCode } from '@/base/components/QrCode'
import { useTexts } from '@/base/i18n/texts'
import classes from './HeroCard.module.css'
import { texts } from './texts'

/** A picture of the product: the card on a phone and the notice that its balance has changed. */
export function HeroCard() {
  const t = useTexts(texts)
  return (
    <div className={classes.scene} aria-hidden="true">
      <div className={classes.phone}>
        <div className={classes.notice}>
          <IconWallet size={20} />
          <div>
            <strong>{t('heroShop')}</strong>
            <span>{t('heroNotice')}</span>
          </div>
        </div>
        <div className={classes.card}>
          <div className={classes.head}>
            <strong>{t('heroShop')}</strong>
            <span>{t('heroTier')}</span>
          </div>
          <div className={classes.strip}>
            <span>{t('heroBonuses')}</span>
            <b>372</b>
          </div>
          <div className={classes.code}>
            <QrCode value="kartela" label="" size={104} />
          </div>
        </div>
      </div>
    </div>
  )
}
