import { useEffect, useRef, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useAskPlaceCode, useOpenPlace } from '@/base/api/queries/place'
import { useClock } from '@/base/hooks/useClock'
import { useTexts } from '@/base/i18n/texts'
import { CodeInput } from '../join/CodeInput'
import { CODE_LENGTH, codeOf, countdown } from '../join/oneTimeCode'
import { ErrorLine } from '../light/ErrorLine'
import ui from '../light/ui.module.css'
import classes from './Place.module.css'
import { texts } from './texts'

type Sent = Schemas['PlaceCode'] & { askedAt: number }

/** A code to the phone that the card belongs to; nobody types the number, so nobody learns it here. */
export function SignIn({ token }: { token: string }) {
  const t = useTexts(texts)
  const ask = useAskPlaceCode(token)
  const [sent, setSent] = useState<Sent>()
  const send = () => ask.mutate(undefined, { onSuccess: (answer) => setSent({ ...answer, askedAt: Date.now() }) })
  return (
    <section className={`k-panel ${ui.panel} ${classes.signIn}`} aria-labelledby="sign-in-title">
      <h2 id="sign-in-title">{t('signInTitle')}</h2>
      {sent ? (
        <Code key={sent.codeId} token={token} sent={sent} onAgain={send} asking={ask.isPending} />
      ) : (
        <>
          <p>{t('signInText')}</p>
          <button type="button" className={`${ui.button} ${ui.wide}`} onClick={send} disabled={ask.isPending}>
            {ask.isPending && <span className={ui.spinner} aria-hidden />}
            {t('sendCode')}
          </button>
        </>
      )}
      {ask.error && <ErrorLine error={ask.error} />}
    </section>
  )
}

type CodeProps = { token: string; sent: Sent; onAgain: () => void; asking: boolean }

function Code({ token, sent, onAgain, asking }: CodeProps) {
  const t = useTexts(texts)
  const now = useClock()
  const open = useOpenPlace(token)
  const [code, setCode] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const refused = open.error instanceof ApiError ? open.error : undefined
  const wait = Math.max(0, Math.ceil((sent.askedAt + sent.resendAfterSeconds * 1000 - now) / 1000))
  useEffect(() => input.current?.focus(), [])

  function type(text: string) {
    const next = codeOf(text)
    setCode(next)
    if (open.isPending || next.length < CODE_LENGTH) return
    open.mutate(
      { codeId: sent.codeId, code: next },
      { onError: (error) => error instanceof ApiError && setCode(''), onSettled: () => input.current?.focus() },
    )
  }

  return (
    <>
      <p>{sent.way === 'SMS' ? t('codeSent', { phone: sent.phoneMasked }) : t(`codeSentIn.${sent.way}`)}</p>
      <CodeInput
        ref={input}
        value={code}
        busy={open.isPending}
        invalid={Boolean(refused)}
        label={t('codeLabel', { count: CODE_LENGTH })}
        onChange={type}
      />
      {open.error && <ErrorLine error={open.error} onRetry={code ? () => type(code) : undefined} />}
      <p aria-live="polite">
        {wait > 0 ? (
          <span className={ui.small}>{t('againIn', { time: countdown(wait) })}</span>
        ) : (
          <button type="button" className={ui.link} onClick={onAgain} disabled={asking}>
            {t('again')}
          </button>
        )}
      </p>
    </>
  )
}
