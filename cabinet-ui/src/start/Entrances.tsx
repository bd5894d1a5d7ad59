import { type Icon, IconBuildingStore, IconCashRegister } from '@tabler/icons-react'
import { useTexts } from '@/base/i18n/texts'
import classes from './StartPage.module.css'
import { texts } from './texts'

/** An installation at work: the two places where its staff sign in. */
export function Entrances() {
  const t = useTexts(texts)
  return (
    <nav className={classes.entrances}>
      <Entrance href="/cabinet" icon={IconBuildingStore} title={t('cabinetTitle')} text={t('cabinetText')} />
      <Entrance href="/till" icon={IconCashRegister} title={t('tillTitle')} text={t('tillText')} />
    </nav>
  )
}

function Entrance({ href, icon: Glyph, title, text }: { href: string; icon: Icon; title: string; text: string }) {
  return (
    <a className={`k-panel ${classes.entrance}`} href={href}>
      <span className={classes.icon} aria-hidden>
        <Glyph size={24} stroke={1.7} />
      </span>
      <strong>{title}</strong>
      <span>{text}</span>
    </a>
  )
}
