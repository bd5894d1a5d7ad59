import { Alert, Button, Center, Radio, Skeleton, Stack, Text, TextInput } from '@mantine/core'
import { IconInfoCircle } from '@tabler/icons-react'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { CopyField } from '@/base/components/CopyField'
import { ErrorNote } from '@/base/components/ErrorNote'
import { QrCode } from '@/base/components/QrCode'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { type CertificateSale, register } from '../api/registerClient'
import { FiscalHints } from './FiscalHints'
import { texts } from './texts'

type Kind = Schemas['CertificateKind']
type Props = { member: Schemas['ScanResult'] | null; onClose: () => void }

/** Money for a certificate: its kind and value, then its code, once. */
export function Sell({ member, onClose }: Props) {
  const t = useTexts(texts)
  const kinds = useQuery({ queryKey: ['register', 'certificateKinds'], queryFn: register.certificateKinds })
  const [key, setKey] = useState(newIdempotencyKey)
  const sell = useMutation({
    mutationFn: (body: CertificateSale) => register.sellCertificate(key, body),
    onError: (why) => !isRetryable(why) && setKey(newIdempotencyKey()),
  })
  if (sell.data) return <Sold sold={sell.data} onClose={onClose} />
  if (kinds.error) return <ErrorNote error={kinds.error} onRetry={() => void kinds.refetch()} />
  if (!kinds.data) return <Skeleton h={160} radius="md" />
  if (kinds.data.length === 0) {
    return (
      <Alert variant="light" icon={<IconInfoCircle aria-hidden />}>
        {t('noKinds')}
      </Alert>
    )
  }
  return (
    <Fields
      kinds={kinds.data}
      member={member}
      busy={sell.isPending}
      error={sell.error}
      onSell={(body) => sell.mutate(body)}
    />
  )
}

type FieldsProps = {
  kinds: Kind[]
  member: Schemas['ScanResult'] | null
  busy: boolean
  error: unknown
  onSell: (body: CertificateSale) => void
}

function Fields({ kinds, member, busy, error, onSell }: FieldsProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const text = useLocalText()
  const [kindId, setKindId] = useState(kinds[0]?.id ?? '')
  const [typed, setTyped] = useState<number | undefined>()
  const [recipient, setRecipient] = useState('')
  const kind = kinds.find(({ id }) => id === kindId)
  const fixed = kind?.amounts ?? []
  const amount = fixed.length > 0 && !fixed.includes(typed ?? 0) ? fixed[0] : typed

  function sell() {
    if (!kind || !amount) return
    onSell({
      kindId: kind.id,
      amount,
      ...(member ? { memberId: member.memberId } : {}),
      ...(recipient.trim() ? { recipient: recipient.trim() } : {}),
    })
  }
  return (
    <Form
      wide
      onSubmit={sell}
      submit={t('take', { amount: f.money(amount ?? 0) })}
      busy={busy}
      disabled={!amount}
      error={error}
    >
      {kinds.length > 1 && (
        <Radio.Group label={t('kind')} value={kindId} onChange={setKindId}>
          <Stack gap="xs" mt={6}>
            {kinds.map((one) => (
              <Radio key={one.id} value={one.id} label={text(one.name)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      {fixed.length > 0 ? (
        <Radio.Group label={t('value')} value={String(amount)} onChange={(value) => setTyped(Number(value))}>
          <Stack gap="xs" mt={6}>
            {fixed.map((one) => (
              <Radio key={one} value={String(one)} label={f.money(one)} />
            ))}
          </Stack>
        </Radio.Group>
      ) : (
        <AmountInput
          label={t('value')}
          description={t('range', { least: f.money(kind?.least ?? 0), most: f.money(kind?.most ?? 0) })}
          size="md"
          value={typed}
          onChange={setTyped}
        />
      )}
      <TextInput
        label={t('recipient')}
        maxLength={100}
        value={recipient}
        onChange={(event) => setRecipient(event.currentTarget.value)}
      />
      {member && <Text size="sm">{t('onCard', { name: member.memberName })}</Text>}
    </Form>
  )
}

function Sold({ sold, onClose }: { sold: Schemas['Certificate']; onClose: () => void }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <Stack>
      <Text fw={650} fz="lg" role="status">
        {t('sold', { amount: f.money(sold.amount ?? sold.rest) })}
      </Text>
      <Center>
        <QrCode value={sold.barcode ?? ''} label={t('qr')} />
      </Center>
      <CopyField label={t('code')} value={sold.code ?? ''} mono />
      <CopyField label={t('link')} value={sold.link ?? ''} />
      <Text size="sm">{t('once')}</Text>
      {sold.fiscal && <FiscalHints hints={sold.fiscal} />}
      <Button size="md" onClick={onClose}>
        {t('done')}
      </Button>
    </Stack>
  )
}
