import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { QrCode } from '@/base/components/QrCode'
import { useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import classes from './AddToWallet.module.css'
import { InstallHint } from './InstallHint'
import { isLoopback, type Platform, platformOf } from './platform'
import { texts } from './texts'
import { AppleButton, GoogleButton } from './WalletButtons'

/** The right button for this phone; on a computer both, and a QR code to go on with the phone. */
export function AddToWallet({ card }: { card: Schemas['Card'] }) {
  const t = useTexts(texts)
  const [platform] = useState<Platform>(() => platformOf(navigator.userAgent))
  const apple = <AppleButton href={card.appleUrl} />
  const google = <GoogleButton href={card.googleUrl} />
  if (platform === 'desktop') {
    return (
      <section className={`k-panel ${classes.desktop}`} aria-labelledby="add-title">
        <div>
          <h2 id="add-title">{t('addTitle')}</h2>
          <p className={ui.muted}>{t(isLoopback(window.location.hostname) ? 'loopback' : 'addHintDesktop')}</p>
          <div className={classes.buttons}>
            {apple}
            {google}
          </div>
        </div>
        <QrCode value={window.location.href} label={t('pageCode')} size={148} />
      </section>
    )
  }
  const mine = platform === 'iphone' ? apple : google
  const other = platform === 'iphone' ? google : apple
  return (
    <section className={classes.phone} aria-label={t('addTitle')}>
      {mine}
      <p className={classes.hint}>{t('addHintPhone')}</p>
      <div className={classes.more}>
        <details>
          <summary>{t('noWallet')}</summary>
          <InstallHint platform={platform} />
        </details>
        <details>
          <summary>{t('otherPhone')}</summary>
          <div className={classes.other}>{other}</div>
        </details>
      </div>
    </section>
  )
}
