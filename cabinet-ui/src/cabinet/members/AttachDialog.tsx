import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { useAttachCard } from '@/base/api/queries/memberCards'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './cardTexts'

/** A plastic card from the stock, or one of the member's own, by its number. */
export function AttachDialog({ memberId, onClose }: { memberId: string; onClose: () => void }) {
  const t = useTexts(texts)
  const attach = useAttachCard(memberId)
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const refused = attach.error instanceof ApiError ? attach.error : undefined
  const missing = tried && !number.trim() ? t('numberRequired') : undefined

  function submit() {
    setTried(true)
    if (!number.trim()) return
    attach.mutate(
      { number },
      {
        onSuccess: () => {
          toast.success(t('attached'))
          onClose()
        },
      },
    )
  }
  return (
    <Dialog onClose={onClose} title={t('attachTitle')}>
      <Form
        onSubmit={submit}
        submit={t('attach')}
        busy={attach.isPending}
        error={refused?.code === 'INVALID_FIELDS' ? undefined : attach.error}
        beside={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <TextInput
          label={t('number')}
          description={t('numberHint')}
          maxLength={100}
          data-autofocus
          value={number}
          onChange={(event) => setNumber(event.currentTarget.value)}
          error={missing ?? refused?.fieldError('number')}
        />
      </Form>
    </Dialog>
  )
}
