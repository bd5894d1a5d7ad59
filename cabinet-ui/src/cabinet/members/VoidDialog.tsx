import { Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { useVoidLot } from '@/base/api/queries/lots'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './lotTexts'

type Props = { memberId: string; lot: Schemas['Lot']; onClose: () => void }

/** What is left of a credit by hand is taken back, with a reason. */
export function VoidDialog({ memberId, lot, onClose }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const take = useVoidLot(memberId, lot.id)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)

  function submit() {
    setTried(true)
    if (!reason.trim()) return
    take.mutate(
      { idempotencyKey, reason },
      {
        onSuccess: () => {
          toast.success(t('voided'))
          onClose()
        },
        onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()),
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('voidTitle')}>
      <Form
        onSubmit={submit}
        submit={t('void')}
        busy={take.isPending}
        error={take.error}
        danger
        beside={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <Text>{t('voidText', { amount: f.bonus(lot.left - lot.held) })}</Text>
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          maxLength={500}
          data-autofocus
          value={reason}
          onChange={(event) => {
            setReason(event.currentTarget.value)
            // Another reason is another wish, not a repetition.
            setKey(newIdempotencyKey())
          }}
          error={tried && !reason.trim() ? t('reasonRequired') : undefined}
        />
      </Form>
    </Dialog>
  )
}
