import { IconClockHour4, IconFlame, IconHourglassHigh, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import classes from './TierPanel.module.css'
import { texts } from './texts'

/** Where the member stands: the tier's terms, the way to the next, and what will happen to the bonuses. */
export function TierPanel({ card }: { card: Schemas['Card'] }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat()
  const { tier, tierProgress: progress } = card
  const percent = Math.min(100, Math.max(0, progress?.percent ?? 0))
  const next = progress?.nextTierName ? text(progress.nextTierName) : ''
  return (
    <section className={`k-panel ${ui.panel}`} aria-labelledby="tier-title">
      <h2 id="tier-title">
        {t('tierTitle')}: {text(tier.name)}
      </h2>
      {progress ? (
        <div className={classes.progress}>
          <div
            className={classes.bar}
            role="progressbar"
            aria-valuenow={percent}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-label={t('toNext', { tier: next, amount: f.money(progress.remaining) })}
          >
            <span style={{ width: `${Math.max(percent, 3)}%` }} />
          </div>
          <p>{t('toNext', { tier: next, amount: f.money(progress.remaining) })}</p>
        </div>
      ) : (
        <p className={ui.muted}>{t('topTier')}</p>
      )}
      <dl className={classes.terms}>
        {tier.earnPercent !== undefined && (
          <div>
            <dt>{t('earn')}</dt>
            <dd>{t('earnValue', { percent: f.percent(tier.earnPercent) })}</dd>
          </div>
        )}
        {tier.spendPercent !== undefined && (
          <div>
            <dt>{t('spend')}</dt>
            <dd>{t('spendValue', { percent: f.percent(tier.spendPercent) })}</dd>
          </div>
        )}
      </dl>
      <Notes card={card} />
    </section>
  )
}

function Notes({ card: { balance, waits, zone } }: { card: Schemas['Card'] }) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const notes: { key: string; icon: ReactNode; text: string; hint?: string; tone?: 'bonus' }[] = []
  if (balance.burns) {
    const amount = f.bonus(balance.burns.amount)
    const date = f.dayMonthLong(balance.burns.at)
    notes.push({
      key: 'burns',
      icon: <IconFlame size={20} />,
      text: t('burns', { count: balance.burns.amount / 100, amount, date }),
      hint: t('burnsHint'),
      tone: 'bonus',
    })
  }
  if (balance.pending > 0) {
    const amount = f.bonus(balance.pending)
    const first = waits && { amount: f.bonus(waits.amount), date: f.dayMonthLong(waits.at) }
    notes.push({
      key: 'pending',
      icon: <IconHourglassHigh size={20} />,
      text: first?.amount === amount ? t('pendingOn', first) : t('pending', { amount }),
      hint: first && first.amount !== amount ? t('pendingFirst', first) : undefined,
    })
  }
  if (balance.held > 0) {
    notes.push({ key: 'held', icon: <IconLock size={20} />, text: t('held', { amount: f.bonus(balance.held) }) })
  }
  if (balance.debt > 0) {
    notes.push({ key: 'debt', icon: <IconClockHour4 size={20} />, text: t('debt', { amount: f.bonus(balance.debt) }) })
  }
  if (notes.length === 0) return null
  return (
    <ul className={classes.notes}>
      {notes.map((note) => (
        <li key={note.key} data-tone={note.tone}>
          <span aria-hidden>{note.icon}</span>
          <p>
            <strong>{note.text}</strong>
            {note.hint && <span> {note.hint}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
