import { Alert, Radio, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { newIdempotencyKey } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { type CertificateKind, useCertificateKinds, useIssueCertificate } from '@/base/api/queries/certificates'
import { Dialog } from '@/base/dialog/Dialog'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { Issued } from './Issued'
import { texts } from './texts'

/** A certificate for money or as a present, made in the cabinet. */
export function IssueDialog({ onClose }: { onClose: () => void }) {
  const t = useTexts(texts)
  const kinds = useCertificateKinds()
  const issue = useIssueCertificate()
  const [key, setKey] = useState(newIdempotencyKey)
  const open = kinds.data?.items.filter((kind) => !kind.stopped) ?? []
  return (
    <Dialog onClose={onClose} title={t('issue')} {...(issue.data ? { unsaved: false } : {})}>
      {issue.data ? (
        <Issued one={issue.data} onClose={onClose} />
      ) : open.length === 0 ? (
        <Alert variant="light">{t('noKinds')}</Alert>
      ) : (
        <Fields
          kinds={open}
          busy={issue.isPending}
          error={issue.error}
          onIssue={(body) =>
            issue.mutate({ key, body }, { onError: (why) => !isRetryable(why) && setKey(newIdempotencyKey()) })
          }
        />
      )}
    </Dialog>
  )
}

type Order = { kindId: string; amount: number; recipient?: string }
type FieldsProps = { kinds: CertificateKind[]; busy: boolean; error: unknown; onIssue: (order: Order) => void }

function Fields({ kinds, busy, error, onIssue }: FieldsProps) {
  const t = useTexts(texts)
  const text = useLocalText()
  const [kindId, setKindId] = useState(kinds[0]?.id ?? '')
  const [typed, setTyped] = useState<number | undefined>()
  const [recipient, setRecipient] = useState('')
  const kind = kinds.find(({ id }) => id === kindId)
  const fixed = kind?.amounts ?? []
  const amount = fixed.length > 0 && !fixed.includes(typed ?? 0) ? fixed[0] : typed
  return (
    <Form
      onSubmit={() => {
        if (!amount) return
        onIssue({ kindId, amount, ...(recipient.trim() ? { recipient: recipient.trim() } : {}) })
      }}
      submit={t('issueDo')}
      busy={busy}
      disabled={!amount}
      error={error}
    >
      <Radio.Group label={t('kind')} value={kindId} onChange={setKindId}>
        <Stack gap="xs" mt={6}>
          {kinds.map((one) => (
            <Radio key={one.id} value={one.id} label={`${text(one.name)} — ${t(`origin.${one.origin}`)}`} />
          ))}
        </Stack>
      </Radio.Group>
      {kind && <Value kind={kind} amount={amount} onChange={setTyped} />}
      <TextInput
        label={t('whom')}
        maxLength={100}
        value={recipient}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
      {kind?.origin === 'BOUGHT' && (
        <Text size="sm" c="dimmed">
          {t('paidNote')}
        </Text>
      )}
    </Form>
  )
}

type ValueProps = { kind: CertificateKind; amount: number | undefined; onChange: (amount: number | undefined) => void }

function Value({ kind, amount, onChange }: ValueProps) {
  const t = useTexts(texts)
  const f = useFormat()
  if (kind.amounts.length === 0) {
    return (
      <AmountInput
        label={t('value')}
        description={t('range', { least: f.money(kind.least ?? 0), most: f.money(kind.most ?? 0) })}
        value={amount}
        onChange={onChange}
      />
    )
  }
  return (
    <Radio.Group label={t('value')} value={String(amount)} onChange={(value) => onChange(Number(value))}>
      <Stack gap="xs" mt={6}>
        {kind.amounts.map((one) => (
          <Radio key={one} value={String(one)} label={f.money(one)} />
        ))}
      </Stack>
    </Radio.Group>
  )
}
