import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import ui from '../light/ui.module.css'
import classes from './Operations.module.css'
import { texts } from './texts'

const FIRST = 6

export function Operations({ operations, zone }: { operations: readonly Schemas['Operation'][]; zone: string }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat(zone)
  const [all, setAll] = useState(false)
  const shown = all ? operations : operations.slice(0, FIRST)
  return (
    <section className={`k-panel ${ui.panel}`} aria-labelledby="operations-title">
      <h2 id="operations-title">{t('operations')}</h2>
      {operations.length === 0 && <p className={ui.muted}>{t('noOperations')}</p>}
      <ol className={classes.list}>
        {shown.map((operation) => (
          <li key={operation.seq}>
            <div className={classes.what}>
              <p>{text(operation.text)}</p>
              {operation.reason && <p className={classes.reason}>{operation.reason}</p>}
              <p className={classes.when}>
                <time dateTime={operation.at}>{f.dateTime(operation.at)}</time>
                {operation.receiptNumber && ` · ${t('receipt', { number: operation.receiptNumber })}`}
              </p>
            </div>
            <div className={classes.amount} data-plus={operation.amount > 0 || undefined}>
              {f.signedBonus(operation.amount)}
              <span>{t('balanceAfter', { amount: f.bonus(operation.balanceAfter) })}</span>
            </div>
          </li>
        ))}
      </ol>
      {operations.length > FIRST && !all && (
        <button type="button" className={ui.link} onClick={() => setAll(true)}>
          {t('allOperations')}
        </button>
      )}
    </section>
  )
}
