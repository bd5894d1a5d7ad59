import { Button, SegmentedControl, Stack, Table, Text, Textarea } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { useMergeMember } from '@/base/api/queries/doubles'
import { TierBadge } from '@/base/components/TierBadge'
import { toast } from '@/base/components/toast'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './mergeTexts'

type Detail = Schemas['MemberDetail']
type Props = { member: Detail; other: Detail; onBack: () => void; onClose: () => void }

/** Both records side by side, which of them stays, and what becomes of the rest. */
export function MergeForm({ member, other, onBack, onClose }: Props) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const [staysId, stay] = useState(member.id)
  const [stays, goes] = staysId === member.id ? [member, other] : [other, member]
  const merge = useMergeMember(stays.id)
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)

  function submit() {
    setTried(true)
    if (!reason.trim()) return
    merge.mutate(
      { idempotencyKey, memberId: goes.id, reason },
      {
        onSuccess: () => {
          toast.success(t('merged'))
          onClose()
          void navigate({ to: '/members/$memberId', params: { memberId: stays.id }, ignoreBlocker: true })
        },
        onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()),
      },
    )
  }
  return (
    <Form
      onSubmit={submit}
      submit={t('doIt')}
      busy={merge.isPending}
      error={merge.error}
      danger
      beside={
        <Button variant="default" onClick={onBack}>
          {t('back')}
        </Button>
      }
    >
      <WhoStays
        sides={[member, other]}
        value={staysId}
        onChange={(id) => {
          stay(id)
          setKey(newIdempotencyKey())
        }}
      />
      <Comparison sides={[member, other]} />
      <Becomes stays={stays} goes={goes} />
      <Textarea
        label={t('reason')}
        autosize
        minRows={2}
        maxLength={500}
        value={reason}
        onChange={(event) => {
          setReason(event.currentTarget.value)
          setKey(newIdempotencyKey())
        }}
        error={tried && !reason.trim() ? t('reasonRequired') : undefined}
      />
    </Form>
  )
}

type WhoProps = { sides: readonly [Detail, Detail]; value: string; onChange: (id: string) => void }

/** Named by their phones where the names are the same. */
function WhoStays({ sides, value, onChange }: WhoProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const narrow = useMediaQuery('(max-width: 36em)', undefined, { getInitialValueInEffect: false })
  const alike = sides[0].name === sides[1].name
  return (
    <SegmentedControl
      fullWidth
      orientation={narrow ? 'vertical' : 'horizontal'}
      aria-label={t('whoStays')}
      value={value}
      onChange={onChange}
      data={sides.map((one) => ({
        value: one.id,
        label: `${t(one.id === value ? 'stays' : 'goes')}: ${f.phone(alike ? one.phone : one.name)}`,
      }))}
    />
  )
}

function Comparison({ sides }: { sides: readonly Detail[] }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const rows = [
    { name: t('phone'), of: (one: Detail) => f.phone(one.phone) },
    { name: t('cardNumber'), of: (one: Detail) => one.cardNumber ?? '—' },
    { name: t('tier'), of: (one: Detail) => <TierBadge tier={one.tier} size="sm" /> },
    { name: t('balance'), of: (one: Detail) => f.bonus(one.balance.available + one.balance.pending) },
    { name: t('purchases'), of: (one: Detail) => `${f.number(one.purchases)} · ${f.money(one.spentTotal)}` },
    { name: t('created'), of: (one: Detail) => f.dateLong(one.createdAt) },
  ]
  return (
    <Table>
      <Table.Tbody>
        {rows.map((row) => (
          <Table.Tr key={row.name}>
            <Table.Th fw={400} c="dimmed">
              {row.name}
            </Table.Th>
            {sides.map((one) => (
              <Table.Td key={one.id}>{row.of(one)}</Table.Td>
            ))}
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Becomes({ stays, goes }: { stays: Detail; goes: Detail }) {
  const t = useTexts(texts)
  const f = useFormat()
  const sum = [stays, goes].reduce((all, { balance }) => all + balance.available + balance.pending, 0)
  return (
    <Stack gap={4}>
      <Text size="sm">{t('bonusesSum', { amount: f.bonus(sum) })}</Text>
      <Text size="sm">{t('tierBetter')}</Text>
      <Text size="sm">{t('historyMoves')}</Text>
      <Text size="sm">{t('phoneLeads', { phone: f.phone(goes.phone) })}</Text>
      <Text size="sm">
        {stays.cardNumber && goes.cardNumber
          ? t('cardNumbers', { stays: stays.cardNumber, goes: goes.cardNumber })
          : t('cardEnds')}
      </Text>
      <Text size="sm" fw={600}>
        {t('forever')}
      </Text>
    </Stack>
  )
}
