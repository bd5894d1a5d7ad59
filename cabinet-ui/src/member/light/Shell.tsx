import { IconMoon, IconSun } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { LOCALES, setLocale, useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import classes from './Shell.module.css'
import { useScheme } from './scheme'
import { texts } from './texts'

type Props = { children: ReactNode; brand?: ReactNode; style?: CSSProperties; wide?: boolean }

/** The frame of a member's page: the shop on the left, language and theme on the right, Kartela's name at the foot. */
export function Shell({ children, brand, style, wide = false }: Props) {
  const t = useTexts(texts)
  return (
    <div className={classes.page} style={style}>
      <a className={classes.skip} href="#main">
        {t('skip')}
      </a>
      <header className={classes.header}>
        <div className={classes.brand}>{brand}</div>
        <Language />
        <Theme />
      </header>
      <main id="main" className={classes.main} data-wide={wide || undefined}>
        {children}
      </main>
      <footer className={classes.footer}>{t('poweredBy')}</footer>
    </div>
  )
}

function Language() {
  const locale = useLocale()
  const t = useTexts(texts)
  return (
    <fieldset className={classes.language}>
      <legend className="k-visually-hidden">{t('language')}</legend>
      {LOCALES.map((one) => (
        <button key={one} type="button" lang={one} aria-pressed={one === locale} onClick={() => setLocale(one)}>
          {one.toUpperCase()}
          <span className="k-visually-hidden"> {t(one === 'ru' ? 'russian' : 'english')}</span>
        </button>
      ))}
    </fieldset>
  )
}

function Theme() {
  const [scheme, setScheme] = useScheme()
  const t = useTexts(texts)
  const dark = scheme === 'dark'
  return (
    <button
      type="button"
      className={classes.theme}
      aria-label={t('darkTheme')}
      aria-pressed={dark}
      onClick={() => setScheme(dark ? 'light' : 'dark')}
    >
      {dark ? <IconSun size={20} aria-hidden /> : <IconMoon size={20} aria-hidden />}
    </button>
  )
}
