import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { type FormEvent, useEffect, useRef, useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useClock } from '@/base/hooks/useClock'
import { useTexts } from '@/base/i18n/texts'
import { cashierSession } from '../api/cashierSession'
import { useSignInCashier } from '../api/queries'
import { refusedFor } from '../code/code'
import { DigitPad } from '../pad/DigitPad'
import classes from './Cashier.module.css'
import { texts } from './texts'

const SHORTEST = 4
const LONGEST = 8

export type Person = { id: string; name: string; lockedUntil?: string }
type Props = { person: Person; onOther: (() => void) | undefined }

/** The PIN by keyboard or by finger; after wrong ones the lock counts down. */
export function PinForm({ person, onOther }: Props) {
  const t = useTexts(texts)
  const now = useClock()
  const signIn = useSignInCashier()
  const [pin, setPin] = useState('')
  const input = useRef<HTMLInputElement>(null)
  const refused = signIn.error instanceof ApiError ? signIn.error : undefined
  const wait = refusedFor(signIn, now)

  useEffect(() => {
    input.current?.focus()
  }, [])

  function submit(event: FormEvent) {
    event.preventDefault()
    if (pin.length < SHORTEST || signIn.isPending || wait > 0) return
    signIn.mutate(
      { cashierId: person.id, pin },
      {
        onSuccess: (session) => cashierSession.set(session),
        onError: (error) => {
          if (error instanceof ApiError) setPin('')
          input.current?.focus()
        },
      },
    )
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <PasswordInput
          ref={input}
          label={t('pin')}
          inputMode="numeric"
          autoComplete="off"
          size="lg"
          classNames={{ innerInput: classes.pin }}
          value={pin}
          readOnly={signIn.isPending}
          aria-invalid={Boolean(refused && !pin) || undefined}
          onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, '').slice(0, LONGEST))}
        />
        {refused && (!pin || wait > 0) && (
          <Text role="alert" c="var(--k-danger-text)" fw={600}>
            {refused.message}
          </Text>
        )}
        {signIn.error && !refused && <ErrorNote error={signIn.error} />}
        <DigitPad
          label={t('pad')}
          order="code"
          disabled={signIn.isPending}
          onDigit={(digit) => setPin((pin + digit).slice(0, LONGEST))}
          onErase={() => setPin(pin.slice(0, -1))}
        />
        <Button type="submit" size="md" loading={signIn.isPending} disabled={pin.length < SHORTEST || wait > 0}>
          {wait > 0 ? t('wait', { seconds: wait }) : t('enter')}
        </Button>
        {onOther && (
          <Button variant="default" onClick={onOther}>
            {t('other')}
          </Button>
        )}
      </Stack>
    </form>
  )
}
