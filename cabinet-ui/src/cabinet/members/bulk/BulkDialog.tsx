import { Alert, Autocomplete, Button, Text, Textarea } from '@mantine/core'
import { useState } from 'react'
import { newIdempotencyKey } from '@/base/api/client'
import { ApiError, isRetryable } from '@/base/api/problem'
import {
  type BulkAction,
  type BulkKind,
  type MemberChoice,
  useBulkPreview,
  useStartBulkJob,
} from '@/base/api/queries/bulk'
import { useTags } from '@/base/api/queries/members'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { DateInput } from '@/base/form/DateInput'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'

type Props = { kind: BulkKind; who: MemberChoice; onClose: () => void; onBegun: () => void }
type Asked = { tag: string; amount?: number; expiresOn: string; reason: string }

const isTag = (kind: BulkKind) => kind === 'TAG_ADD' || kind === 'TAG_REMOVE'

/** What is to be done, to how many, and what will happen. */
export function BulkDialog({ kind, who, onClose, onBegun }: Props) {
  const t = useTexts(texts)
  const [asked, setAsked] = useState<Asked>({ tag: '', expiresOn: '', reason: '' })
  const [tried, setTried] = useState(false)
  const { start, begin } = useBeginning(who, () => {
    onClose()
    onBegun()
  })

  function send() {
    setTried(true)
    const action = actionOf(kind, asked)
    if (action) begin(action)
  }
  return (
    <Dialog onClose={onClose} title={t(`kind.${kind}`)}>
      <Form
        onSubmit={send}
        submit={t(`kind.${kind}`)}
        busy={start.isPending}
        error={start.error}
        danger={kind === 'BLOCK'}
        beside={
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
        }
      >
        <Fields
          kind={kind}
          asked={asked}
          onChange={(part) => setAsked({ ...asked, ...part })}
          tried={tried}
          refused={start.error instanceof ApiError ? start.error : undefined}
        />
        <Will kind={kind} who={who} asked={asked} />
      </Form>
    </Dialog>
  )
}

function actionOf(kind: BulkKind, { tag, amount, expiresOn, reason }: Asked): BulkAction | undefined {
  if (isTag(kind)) return tag.trim() ? { kind, tag } : undefined
  if (!reason.trim()) return undefined
  if (kind !== 'CREDIT') return { kind, reason }
  return amount ? { kind, amount, reason, ...(expiresOn ? { expiresOn } : {}) } : undefined
}

/** One job however often it is sent. */
function useBeginning(who: MemberChoice, onBegun: () => void) {
  const start = useStartBulkJob()
  const [idempotencyKey, setKey] = useState(newIdempotencyKey)
  const begin = (action: BulkAction) =>
    start.mutate(
      { who, action, idempotencyKey },
      { onSuccess: onBegun, onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()) },
    )
  return { start, begin }
}

type FieldsProps = {
  kind: BulkKind
  asked: Asked
  onChange: (part: Partial<Asked>) => void
  tried: boolean
  refused: ApiError | undefined
}

function Fields({ kind, asked, onChange, tried, refused }: FieldsProps) {
  const t = useTexts(texts)
  const tags = useTags().data?.items ?? []
  if (isTag(kind)) {
    return (
      <Autocomplete
        label={t('tag')}
        data={tags}
        maxLength={40}
        data-autofocus
        value={asked.tag}
        onChange={(tag) => onChange({ tag })}
        error={(tried && !asked.tag.trim() && t('tagRequired')) || refused?.fieldError('action.tag')}
      />
    )
  }
  return (
    <>
      {kind === 'CREDIT' && (
        <>
          <AmountInput
            label={t('howMany')}
            data-autofocus
            value={asked.amount}
            onChange={(amount) => onChange({ amount })}
            error={(tried && !asked.amount && t('amountRequired')) || refused?.fieldError('action.amount')}
          />
          <DateInput
            label={t('expiresOn')}
            description={t('expiresHint')}
            value={asked.expiresOn}
            onChange={(expiresOn) => onChange({ expiresOn })}
            error={refused?.fieldError('action.expiresOn')}
          />
        </>
      )}
      <Textarea
        label={t('reason')}
        description={t('reasonHint')}
        autosize
        minRows={2}
        maxLength={500}
        data-autofocus={kind !== 'CREDIT' || undefined}
        value={asked.reason}
        onChange={(event) => onChange({ reason: event.currentTarget.value })}
        error={tried && !asked.reason.trim() && t('reasonRequired')}
      />
    </>
  )
}

/** What will happen, to how many. */
function Will({ kind, who, asked }: { kind: BulkKind; who: MemberChoice; asked: Asked }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { data } = useBulkPreview(who)
  const amount = asked.amount ?? 0
  return (
    <Alert color={kind === 'BLOCK' ? 'red' : undefined} role="status">
      <Text size="sm" fw={600}>
        {data
          ? t(`will.${kind}`, {
              count: data.members,
              tag: asked.tag.trim() || '…',
              amount: f.bonus(amount),
              sum: f.bonus(amount * data.members),
            })
          : t('counting')}
      </Text>
      <Text size="sm">{t('background')}</Text>
    </Alert>
  )
}
