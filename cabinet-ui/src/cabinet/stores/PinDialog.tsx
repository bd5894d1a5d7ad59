import { PasswordInput, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useChangePin, useCreateCashier } from '@/base/api/queries/stores'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './cashierTexts'

const PIN = /^\d{4,8}$/

/** Name and PIN of a new cashier. */
export function NewCashierDialog({ store, onClose }: { store: Schemas['Store']; onClose: () => void }) {
  const t = useTexts(texts)
  const create = useCreateCashier()
  const [name, setName] = useState('')
  return (
    <PinDialog
      title={t('newTitle', { store: store.name })}
      busy={create.isPending}
      error={create.error}
      blocked={!name.trim()}
      onClose={onClose}
      onSave={(pin, done) => create.mutate({ storeId: store.id, name: name.trim(), pin }, { onSuccess: done })}
    >
      {(tried) => (
        <TextInput
          label={t('name')}
          size="md"
          maxLength={100}
          autoComplete="off"
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={tried && !name.trim() ? t('nameRequired') : undefined}
        />
      )}
    </PinDialog>
  )
}

export function ChangePinDialog({ cashier, onClose }: { cashier: Schemas['Cashier']; onClose: () => void }) {
  const t = useTexts(texts)
  const change = useChangePin(cashier.id)
  return (
    <PinDialog
      title={t('newPinFor', { name: cashier.name })}
      busy={change.isPending}
      error={change.error}
      blocked={false}
      onClose={onClose}
      onSave={(pin, done) => change.mutate(pin, { onSuccess: done })}
    >
      {() => <Text size="sm">{t('newPinText')}</Text>}
    </PinDialog>
  )
}

type Props = {
  title: string
  busy: boolean
  error: unknown
  blocked: boolean
  onClose: () => void
  onSave: (pin: string, done: () => void) => void
  children: (tried: boolean) => React.ReactNode
}

function PinDialog({ title, busy, error, blocked, onClose, onSave, children }: Props) {
  const t = useTexts(texts)
  const [pin, setPin] = useState('')
  const [tried, setTried] = useState(false)

  function submit() {
    setTried(true)
    if (blocked || !PIN.test(pin)) return
    onSave(pin, () => {
      toast.success(t('saved'))
      onClose()
    })
  }

  return (
    <Dialog onClose={onClose} title={title} size="sm">
      <Form onSubmit={submit} submit={t('save')} busy={busy} error={error} wide>
        {children(tried)}
        <PasswordInput
          label={t('pin')}
          description={t('pinHint')}
          size="md"
          inputMode="numeric"
          autoComplete="off"
          maxLength={8}
          value={pin}
          onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
          error={
            tried && !PIN.test(pin) ? t('pinWrong') : error instanceof ApiError ? error.fieldError('pin') : undefined
          }
        />
      </Form>
    </Dialog>
  )
}
