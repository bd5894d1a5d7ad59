import { Button, Group, Stack, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useChangePhone } from '@/base/api/queries/simulator'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Dialog } from '@/base/dialog/Dialog'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { phone: Schemas['Phone']; onClose: () => void }

export function RenameDialog({ phone, onClose }: Props) {
  const t = useTexts(texts)
  const change = useChangePhone(phone.id)
  const [name, setName] = useState(phone.name)
  function submit(event: FormEvent) {
    event.preventDefault()
    if (name.trim()) change.mutate({ name: name.trim() }, { onSuccess: onClose })
  }
  return (
    <Dialog onClose={onClose} title={t('renameTitle')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t('name')}
            maxLength={60}
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {change.error && <ErrorNote error={change.error} />}
          <Group justify="flex-end">
            <Button type="submit" loading={change.isPending} disabled={!name.trim()}>
              {t('save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
