import { zodResolver } from '@hookform/resolvers/zod'
import { SegmentedControl, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { type Control, Controller, useForm, useWatch } from 'react-hook-form'
import { z } from 'zod'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { ApiError, isRetryable } from '@/base/api/problem'
import { useAdjustBalance } from '@/base/api/queries/members'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { DateInput } from '@/base/form/DateInput'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { member: Schemas['MemberDetail']; onClose: () => void }

const schema = (t: Translate<typeof texts>) =>
  z.object({
    direction: z.enum(['credit', 'debit']),
    amount: z.number(t('amountRequired')).int().positive(t('amountRequired')),
    reason: z.string().trim().min(1, t('reasonRequired')).max(500),
    expiresOn: z.string(),
  })

type Adjusting = z.infer<ReturnType<typeof schema>>

/** A manual credit or debit, always with a reason. */
export function AdjustDialog({ member, onClose }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const { form, direction, signed, adjust, submit } = useAdjusting(member.id, () => {
    toast.success(t('adjusted'))
    onClose()
  })
  const { errors } = form.formState
  const refused = adjust.error instanceof ApiError ? adjust.error : undefined

  return (
    <Dialog onClose={onClose} title={t('adjust')}>
      <Form
        onSubmit={submit}
        submit={direction === 'credit' ? t('credit') : t('debit')}
        busy={adjust.isPending}
        error={adjust.error}
        wide
      >
        <Direction control={form.control} />
        <Controller
          control={form.control}
          name="amount"
          render={({ field, fieldState }) => (
            <AmountInput
              label={t('howMany')}
              size="md"
              data-autofocus
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message ?? refused?.fieldError('amount')}
            />
          )}
        />
        <Textarea
          label={t('reason')}
          description={t('reasonHint')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.register('reason')}
          error={errors.reason?.message ?? refused?.fieldError('reason')}
        />
        {direction === 'credit' && (
          <DateInput
            label={t('expiresOn')}
            description={t('expiresHint')}
            value={form.watch('expiresOn')}
            onChange={(day) => form.setValue('expiresOn', day)}
            error={refused?.fieldError('expiresOn')}
          />
        )}
        <Text fw={600}>{t('newBalance', { amount: f.bonus(member.balance.available + signed) })}</Text>
      </Form>
    </Dialog>
  )
}

/** The form, and one booking of what it says however often it is sent. */
function useAdjusting(memberId: string, onDone: () => void) {
  const t = useTexts(texts)
  const adjust = useAdjustBalance(memberId)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const form = useForm<Adjusting>({
    resolver: zodResolver(schema(t)),
    defaultValues: { direction: 'credit', reason: '', expiresOn: '' },
  })
  const [direction, amount = 0] = useWatch({ control: form.control, name: ['direction', 'amount'] })
  const signed = direction === 'credit' ? amount : -amount

  const submit = form.handleSubmit(({ reason, expiresOn }) =>
    adjust.mutate(
      { idempotencyKey, amount: signed, reason, ...(expiresOn && direction === 'credit' ? { expiresOn } : {}) },
      { onSuccess: onDone, onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()) },
    ),
  )
  return { form, direction, signed, adjust, submit }
}

function Direction({ control }: { control: Control<Adjusting> }) {
  const t = useTexts(texts)
  return (
    <Controller
      control={control}
      name="direction"
      render={({ field }) => (
        <SegmentedControl
          fullWidth
          aria-label={t('direction')}
          value={field.value}
          onChange={field.onChange}
          data={[
            { value: 'credit', label: t('credit') },
            { value: 'debit', label: t('debit') },
          ]}
        />
      )}
    />
  )
}
