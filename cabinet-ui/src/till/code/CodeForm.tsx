import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useClock } from '@/base/hooks/useClock'
import { useTexts } from '@/base/i18n/texts'
import { serviceNow } from '../api/registerClient'
import { DigitPad } from '../pad/DigitPad'
import classes from './CodeForm.module.css'
import { CODE_LENGTH, digitsOf, isDead, type SentCode } from './code'
import { texts } from './texts'

/** Longer than this and the cashier is told that it is the network, not the code. */
const SLOW_MS = 3000

type Props<T> = { sent: SentCode; confirm: (code: string) => Promise<T>; onProven: (proof: T) => void }

/** Six digits by keyboard or by finger; the right ones end it, wrong ones say how many tries are left. */
export function CodeForm<T>({ sent, confirm: check, onProven }: Props<T>) {
  const t = useTexts(texts)
  const confirm = useMutation({ mutationFn: check })
  const [code, setCode] = useState('')
  const slow = useSlow(confirm.isPending)
  const input = useRef<HTMLInputElement>(null)
  useClock() // looks again every second
  const dead = Date.parse(sent.expiresAt) <= serviceNow().getTime() || isDead(confirm.error)
  const wrong = confirm.error instanceof ApiError && !code

  useEffect(() => {
    input.current?.focus()
  }, [])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (code.length !== CODE_LENGTH || confirm.isPending) return
    confirm.mutate(code, {
      onSuccess: onProven,
      // What was wrong is cleared for the next try; what did not arrive is kept to be sent again.
      onError: (error) => {
        if (error instanceof ApiError) setCode('')
        input.current?.focus()
      },
    })
  }

  if (dead) return <Refusal text={t('expired')} />
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text fw={600} role="status">
          {sent.way === 'MAX' || sent.way === 'TELEGRAM' ? t(`sentTo.${sent.way}`) : t('sentTo', { phone: sent.phone })}
        </Text>
        <TextInput
          ref={input}
          label={t('codeLabel')}
          inputMode="numeric"
          autoComplete="off"
          size="lg"
          classNames={{ input: classes.input }}
          value={code}
          readOnly={confirm.isPending}
          aria-invalid={wrong || undefined}
          onChange={(event) => setCode(digitsOf(event.currentTarget.value))}
        />
        {wrong && <Refusal text={confirm.error?.message} />}
        {confirm.error && !(confirm.error instanceof ApiError) && <ErrorNote error={confirm.error} />}
        <DigitPad
          label={t('pad')}
          order="code"
          disabled={confirm.isPending}
          onDigit={(digit) => setCode(digitsOf(code + digit))}
          onErase={() => setCode(code.slice(0, -1))}
        />
        <Button type="submit" size="md" loading={confirm.isPending} disabled={code.length !== CODE_LENGTH}>
          {t('confirm')}
        </Button>
        <Text size="sm" c="dimmed" role="status" className={slow ? undefined : 'k-visually-hidden'}>
          {slow ? t('slow') : confirm.isPending ? t('checking') : ''}
        </Text>
      </Stack>
    </form>
  )
}

function Refusal({ text }: { text: string | undefined }) {
  return (
    <Text role="alert" c="var(--k-danger-text)" fw={600}>
      {text}
    </Text>
  )
}

/** Whether an answer is long in coming. */
function useSlow(pending: boolean): boolean {
  const [slow, setSlow] = useState(false)
  useEffect(() => {
    if (!pending) return setSlow(false)
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => clearTimeout(timer)
  }, [pending])
  return slow
}
