import { Button, List, TextInput } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useEraseMember } from '@/base/api/queries/members'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './privacyTexts'

type Props = { member: Schemas['MemberDetail']; onClose: () => void }

/** What goes for good and what stays without a name; nobody does it by a slip of the hand. */
export function EraseDialog({ member, onClose }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const navigate = useNavigate()
  const erase = useEraseMember(member.id)
  const [typed, type] = useState('')
  const left = member.balance.available

  function submit() {
    erase.mutate(undefined, {
      onSuccess: () => {
        toast.success(t('erased'))
        void navigate({ to: '/members', ignoreBlocker: true })
      },
    })
  }
  return (
    <Dialog onClose={onClose} title={t('eraseTitle', { name: member.name })}>
      <Form
        onSubmit={submit}
        submit={t('confirm')}
        busy={erase.isPending}
        disabled={typed.trim().toLowerCase() !== t('word')}
        error={erase.error}
        danger
        beside={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <List spacing={6}>
          <List.Item>{t('goes')}</List.Item>
          <List.Item>{t('cards')}</List.Item>
          {left > 0 && <List.Item>{t('bonuses', { amount: f.bonus(left) })}</List.Item>}
          <List.Item>{t('stays')}</List.Item>
          <List.Item>{t('again')}</List.Item>
        </List>
        <TextInput
          label={t('type', { word: t('word') })}
          autoComplete="off"
          data-autofocus
          value={typed}
          onChange={(event) => type(event.currentTarget.value)}
        />
      </Form>
    </Dialog>
  )
}
