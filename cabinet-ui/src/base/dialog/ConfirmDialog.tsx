import { Button, Group, Stack, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import { ErrorNote } from '../components/ErrorNote'
import { useTexts } from '../i18n/texts'
import { Sheet } from './Sheet'
import { texts } from './texts'

type Props = {
  /** Not said: for as long as it is in the page. */
  opened?: boolean | undefined
  title: string
  text?: ReactNode
  children?: ReactNode
  confirmLabel: string
  cancelLabel?: string
  /** What Enter does at first is to stay. */
  stays?: boolean
  danger?: boolean
  busy?: boolean
  error?: unknown
  onConfirm: () => void
  onClose: () => void
}

/** Asks before something that cannot be undone; stays open and shows the error when it fails. */
export function ConfirmDialog(props: Props) {
  const t = useTexts(texts)
  return (
    <Sheet
      {...(props.opened === undefined ? {} : { opened: props.opened })}
      onClose={props.onClose}
      title={props.title}
    >
      <Stack>
        {props.text && <Text>{props.text}</Text>}
        {props.children}
        {Boolean(props.error) && <ErrorNote error={props.error} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={props.onClose} data-autofocus={props.stays || undefined}>
            {props.cancelLabel ?? t('cancel')}
          </Button>
          <Button
            color={props.danger ? 'red' : undefined}
            loading={props.busy}
            onClick={props.onConfirm}
            data-autofocus={!props.stays || undefined}
          >
            {props.confirmLabel}
          </Button>
        </Group>
      </Stack>
    </Sheet>
  )
}
