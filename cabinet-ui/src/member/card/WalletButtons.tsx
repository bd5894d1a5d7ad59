import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import classes from './WalletButtons.module.css'

/** Drawn after the vendors' badges: black, the wallet's picture on the left, two lines of text. */
export function AppleButton({ href }: { href: string }) {
  const t = useTexts(texts)
  return (
    <a className={classes.button} href={href} data-wallet="apple" type="application/vnd.apple.pkpass">
      <svg width="40" height="30" viewBox="0 0 40 30" aria-hidden="true">
        <rect x="1" y="1" width="38" height="28" rx="5" fill="#f3f0e6" />
        <path d="M3.500 7.500a4 4 0 0 1 4-4h25a4 4 0 0 1 4 4v4h-33z" fill="#40a5d9" />
        <path d="M3.500 9.500a4 4 0 0 1 4-3h25a4 4 0 0 1 4 3v4h-33z" fill="#fdb913" />
        <path d="M3.500 12.500a4 4 0 0 1 4-3h25a4 4 0 0 1 4 3v4h-33z" fill="#40ad6b" />
        <path d="M3.500 15.500a4 4 0 0 1 4-3h25a4 4 0 0 1 4 3v4h-33z" fill="#e9573f" />
        <path
          d="M1 16h12c1.500 0 2 1 2.600 2.200a5 5 0 0 0 8.800 0C25 17 25.500 16 27 16h12v8a5 5 0 0 1-5 5H6a5 5 0 0 1-5-5z"
          fill="#f3f0e6"
        />
      </svg>
      <span>
        <small>{t('appleSmall')}</small> Apple Wallet
      </span>
    </a>
  )
}

export function GoogleButton({ href }: { href: string }) {
  const t = useTexts(texts)
  return (
    <a className={classes.button} href={href} data-wallet="google">
      <svg width="36" height="30" viewBox="0 0 36 30" aria-hidden="true">
        <path d="M1 11a5 5 0 0 1 5-5h24a5 5 0 0 1 5 5v5H1z" fill="#34a853" />
        <path d="M1 9a5 5 0 0 1 5-5h24a5 5 0 0 1 5 5v3.500H1z" fill="#fbbc04" transform="translate(0 -3)" />
        <path d="M1 14.500a5 5 0 0 1 5-5h24a5 5 0 0 1 5 5V20H1z" fill="#ea4335" />
        <path
          d="M1 15.500c9.500 0 12.800 2.600 18.500 6.100 4.900 3 9.900 3.200 15.500.4v2a5 5 0 0 1-5 5H6a5 5 0 0 1-5-5z"
          fill="#4285f4"
        />
      </svg>
      <span>
        <small>{t('googleSmall')}</small> Google Wallet
      </span>
    </a>
  )
}
