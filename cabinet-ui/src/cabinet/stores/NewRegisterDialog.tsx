import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useCreateRegister } from '@/base/api/queries/stores'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { KeyOnce } from './KeyOnce'
import { texts } from './texts'

type Props = { store: Schemas['Store']; onClose: () => void }

/** Creates a register and shows its key once; closing by accident is not possible then. */
export function NewRegisterDialog({ store, onClose }: Props) {
  const t = useTexts(texts)
  const create = useCreateRegister()
  const [name, setName] = useState('')
  const [missing, setMissing] = useState(false)
  const created = create.data
  const refused = create.error instanceof ApiError ? create.error : undefined

  function submit() {
    if (name.trim()) create.mutate({ storeId: store.id, name: name.trim() })
    else setMissing(true)
  }

  if (created) return <KeyOnce name={created.name} value={created.key} onClose={onClose} />
  return (
    <Dialog onClose={onClose} title={t('newRegister', { store: store.name })}>
      <Form onSubmit={submit} submit={t('create')} busy={create.isPending} error={create.error} wide>
        <TextInput
          label={t('name')}
          placeholder={t('namePlaceholder')}
          size="md"
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={missing && !name.trim() ? t('nameRequired') : refused?.fieldError('name')}
        />
      </Form>
    </Dialog>
  )
}
