import { ActionIcon, Group, Menu, Text, TextInput } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useRemovePasskey, useRenamePasskey } from '@/base/api/queries/secondFactor'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { PasswordDialog } from './PasswordDialog'
import { texts } from './texts'

type Passkey = Schemas['OwnPasskey']
type Props = { one: Passkey; last: boolean }

/** One passkey; the last one stays while the owner demands a second step. */
export function PasskeyRow({ one, last }: Props) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const [asked, setAsked] = useState<'rename' | 'remove' | null>(null)
  return (
    <Group justify="space-between" wrap="nowrap">
      <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
        {one.name}
        <Text size="sm" c="dimmed">
          {one.lastUsedAt
            ? t('passkeyUsed', { added: f.date(one.createdAt), used: f.dateTime(one.lastUsedAt) })
            : t('passkeyUnused', { added: f.date(one.createdAt) })}
        </Text>
      </div>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon size={36} variant="default" aria-label={t('passkeyMore', { name: one.name })}>
            <IconDots size={18} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setAsked('rename')}>{t('rename')}</Menu.Item>
          {!last && (
            <Menu.Item c="var(--k-danger-text)" onClick={() => setAsked('remove')}>
              {t('remove')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {asked === 'rename' && <RenameDialog one={one} onClose={() => setAsked(null)} />}
      {asked === 'remove' && <RemoveDialog one={one} onClose={() => setAsked(null)} />}
    </Group>
  )
}

function RenameDialog({ one, onClose }: { one: Passkey; onClose: () => void }) {
  const t = useTexts(texts)
  const rename = useRenamePasskey(one.id)
  const [name, setName] = useState(one.name)
  return (
    <Dialog onClose={onClose} title={t('renameTitle')}>
      <Form
        onSubmit={() => name.trim() && rename.mutate(name.trim(), { onSuccess: onClose })}
        submit={t('save')}
        busy={rename.isPending}
        disabled={!name.trim()}
        error={rename.error}
      >
        <TextInput
          label={t('passkeyName')}
          maxLength={60}
          autoComplete="off"
          data-autofocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
      </Form>
    </Dialog>
  )
}

function RemoveDialog({ one, onClose }: { one: Passkey; onClose: () => void }) {
  const t = useTexts(texts)
  const remove = useRemovePasskey(one.id)
  return (
    <PasswordDialog
      title={t('removeTitle', { name: one.name })}
      text={t('removeText')}
      submit={t('remove')}
      change={remove}
      onDone={() => {
        toast.success(t('passkeyRemoved'))
        onClose()
      }}
      onClose={onClose}
    />
  )
}
