import { ActionIcon, Badge, Menu, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useRenameRegister, useRenewKey, useRevokeRegister } from '@/base/api/queries/stores'
import { toast } from '@/base/components/toast'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { ButtonsDialog } from '../goods/ButtonsDialog'
import { KeyOnce } from './KeyOnce'
import { texts } from './texts'

type Register = Schemas['Store']['registers'][number]
type Props = { register: Register; onClose: () => void }

const KEEP_OLD_HOURS = 24

export function KeyBadge({ revoked }: { revoked: boolean }) {
  const t = useTexts(texts)
  return revoked ? <Badge color="gray">{t('revoked')}</Badge> : <Badge>{t('active')}</Badge>
}

/** What the owner does with a register at work. */
export function RegisterMenu({ register }: { register: Register }) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState<'rename' | 'buttons' | 'key' | 'close' | null>(null)
  const done = () => setAsked(null)
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('moreRegister', { name: register.name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('rename')}>{t('rename')}</Menu.Item>
          <Menu.Item onClick={() => setAsked('buttons')}>{t('buttons')}</Menu.Item>
          <Menu.Item onClick={() => setAsked('key')}>{t('renewKey')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item c="var(--k-danger-text)" onClick={() => setAsked('close')}>
            {t('revoke')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {asked === 'rename' && <RenameDialog register={register} onClose={done} />}
      {asked === 'buttons' && <ButtonsDialog register={register} onClose={done} />}
      {asked === 'key' && <RenewDialog register={register} onClose={done} />}
      {asked === 'close' && <CloseDialog register={register} onClose={done} />}
    </>
  )
}

function RenameDialog({ register, onClose }: Props) {
  const t = useTexts(texts)
  const rename = useRenameRegister(register.id)
  const [name, setName] = useState(register.name)
  function submit() {
    if (!name.trim()) return
    rename.mutate(name.trim(), {
      onSuccess: () => {
        toast.success(t('saved'))
        onClose()
      },
    })
  }
  return (
    <Dialog onClose={onClose} title={t('rename')} size="sm">
      <Form onSubmit={submit} submit={t('save')} busy={rename.isPending} error={rename.error}>
        <TextInput
          label={t('name')}
          maxLength={100}
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          error={name.trim() ? undefined : t('nameRequired')}
        />
      </Form>
    </Dialog>
  )
}

function RenewDialog({ register, onClose }: Props) {
  const t = useTexts(texts)
  const renew = useRenewKey(register.id)
  if (renew.data) return <KeyOnce name={register.name} value={renew.data.key} onClose={onClose} />
  return (
    <ConfirmDialog
      opened
      title={t('renewTitle', { name: register.name })}
      text={t('renewText', { hours: KEEP_OLD_HOURS })}
      confirmLabel={t('renewKey')}
      busy={renew.isPending}
      error={renew.error}
      onClose={onClose}
      onConfirm={() => renew.mutate(KEEP_OLD_HOURS)}
    />
  )
}

function CloseDialog({ register, onClose }: Props) {
  const t = useTexts(texts)
  const revoke = useRevokeRegister()
  return (
    <ConfirmDialog
      opened
      title={t('revokeTitle', { name: register.name })}
      text={t('revokeText')}
      confirmLabel={t('revoke')}
      danger
      busy={revoke.isPending}
      error={revoke.error}
      onClose={onClose}
      onConfirm={() =>
        revoke.mutate(register.id, {
          onSuccess: () => {
            toast.success(t('revokedDone'))
            onClose()
          },
        })
      }
    />
  )
}
