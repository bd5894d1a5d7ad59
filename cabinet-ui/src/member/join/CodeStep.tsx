import { useEffect, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useConfirmSignUp } from '@/base/api/queries/publicCard'
import { useFormat } from '@/base/format/useFormat'
import { useClock } from '@/base/hooks/useClock'
import { useTexts } from '@/base/i18n/texts'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import { CodeInput } from './CodeInput'
import classes from './Join.module.css'
import { CODE_LENGTH, codeOf, countdown } from './oneTimeCode'
import type { Pending } from './pending'
import { SmsToast } from './SmsToast'
import { texts } from './texts'

type Resend = { run: () => void; busy: boolean; error: unknown }

type Props = {
  pending: Pending
  resend: Resend
  onBack: () => void
  onDone: (done: Schemas['SignUpDone']) => void
}

export function CodeStep({ pending, resend, onBack, onDone }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const now = useClock()
  const confirm = useConfirmSignUp()
  const [code, setCode] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const wait = Math.max(0, Math.ceil((pending.resendAt - now) / 1000))
  const dead = confirm.error instanceof ApiError && ['CODE_EXPIRED', 'SIGN_UP_NOT_FOUND'].includes(confirm.error.code)
  const expired = pending.expiresAt <= now || dead

  function type(text: string) {
    const next = codeOf(text)
    setCode(next)
    if (confirm.isPending || next.length < CODE_LENGTH) return
    confirm.mutate(
      { signUpId: pending.signUpId, code: next },
      {
        onSuccess: onDone,
        // What was wrong is cleared for the next try; what did not arrive is kept for "try again".
        onError: (error) => error instanceof ApiError && setCode(''),
        onSettled: () => input.current?.focus(),
      },
    )
  }

  // A new code was asked for: the old answer has nothing to say any more.
  const { reset } = confirm
  useEffect(() => {
    if (!pending.signUpId) return
    setCode('')
    reset()
    input.current?.focus()
  }, [pending.signUpId, reset])

  return (
    <section className={classes.form} aria-labelledby="code-title">
      <div>
        <h2 className={classes.title} id="code-title">
          {t('codeTitle')}
        </h2>
        <p className={ui.muted}>{t('codeSent', { phone: f.phone(pending.phone) })}</p>
        <button type="button" className={ui.link} onClick={onBack}>
          {t('changePhone')}
        </button>
      </div>
      {expired ? (
        <Expired error={confirm.error} resend={resend} />
      ) : (
        <>
          <CodeInput
            ref={input}
            value={code}
            busy={confirm.isPending}
            invalid={confirm.error instanceof ApiError}
            label={t('codeLabel', { count: CODE_LENGTH })}
            onChange={type}
          />
          {confirm.isPending && <p className={ui.small}>{t('checking')}</p>}
          {confirm.error && <ErrorLine error={confirm.error} onRetry={code ? () => type(code) : undefined} />}
          <Again wait={wait} resend={resend} />
        </>
      )}
      {Boolean(resend.error) && <ErrorLine error={resend.error} />}
      {!expired && <SmsToast phone={pending.phone} since={pending.startedAt} onUse={type} />}
    </section>
  )
}

function Expired({ error, resend }: { error: unknown; resend: Resend }) {
  const t = useTexts(texts)
  return (
    <>
      <p className={classes.expired} role="alert">
        {error instanceof ApiError ? error.message : t('expired')}
      </p>
      <button type="button" className={`${ui.button} ${ui.wide}`} onClick={resend.run} disabled={resend.busy}>
        {t('newCode')}
      </button>
    </>
  )
}

/** Another code, once the last one had its time to arrive. */
function Again({ wait, resend }: { wait: number; resend: Resend }) {
  const t = useTexts(texts)
  return (
    <p aria-live="polite">
      {wait > 0 ? (
        <span className={ui.small}>{t('resendIn', { time: countdown(wait) })}</span>
      ) : (
        <button type="button" className={ui.link} onClick={resend.run} disabled={resend.busy}>
          {t('resend')}
        </button>
      )}
    </p>
  )
}
