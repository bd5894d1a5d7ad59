import { useState } from 'react'
import { useErasure, usePlaceProfile } from '@/base/api/queries/place'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Place.module.css'
import { texts } from './texts'

type Props = { token: string; zone: string; left: number }

/** A copy of everything, and being forgotten; the latter waits three days, for who did not mean it. */
export function OwnData({ token, zone, left }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const own = usePlaceProfile(token)
  const erasure = useErasure(token)
  const [asking, setAsking] = useState(false)
  const due = own.data?.erasedAt
  return (
    <section className={`k-panel ${ui.panel} ${classes.actions}`} aria-labelledby="data-title">
      <h2 id="data-title">{t('data')}</h2>
      <p>{t('exportText')}</p>
      <a className={ui.quiet} href={`/api/v1/public/cards/${encodeURIComponent(token)}/place/personal-data`} download>
        {t('export')}
      </a>
      {due ? (
        <>
          <p role="alert" className={classes.returned}>
            {t('erasedAt', { time: f.dateTime(due) })}
          </p>
          <button
            type="button"
            className={ui.button}
            onClick={() => erasure.mutate(false)}
            disabled={erasure.isPending}
          >
            {t('stay')}
          </button>
        </>
      ) : asking ? (
        <>
          <p>
            <strong>{t('eraseSure')}</strong> {t('eraseText', { amount: f.bonus(left) })}
          </p>
          <div className={classes.pair}>
            <button
              type="button"
              className={ui.quiet}
              onClick={() => erasure.mutate(true, { onSuccess: () => setAsking(false) })}
              disabled={erasure.isPending}
            >
              {t('eraseYes')}
            </button>
            <button type="button" className={ui.button} onClick={() => setAsking(false)}>
              {t('eraseNo')}
            </button>
          </div>
        </>
      ) : (
        <button type="button" className={ui.link} onClick={() => setAsking(true)}>
          {t('erase')}
        </button>
      )}
      {erasure.error && <ErrorLine error={erasure.error} />}
    </section>
  )
}
