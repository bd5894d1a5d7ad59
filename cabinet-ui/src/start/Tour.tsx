import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import { CopyLine } from './CopyLine'
import classes from './StartPage.module.css'
import { texts } from './texts'

/** The demo in four stations, each with what is needed to get in. */
export function Tour({ demo }: { demo: Schemas['Demo'] }) {
  const t = useTexts(texts)
  const { pages } = demo
  return (
    <section aria-labelledby="tour-title">
      <h2 className={classes.tourTitle} id="tour-title">
        {t('tourTitle')}
      </h2>
      <p className={classes.tourText}>{t('tourText')}</p>
      <ol className={classes.tour}>
        <Station number={1} title={t('join')} text={t('joinText')} href={pages.join} go={t('joinGo')} first />
        <Station number={2} title={t('phone')} text={t('phoneText')} href={pages.phone} go={t('phoneGo')} />
        <Station number={3} title={t('till')} text={t('tillText')} href={pages.till} go={t('tillGo')}>
          <CopyLine label={t('registerKey')} value={demo.registerKey} />
        </Station>
        <Station number={4} title={t('cabinet')} text={t('cabinetText')} href={pages.cabinet} go={t('cabinetGo')}>
          <CopyLine label={t('email')} value={demo.email} />
          <CopyLine label={t('password')} value={demo.password} />
        </Station>
      </ol>
      <p className={classes.note}>{t('demoOnly')}</p>
    </section>
  )
}

type StationProps = {
  number: number
  title: string
  text: string
  href: string
  go: string
  first?: boolean
  children?: ReactNode
}

function Station({ number, title, text, href, go, first = false, children }: StationProps) {
  return (
    <li className={`k-panel ${classes.station}`}>
      <span className={classes.number} aria-hidden>
        {number}
      </span>
      <h3>{title}</h3>
      <p>{text}</p>
      {children && <div className={classes.fields}>{children}</div>}
      <Button
        component="a"
        href={href}
        variant={first ? 'filled' : 'default'}
        mt="auto"
        rightSection={<IconArrowRight size={18} aria-hidden />}
      >
        {go}
      </Button>
    </li>
  )
}
