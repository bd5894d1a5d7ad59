import { IconBell, IconBellOff, IconBellPlus } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Messengers.module.css'
import { canShow, isForbidden, NotAllowed } from './notices'
import { platformOf } from './platform'
import { texts } from './texts'
import { useAllowNotices, useMuteNotices, useStopNotices } from './useNotices'

type Props = { token: string; zone: string; demo: boolean; notices: Schemas['WebNotices'] }

/** Notices of this page in this browser: asked for by a click only, muted and stopped as easily. */
export function Notices({ token, zone, demo, notices }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const allow = useAllowNotices(token, demo, locale)
  const { key, subscribedWith, state } = notices
  const outdated = key !== undefined && subscribedWith !== undefined && subscribedWith !== key
  const { mutate: renew, isIdle } = allow
  useEffect(() => {
    // The service has another key now; who allowed notices is not asked again.
    if (outdated && isIdle && key && canShow() && Notification.permission === 'granted') renew(key)
  }, [outdated, isIdle, key, renew])
  if (!canShow()) {
    return platformOf(navigator.userAgent) === 'iphone' ? <p className={ui.small}>{t('noticesInstall')}</p> : null
  }
  if (isForbidden()) {
    return (
      <p className={classes.on}>
        <IconBellOff size={20} aria-hidden /> {t('noticesDenied')}
      </p>
    )
  }
  if (state !== 'OFF') return <Allowed token={token} zone={zone} demo={demo} notices={notices} />
  return (
    <>
      <button
        type="button"
        className={ui.quiet}
        disabled={allow.isPending || !key}
        onClick={() => key && allow.mutate(key)}
      >
        <IconBellPlus size={20} aria-hidden />
        {t('noticesAllow')}
      </button>
      {allow.error instanceof NotAllowed ? (
        <p role="alert">{t(allow.error.why === 'denied' ? 'noticesNotGiven' : 'noticesFailed')}</p>
      ) : (
        allow.error && <ErrorLine error={allow.error} />
      )}
    </>
  )
}

function Allowed({ token, zone, demo, notices }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const mute = useMuteNotices(token)
  const stop = useStopNotices(token, demo)
  const muted = notices.state === 'MUTED'
  const busy = mute.isPending || stop.isPending
  const error = mute.error ?? stop.error
  return (
    <>
      <p className={classes.on} role="status">
        {muted ? <IconBellOff size={20} aria-hidden /> : <IconBell size={20} aria-hidden />}
        {muted && notices.until ? t('noticesMuted', { time: f.dateTime(notices.until) }) : t('noticesOn')}
      </p>
      <div className={classes.acts}>
        <button type="button" className={ui.link} disabled={busy} onClick={() => mute.mutate(!muted)}>
          {t(muted ? 'noticesAgain' : 'noticesMute')}
        </button>
        <button type="button" className={ui.link} disabled={busy} onClick={() => stop.mutate()}>
          {t('noticesStop')}
        </button>
      </div>
      {error && <ErrorLine error={error} />}
    </>
  )
}
