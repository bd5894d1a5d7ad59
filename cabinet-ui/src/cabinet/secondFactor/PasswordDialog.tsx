import { PasswordInput, Text } from '@mantine/core'
import type { UseMutationResult } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props<Done> = {
  title: string
  text: string
  submit: string
  change: UseMutationResult<Done, Error, string>
  onDone: (done: Done) => void
  onClose: () => void
}

/** For what takes the password once more. */
export function PasswordDialog<Done>({ title, text, submit, change, onDone, onClose }: Props<Done>) {
  const [password, setPassword] = useState('')
  return (
    <Dialog onClose={onClose} title={title}>
      <Form
        onSubmit={() => password && change.mutate(password, { onSuccess: onDone })}
        submit={submit}
        busy={change.isPending}
        disabled={!password}
        error={wrongPassword(change.error) ? undefined : change.error}
      >
        <Text size="sm">{text}</Text>
        <OwnPassword value={password} onChange={setPassword} error={change.error} />
      </Form>
    </Dialog>
  )
}

export function wrongPassword(error: unknown): string | undefined {
  return error instanceof ApiError && error.code === 'PASSWORD_WRONG' ? error.message : undefined
}

type FieldProps = { value: string; onChange: (value: string) => void; error: unknown; focus?: boolean }

export function OwnPassword({ value, onChange, error, focus = true }: FieldProps) {
  const t = useTexts(texts)
  return (
    <PasswordInput
      label={t('password')}
      autoComplete="current-password"
      maxLength={200}
      {...(focus ? { 'data-autofocus': true } : {})}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={wrongPassword(error)}
    />
  )
}
