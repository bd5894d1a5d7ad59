import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useAddCard } from '@/base/api/queries/simulator'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { phone: Schemas['Phone']; opened: boolean; onClose: () => void; onAdded: () => void }

/** What tapping a link or scanning a QR code does on a real phone. */
export function AddCardDialog({ phone, opened, onClose, onAdded }: Props) {
  const t = useTexts(texts)
  const [link, setLink] = useState('')
  const [missing, setMissing] = useState(false)
  const add = useAddCard(phone.id)

  function close() {
    add.reset()
    setLink('')
    setMissing(false)
    onClose()
  }
  function submit() {
    const card = link.trim()
    setMissing(!card)
    if (!card) return
    add.mutate(card, {
      onSuccess: () => {
        close()
        onAdded()
      },
    })
  }
  return (
    <Dialog opened={opened} onClose={close} title={t('addTitle', { name: phone.name })}>
      <Form onSubmit={submit} submit={t('add')} busy={add.isPending} error={add.error}>
        <TextInput
          label={t('addLabel')}
          description={t('addHint')}
          placeholder={`${window.location.origin}/c/…`}
          data-autofocus
          autoComplete="off"
          value={link}
          error={missing && !link.trim() ? t('addEmpty') : undefined}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
      </Form>
    </Dialog>
  )
}
