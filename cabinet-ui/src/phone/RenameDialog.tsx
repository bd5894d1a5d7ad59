import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useChangePhone } from '@/base/api/queries/simulator'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { phone: Schemas['Phone']; onClose: () => void }

export function RenameDialog({ phone, onClose }: Props) {
  const t = useTexts(texts)
  const change = useChangePhone(phone.id)
  const [name, setName] = useState(phone.name)
  function submit() {
    if (name.trim()) change.mutate({ name: name.trim() }, { onSuccess: onClose })
  }
  return (
    <Dialog onClose={onClose} title={t('renameTitle')}>
      <Form onSubmit={submit} submit={t('save')} busy={change.isPending} disabled={!name.trim()} error={change.error}>
        <TextInput
          label={t('name')}
          maxLength={60}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Form>
    </Dialog>
  )
}
