import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import classes from './Place.module.css'
import { texts } from './texts'

const FIRST = 8

type Props = { balance: Schemas['Balance']; lots: readonly Schemas['Lot'][]; zone: string }

/** What there is, grant by grant: where from, until when. */
export function Bonuses({ balance, lots, zone }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat(zone)
  const [all, setAll] = useState(false)
  const alive = lots.filter((lot) => lot.left > 0)
  return (
    <section className={`k-panel ${ui.panel}`} aria-labelledby="bonuses-title">
      <h2 id="bonuses-title">{t('bonusesTitle', { amount: f.bonus(balance.available) })}</h2>
      {alive.length === 0 && <p className={ui.muted}>{t('noBonuses')}</p>}
      <ul className={classes.rows} aria-label={t('lots')}>
        {(all ? alive : alive.slice(0, FIRST)).map((lot) => (
          <li key={lot.id}>
            <div>
              <p>{text(lot.source.text)}</p>
              <p className={ui.small}>
                {lot.life.activeFrom
                  ? t('opens', { date: f.dateLong(lot.life.activeFrom) })
                  : lot.life.expiresAt
                    ? t('burns', { date: f.dateLong(lot.life.expiresAt) })
                    : t('neverBurns')}
                {lot.held > 0 && ` · ${t('held', { amount: f.bonus(lot.held) })}`}
              </p>
            </div>
            <strong className="k-number">{f.bonus(lot.left)}</strong>
          </li>
        ))}
      </ul>
      {alive.length > FIRST && !all && (
        <button type="button" className={ui.link} onClick={() => setAll(true)}>
          {t('showAll')}
        </button>
      )}
    </section>
  )
}
