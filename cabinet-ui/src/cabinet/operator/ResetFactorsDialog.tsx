import { Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'
import { useResetOwnerSecondFactor } from '@/base/api/queries/operator'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { Form } from '@/base/form/Form'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { merchant: Schemas['Merchant']; onClose: () => void }

/** For an owner who lost phone or passkey; the operator knows no list of them, so the e-mail is typed. */
export function ResetFactorsDialog({ merchant, onClose }: Props) {
  const t = useTexts(texts)
  const reset = useResetOwnerSecondFactor(merchant.merchantId)
  const [email, setEmail] = useState('')
  const refused = reset.error instanceof ApiError ? reset.error.fieldError('email') : undefined
  return (
    <Dialog onClose={onClose} title={t('resetFactorsTitle', { name: merchant.name })}>
      <Form
        onSubmit={() =>
          reset.mutate(email, {
            onSuccess: () => {
              toast.success(t('resetFactorsDone'))
              onClose()
            },
          })
        }
        submit={t('resetFactorsSubmit')}
        busy={reset.isPending}
        error={refused ? undefined : reset.error}
        danger
      >
        <Text size="sm">{t('resetFactorsText')}</Text>
        <TextInput
          label={t('email')}
          type="email"
          maxLength={200}
          autoComplete="off"
          data-autofocus
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={refused}
        />
      </Form>
    </Dialog>
  )
}
