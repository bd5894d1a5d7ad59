import { Button, Stack, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { PasskeyCancelled } from '@/base/api/passkey'
import { ApiError } from '@/base/api/problem'
import { useShowCode, useShowPasskey } from '@/base/api/queries/secondFactor'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Factor = Schemas['SecondStep']['secondFactor'][number]
type Props = {
  step: string
  /** What this person can show in this browser. */
  ways: readonly Factor[]
  onDone: () => void
  onBack: () => void
}

/** After the password: one of what this person has, the others a click away. */
export function SecondStepForm({ step, ways, onDone, onBack }: Props) {
  const t = useTexts(texts)
  const [way, setWay] = useState<Factor | undefined>(ways[0])
  return (
    <>
      <PageHeader title={t('stepTitle')} hint={way ? t(`stepText.${way}`) : t('stepNone')} />
      <Stack>
        {way === 'PASSKEY' && <ByPasskey step={step} onDone={onDone} />}
        {way && way !== 'PASSKEY' && <ByCode key={way} step={step} factor={way} onDone={onDone} />}
        {ways
          .filter((other) => other !== way)
          .map((other) => (
            <Button key={other} variant="default" onClick={() => setWay(other)}>
              {t(`stepBy.${other}`)}
            </Button>
          ))}
        <Button variant="subtle" onClick={onBack}>
          {t('toPassword')}
        </Button>
      </Stack>
    </>
  )
}

type CodeProps = { step: string; factor: 'TOTP' | 'RECOVERY'; onDone: () => void }

function ByCode({ step, factor, onDone }: CodeProps) {
  const t = useTexts(texts)
  const show = useShowCode()
  const [code, setCode] = useState('')
  const [tried, setTried] = useState(false)
  const wrong =
    show.error instanceof ApiError && show.error.code === 'SECOND_FACTOR_WRONG' ? show.error.message : undefined

  function submit() {
    setTried(true)
    if (!code.trim()) return
    show.mutate({ step, factor, code: code.trim() }, { onSuccess: onDone, onError: () => setCode('') })
  }

  return (
    <Form onSubmit={submit} submit={t('signIn')} busy={show.isPending} error={wrong ? undefined : show.error} wide>
      <TextInput
        label={t(`code.${factor}`)}
        size="md"
        autoFocus
        autoComplete="one-time-code"
        inputMode={factor === 'TOTP' ? 'numeric' : 'text'}
        maxLength={factor === 'TOTP' ? 7 : 30}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        error={tried && !code.trim() ? (wrong ?? t('codeRequired')) : undefined}
      />
    </Form>
  )
}

function ByPasskey({ step, onDone }: { step: string; onDone: () => void }) {
  const t = useTexts(texts)
  const show = useShowPasskey()
  return (
    <>
      <PasskeyError error={show.error} />
      <Button size="md" autoFocus loading={show.isPending} onClick={() => show.mutate(step, { onSuccess: onDone })}>
        {t('showPasskey')}
      </Button>
    </>
  )
}

/** Closing the browser's window is no failure: one may try again. */
export function PasskeyError({ error }: { error: unknown }) {
  const t = useTexts(texts)
  if (!error) return null
  return error instanceof PasskeyCancelled ? <p role="status">{t('passkeyCancelled')}</p> : <ErrorNote error={error} />
}
