import { Button, type ButtonProps, Group, Stack } from '@mantine/core'
import type { FormEvent, ReactNode } from 'react'
import { ErrorNote } from '../components/ErrorNote'

type Props = {
  children: ReactNode
  onSubmit: () => unknown
  /** What the button says that sends it. */
  submit: string
  busy: boolean
  disabled?: boolean
  /** Why it was refused; forms that know more of it show that among their fields. */
  error?: unknown
  danger?: boolean
  /** The button is as wide as the form: for a form that is filled in with a thumb or at a counter. */
  wide?: boolean
  /** What stands beside the button. */
  beside?: ReactNode
}

/** Fields, what was said against them, and the button that sends: every form of a dialog. */
export function Form({ children, onSubmit, submit, busy, disabled, error, danger, wide = false, beside }: Props) {
  function send(event: FormEvent) {
    event.preventDefault()
    void onSubmit()
  }
  const button: ButtonProps = { loading: busy, disabled, color: danger ? 'red' : undefined }
  return (
    <form onSubmit={send} noValidate>
      <Stack>
        {children}
        {Boolean(error) && <ErrorNote error={error} />}
        {wide ? (
          <Button type="submit" size="md" {...button}>
            {submit}
          </Button>
        ) : (
          <Group justify="flex-end" gap="sm">
            {beside}
            <Button type="submit" {...button}>
              {submit}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  )
}
