import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { ConfirmDialog } from '@/base/dialog/ConfirmDialog'
import { AmountInput } from '@/base/form/AmountInput'
import { Form } from '@/base/form/Form'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { register } from '../api/registerClient'
import { FiscalHints } from './FiscalHints'
import { texts } from './texts'

/** What is left on a certificate, and what a till may do with it beside a receipt. */
export function Check({ zone }: { zone: string }) {
  const t = useTexts(texts)
  const [code, setCode] = useState('')
  const check = useMutation({ mutationFn: register.checkCertificate })
  return (
    <Stack>
      <Form
        wide
        onSubmit={() => check.mutate(code)}
        submit={t('find')}
        busy={check.isPending}
        disabled={code.trim() === ''}
        error={check.error}
      >
        <TextInput
          label={t('code')}
          size="md"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={100}
          data-autofocus
          value={code}
          onChange={(event) => {
            setCode(event.currentTarget.value)
            check.reset()
          }}
        />
      </Form>
      {check.data && <Found key={code} code={code} one={check.data} zone={zone} onChanged={() => check.mutate(code)} />}
    </Stack>
  )
}

type Props = { code: string; one: Schemas['Certificate']; zone: string; onChanged: () => void }

function Found({ code, one, zone, onChanged }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const text = useLocalText()
  const [moved, setMoved] = useState<{ words: string; fiscal: Schemas['FiscalHint'][] } | null>(null)
  const bought = one.origin === 'BOUGHT' && one.state !== 'BLOCKED'

  function done(words: string, fiscal: Schemas['FiscalHint'][] = []) {
    setMoved({ words, fiscal })
    onChanged()
  }
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text fw={650}>{text(one.kind)}</Text>
        <Badge color={one.state === 'ACTIVE' ? 'pine' : 'gray'}>{t(`state.${one.state}`)}</Badge>
      </Group>
      <Text fz={26} fw={750}>
        {t('rest', { amount: f.money(one.rest) })}
      </Text>
      <Text size="sm" c="dimmed">
        {one.endsAt ? t('until', { day: f.dateTime(one.endsAt) }) : t('never')}
        {one.origin === 'GIFTED' && ` · ${t('gifted')}`}
      </Text>
      {moved && (
        <div role="status">
          <Text fw={650}>{moved.words}</Text>
          {moved.fiscal.length > 0 && <FiscalHints hints={moved.fiscal} />}
        </div>
      )}
      {bought && <TopUp code={code} onDone={done} />}
      {bought && one.rest > 0 && <Refund code={code} rest={one.rest} onDone={done} />}
    </Stack>
  )
}

type Act = { code: string; onDone: (words: string, fiscal?: Schemas['FiscalHint'][]) => void }

function TopUp({ code, onDone }: Act) {
  const t = useTexts(texts)
  const f = useFormat()
  const [amount, setAmount] = useState<number | undefined>()
  const [key, setKey] = useState(newIdempotencyKey)
  const topUp = useMutation({
    mutationFn: (kopecks: number) => register.topUpCertificate(key, { code, amount: kopecks }),
    onSuccess: ({ amount: came, fiscal }) => {
      setKey(newIdempotencyKey())
      setAmount(undefined)
      onDone(t('toppedUp', { amount: f.money(came ?? 0) }), fiscal)
    },
    onError: (why) => !isRetryable(why) && setKey(newIdempotencyKey()),
  })
  return (
    <Form
      onSubmit={() => amount && topUp.mutate(amount)}
      submit={t('topUpDo')}
      busy={topUp.isPending}
      disabled={!amount}
      error={topUp.error}
    >
      <AmountInput label={t('topUp')} value={amount} onChange={setAmount} />
    </Form>
  )
}

function Refund({ code, rest, onDone }: Act & { rest: number }) {
  const t = useTexts(texts)
  const f = useFormat()
  const [asking, setAsking] = useState(false)
  const [key, setKey] = useState(newIdempotencyKey)
  const refund = useMutation({
    mutationFn: () => register.payOutCertificate(key, code),
    onSuccess: ({ amount, fiscal }) => {
      setAsking(false)
      onDone(t('refunded', { amount: f.money(amount ?? 0) }), fiscal)
    },
    onError: (why) => !isRetryable(why) && setKey(newIdempotencyKey()),
  })
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('refund')}
      </Button>
      {asking && (
        <ConfirmDialog
          title={t('refundTitle', { amount: f.money(rest) })}
          text={t('refundText')}
          confirmLabel={t('refund')}
          busy={refund.isPending}
          error={refund.error}
          onConfirm={() => refund.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
