import { IconLinkOff } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useCertificatePage } from '@/base/api/queries/publicCertificate'
import { QrCode } from '@/base/components/QrCode'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import { Message } from '../light/Message'
import { Shell } from '../light/Shell'
import ui from '../light/ui.module.css'
import classes from './Certificate.module.css'
import { texts } from './texts'

/** A gift certificate for whoever has its link: what is left now, and the code as a till reads it. */
export function CertificatePage({ link }: { link: string }) {
  const t = useTexts(texts)
  const local = useLocalText()
  const { data, error, refetch } = useCertificatePage(link)
  const shop = local(data?.shop)
  const title = shop ? `${t('title')} · ${shop}` : t('title')
  useEffect(() => {
    document.title = title
  }, [title])
  if (error instanceof ApiError && error.status === 404) {
    return (
      <Shell>
        <Message title={t('missing')} text={t('missingText')} icon={<IconLinkOff size={30} />} />
      </Shell>
    )
  }
  return (
    <Shell brand={<b>{shop}</b>}>
      {error && !data && <ErrorLine error={error} onRetry={() => void refetch()} />}
      {data && <Shown one={data} />}
    </Shell>
  )
}

function Shown({ one }: { one: Schemas['CertificateOnPage'] }) {
  const t = useTexts(texts)
  const f = useFormat(one.zone)
  const local = useLocalText()
  const { state } = one
  return (
    <div className={classes.page}>
      <h1>{local(one.kind)}</h1>
      <p className={ui.muted}>{t('left')}</p>
      <p className={classes.rest} role="status">
        {f.money(one.rest)}
      </p>
      {state === 'ACTIVE' ? (
        <>
          <QrCode value={one.barcode} label={t('qr')} size="min(70vw, 300px)" />
          <p className={classes.code}>{one.code}</p>
          <p>{t('show')}</p>
        </>
      ) : (
        <p>{t(`state.${state}`)}</p>
      )}
      <p className={ui.muted}>{one.endsAt ? t('until', { day: f.dateTime(one.endsAt) }) : t('never')}</p>
      {one.origin === 'BOUGHT' && one.rest > 0 && <p className={ui.muted}>{t('refund')}</p>}
    </div>
  )
}
