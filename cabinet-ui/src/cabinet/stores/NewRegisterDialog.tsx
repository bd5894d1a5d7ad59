import { Alert, Button, Stack, Text, TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useCreateRegister } from '@/base/api/queries/stores'
import { CopyField } from '@/base/components/CopyField'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
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

  return (
    <Dialog
      onClose={onClose}
      title={created ? t('keyReady', { name: created.name }) : t('newRegister', { store: store.name })}
      closeOnClickOutside={!created}
      closeOnEscape={!created}
      withCloseButton={!created}
    >
      {created ? (
        <Stack>
          <Alert color="honey" icon={<IconKey aria-hidden />}>
            <Text c="var(--k-text)" size="sm">
              {t('keyOnce')}
            </Text>
          </Alert>
          <CopyField label={t('key')} value={created.key} mono />
          <Text size="sm" c="dimmed">
            {t('keyUse')}
          </Text>
          <Button onClick={onClose}>{t('copied')}</Button>
        </Stack>
      ) : (
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
      )}
    </Dialog>
  )
}
