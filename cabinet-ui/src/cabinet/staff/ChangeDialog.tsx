import { TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useChangeColleague } from '@/base/api/queries/team'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { type Job, RoleSelect } from './RoleSelect'
import { texts } from './texts'

type Props = { one: Schemas['Colleague']; onClose: () => void }

export function ChangeDialog({ one, onClose }: Props) {
  const t = useTexts(texts)
  const change = useChangeColleague(one.id)
  const [name, setName] = useState(one.name)
  const [job, setJob] = useState<Job>({ role: one.role, stores: one.stores })
  const noStores = job.role === 'MANAGER' && job.stores.length === 0

  function submit() {
    if (!name.trim() || noStores) return
    change.mutate(
      { name: name.trim(), ...job },
      {
        onSuccess: () => {
          toast.success(t('saved'))
          onClose()
        },
      },
    )
  }

  return (
    <Dialog onClose={onClose} title={one.email}>
      <Form onSubmit={submit} submit={t('save')} busy={change.isPending} error={change.error}>
        <TextInput
          label={t('name')}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={name.trim() ? undefined : t('required')}
        />
        <RoleSelect value={job} onChange={setJob} error={noStores ? t('chooseStores') : undefined} />
      </Form>
    </Dialog>
  )
}
