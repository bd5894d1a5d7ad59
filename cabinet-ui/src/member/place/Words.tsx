import type { Schemas } from '@/base/api/client'
import { useChangePlaceConsents, usePlaceConsents, type WayWanted } from '@/base/api/queries/place'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Place.module.css'
import { texts } from './texts'

const DAY = 86_400_000

/** What the shop may say, by which ways, and what the member said of it before. */
export function Words({ token, zone }: { token: string; zone: string }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { data, error, refetch } = usePlaceConsents(token)
  const change = useChangePlaceConsents(token)
  return (
    <section className={`k-panel ${ui.panel}`} aria-labelledby="words-title">
      <h2 id="words-title">{t('words')}</h2>
      {data ? (
        <div className={classes.form}>
          <div>
            <label className={ui.check}>
              <input
                type="checkbox"
                checked={data.offers.wanted}
                disabled={change.isPending}
                onChange={(event) => change.mutate(event.currentTarget.checked)}
              />
              <span>{text(data.offers.text)}</span>
            </label>
            <p className={ui.small}>{t('offersHint')}</p>
          </div>
          {data.ways.map((way) => (
            <Way key={way.kind} way={way} zone={zone} busy={change.isPending} onChange={change.mutate} />
          ))}
          {change.error && <ErrorLine error={change.error} />}
          <History history={data.history} zone={zone} />
        </div>
      ) : error ? (
        <ErrorLine error={error} onRetry={() => void refetch()} />
      ) : (
        <div className={ui.skeleton} style={{ height: 120 }} />
      )}
    </section>
  )
}

type WayProps = {
  way: Schemas['OwnConsents']['ways'][number]
  zone: string
  busy: boolean
  onChange: (wanted: WayWanted) => void
}

function Way({ way, zone, busy, onChange }: WayProps) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const quiet = (days: number) => new Date(Date.now() + days * DAY).toISOString()
  const choices = {
    OPEN: { kind: way.kind, state: 'OPEN' },
    WEEK: { kind: way.kind, state: 'MUTED', until: quiet(7) },
    MONTH: { kind: way.kind, state: 'MUTED', until: quiet(30) },
    CLOSED: { kind: way.kind, state: 'CLOSED' },
  } satisfies Record<string, WayWanted>
  return (
    <div className={ui.field}>
      <label className={ui.label} htmlFor={`way-${way.kind}`}>
        {t(`way.${way.kind}`)}
      </label>
      <select
        id={`way-${way.kind}`}
        className={ui.input}
        value={way.state}
        disabled={busy}
        onChange={(event) => {
          const wanted = choices[event.currentTarget.value as keyof typeof choices]
          if (wanted) onChange(wanted)
        }}
      >
        <option value="OPEN">{t('wayOpen')}</option>
        {way.state === 'MUTED' && (
          <option value="MUTED">
            {way.until ? t('wayMutedUntil', { date: f.dateLong(way.until) }) : t('wayMuted')}
          </option>
        )}
        <option value="WEEK">{t('wayWeek')}</option>
        <option value="MONTH">{t('wayMonth')}</option>
        <option value="CLOSED">{t('wayClosed')}</option>
      </select>
    </div>
  )
}

function History({ history, zone }: { history: readonly Schemas['Consent'][]; zone: string }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const f = useFormat(zone)
  return (
    <details>
      <summary className={classes.more}>{t('history')}</summary>
      <ul className={classes.rows}>
        {history.map((one) => (
          <li key={`${one.at}${one.purpose}${one.channel}`}>
            <div>
              <p>
                {t(one.granted ? 'given' : 'takenBack', { what: t(`purpose.${one.purpose}`) })}
                {one.channel !== 'ALL' && ` (${t(`way.${one.channel}`)})`}
              </p>
              <p className={ui.small}>
                {[f.dateTime(one.at), t(`source.${one.source}`)].join(' · ')}
                {one.proof.site && `: ${one.proof.site}`}
              </p>
              {one.proof.text && <p className={ui.small}>«{text(one.proof.text)}»</p>}
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}
