import { Anchor } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schemas } from '@/base/api/client'
import { useTexts } from '@/base/i18n/texts'
import classes from './Guide.module.css'
import type { FieldChange } from './live/changes'
import { texts } from './texts'

type Props = { demo: Schemas['Demo']; hasCard: boolean; seen: FieldChange | undefined }

/** The demo in four steps; what was done is ticked off by what the phones report. */
export function Guide({ demo, hasCard, seen }: Props) {
  const t = useTexts(texts)
  const current = seen ? 5 : hasCard ? 3 : 1
  return (
    <nav className={`k-panel ${classes.guide}`} aria-label={t('guide')}>
      <ol>
        <Step number={1} current={current} title={t('step1')} text={t('step1Text')}>
          <Go href={demo.pages.join}>{t('step1Do')}</Go>
        </Step>
        <Step number={2} current={current} title={t('step2')} text={t('step2Text')} />
        <Step number={3} current={current} title={t('step3')} text={t('step3Text')}>
          <Go href={demo.pages.till}>{t('step3Do')}</Go>
        </Step>
        <Step number={4} current={current} title={t('step4')} text={seen ? t('step4Seen', seen) : t('step4Text')} />
      </ol>
    </nav>
  )
}

type StepProps = { number: number; current: number; title: string; text: string; children?: ReactNode }

function Step({ number, current, title, text, children }: StepProps) {
  const t = useTexts(texts)
  const done = number < current
  return (
    <li className={classes.step} data-done={done || undefined} aria-current={number === current ? 'step' : undefined}>
      <span className={classes.number} aria-hidden>
        {done ? <IconCheck size={17} stroke={2.6} /> : number}
      </span>
      <div>
        <strong>{title}</strong>
        {done && <span className="k-visually-hidden"> ({t('stepDone')})</span>}
        <p>{text}</p>
        {children}
      </div>
    </li>
  )
}

function Go({ href, children }: { href: string; children: string }) {
  const t = useTexts(texts)
  return (
    <Anchor href={href} target="_blank" rel="noopener" fz="sm" fw={650} underline="always">
      {children}
      <span className="k-visually-hidden"> {t('newTab')}</span>
    </Anchor>
  )
}
