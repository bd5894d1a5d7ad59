import { zodResolver } from '@hookform/resolvers/zod'
import { Select, Text, Textarea } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { Controller, useForm } from 'react-hook-form'
import { z } from 'zod'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { ApiError, isRetryable } from '@/base/api/problem'
import { useMembers, useTransferBonuses } from '@/base/api/queries/members'
import { toast } from '@/base/components/toast'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { rowsOf } from '@/base/list/pages'
import { texts } from './storyTexts'

type Detail = Schemas['MemberDetail']
type Props = { member: Detail; onClose: () => void }

const schema = (t: Translate<typeof texts>, available: number, has: string) =>
  z.object({
    toMemberId: z.string(t('toRequired')).min(1, t('toRequired')),
    amount: z
      .number(t('amountRequired'))
      .int()
      .positive(t('amountRequired'))
      .max(available, t('tooMuch', { amount: has })),
    reason: z.string().trim().min(1, t('reasonRequired')).max(500),
  })

type Wanted = z.infer<ReturnType<typeof schema>>

/** Bonuses go to another member, with their expiry. */
export function TransferDialog({ member, onClose }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const transfer = useTransferBonuses(member.id)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const form = useForm<Wanted>({
    resolver: zodResolver(schema(t, member.balance.available, f.bonus(member.balance.available))),
    defaultValues: { reason: '' },
  })
  const refused = transfer.error instanceof ApiError ? transfer.error : undefined
  const submit = form.handleSubmit((wanted) =>
    transfer.mutate(
      { idempotencyKey, ...wanted },
      {
        onSuccess: () => {
          toast.success(t('transferred'))
          onClose()
        },
        onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()),
      },
    ),
  )
  return (
    <Dialog onClose={onClose} title={t('transfer')}>
      <Form onSubmit={submit} submit={t('doIt')} busy={transfer.isPending} error={transfer.error} wide>
        <Text size="sm">{t('transferText')}</Text>
        <Controller
          control={form.control}
          name="toMemberId"
          render={({ field, fieldState }) => (
            <Recipient from={member.id} onChange={field.onChange} error={fieldState.error?.message} />
          )}
        />
        <Controller
          control={form.control}
          name="amount"
          render={({ field, fieldState }) => (
            <AmountInput
              label={t('howMany')}
              size="md"
              value={field.value}
              onChange={field.onChange}
              error={fieldState.error?.message ?? refused?.fieldError('amount')}
            />
          )}
        />
        <Textarea
          label={t('reason')}
          autosize
          minRows={2}
          maxLength={500}
          {...form.register('reason')}
          error={form.formState.errors.reason?.message ?? refused?.fieldError('reason')}
        />
      </Form>
    </Dialog>
  )
}

type RecipientProps = { from: string; onChange: (memberId: string | null) => void; error?: string }

function Recipient({ from, onChange, error }: RecipientProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const [typed, type] = useState('')
  const [q] = useDebouncedValue(typed.trim(), 300)
  const [chosen, choose] = useState<{ value: string; label: string } | null>(null)
  // The chosen one stays among the options, whatever is searched for next.
  const found = (rowsOf(useMembers({ q: q === chosen?.label ? undefined : q || undefined })) ?? [])
    .filter((one) => one.id !== from && one.id !== chosen?.value)
    .slice(0, 20)
    .map((one) => ({ value: one.id, label: `${one.name}, ${f.phone(one.phone)}` }))
  return (
    <Select
      label={t('to')}
      placeholder={t('toPlaceholder')}
      searchable
      data-autofocus
      value={chosen?.value ?? null}
      onChange={(id, option) => {
        choose(id && option ? { value: id, label: option.label } : null)
        onChange(id)
      }}
      onSearchChange={type}
      // The service has searched already.
      filter={({ options }) => options}
      nothingFoundMessage={t('nobody')}
      data={chosen ? [chosen, ...found] : found}
      error={error}
    />
  )
}
