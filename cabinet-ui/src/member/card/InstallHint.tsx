import { useEffect, useState } from 'react'
import { useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import type { Platform } from './platform'
import { texts } from './texts'

type InstallPrompt = Event & { prompt: () => Promise<unknown> }

/** How to keep the page on the home screen; Chromium offers a button for it, others have it in a menu. */
export function InstallHint({ platform }: { platform: Platform }) {
  const t = useTexts(texts)
  const [offer, setOffer] = useState<InstallPrompt>()
  useEffect(() => {
    const keep = (event: Event) => {
      event.preventDefault()
      setOffer(event as InstallPrompt)
    }
    window.addEventListener('beforeinstallprompt', keep)
    return () => window.removeEventListener('beforeinstallprompt', keep)
  }, [])
  return (
    <div className={ui.small}>
      <p>{t('noWalletText')}</p>
      {offer ? (
        <button type="button" className={ui.quiet} onClick={() => void offer.prompt()}>
          {t('install')}
        </button>
      ) : (
        <p>
          <strong>{t(platform === 'iphone' ? 'howIphone' : 'howAndroid')}</strong>
        </p>
      )}
    </div>
  )
}
