import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useSetMemberStatus } from '@/base/api/queries/members'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './profileTexts'

type Props = { member: Schemas['MemberDetail']; onClose: () => void }

/** Blocks a member, or lets back in, with what it means and why. */
export function StatusDialog({ member, onClose }: Props) {
  const t = useTexts(texts)
  const set = useSetMemberStatus(member.id)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const [blocking] = useState(member.status === 'ACTIVE')

  function submit() {
    setTried(true)
    if (!reason.trim()) return
    set.mutate(
      { status: blocking ? 'BLOCKED' : 'ACTIVE', reason },
      {
        onSuccess: () => {
          toast.success(t(blocking ? 'blockedDone' : 'unblockedDone'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t(blocking ? 'blockTitle' : 'unblockTitle', { name: member.name })}>
      <Form
        onSubmit={submit}
        submit={t(blocking ? 'block' : 'unblock')}
        busy={set.isPending}
        error={set.error}
        danger={blocking}
        beside={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <Text>{t(blocking ? 'blockText' : 'unblockText')}</Text>
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          error={tried && !reason.trim() ? t('reasonRequired') : undefined}
        />
      </Form>
    </Dialog>
  )
}
