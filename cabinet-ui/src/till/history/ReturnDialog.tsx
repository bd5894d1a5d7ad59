import { ActionIcon, Button, Group, NumberInput, SegmentedControl, Stack, Text } from '@mantine/core'
import { IconCheck, IconMinus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { isRetryable } from '@/base/api/problem'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useGiveBack } from '../api/queries'
import { EarnedParts } from '../sale/EarnedParts'
import classes from './History.module.css'
import { leftOf, moneyOf, returnedMoney, toReturnRequest } from './returns'
import { texts } from './texts'
import { WhatItWas } from './WhatItWas'

type Props = { receipt: Schemas['Receipt']; zone: string; onClose: () => void }

export default function ReturnDialog({ receipt, zone, onClose }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const giveBack = useGiveBack(receipt.id)
  const [mode, setMode] = useState<'all' | 'some'>('all')
  const [chosen, setChosen] = useState<ReadonlyMap<number, number>>(new Map())
  // One key per return: kept while no answer came, new when the cashier changed what is returned after a refusal.
  const [key, setKey] = useState(newIdempotencyKey)
  const locked = giveBack.isPending || isRetryable(giveBack.error)
  const nothing = mode === 'some' && ![...chosen.values()].some((quantity) => quantity > 0)

  const money = mode === 'all' ? (receipt.paid ?? receipt.toPay) - returnedMoney(receipt) : moneyOf(receipt, chosen)
  const does = nothing ? t('returnNothing') : t('returnConfirm', { amount: f.money(money) })
  const confirm = giveBack.error && locked ? t('tryAgain') : does

  function submit() {
    giveBack.mutate(
      { key, body: toReturnRequest(mode === 'all' ? 'all' : chosen) },
      { onError: (error) => !isRetryable(error) && setKey(newIdempotencyKey()) },
    )
  }

  return (
    <Dialog onClose={onClose} title={t('returnTitle')}>
      {giveBack.data ? (
        <Returned result={giveBack.data} onClose={onClose} />
      ) : (
        <Stack>
          <WhatItWas receipt={receipt} zone={zone} label={t('returnTitle')} />
          <Text size="sm" c="dimmed">
            {t('returnHint')}
          </Text>
          <SegmentedControl
            fullWidth
            disabled={locked}
            aria-label={t('returnTitle')}
            value={mode}
            onChange={(value) => setMode(value as 'all' | 'some')}
            data={[
              { value: 'all', label: t('returnAll') },
              { value: 'some', label: t('returnSome') },
            ]}
          />
          {mode === 'some' && <Lines receipt={receipt} chosen={chosen} onChange={setChosen} disabled={locked} />}
          {giveBack.error && <ErrorNote error={giveBack.error} />}
          <Button size="md" color="red" onClick={submit} loading={giveBack.isPending} disabled={nothing} data-autofocus>
            {confirm}
          </Button>
        </Stack>
      )}
    </Dialog>
  )
}

type LinesProps = {
  receipt: Schemas['Receipt']
  chosen: ReadonlyMap<number, number>
  onChange: (chosen: ReadonlyMap<number, number>) => void
  disabled: boolean
}

function Lines({ receipt, chosen, onChange, disabled }: LinesProps) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <div>
      {receipt.lines.map((line) => {
        const name = line.name || t('lineNo', { n: line.lineNo })
        const left = leftOf(line)
        return (
          <div key={line.lineNo} className={classes.returnLine}>
            <div>
              <Text fw={600}>{name}</Text>
              <Text size="sm" c="dimmed">
                {f.money(line.net)} · {t('left', { n: f.number(left / 1000) })}
              </Text>
            </div>
            <Quantity
              name={name}
              left={left}
              value={chosen.get(line.lineNo) ?? 0}
              onChange={(thousandths) => onChange(new Map(chosen).set(line.lineNo, thousandths))}
              disabled={disabled || left <= 0}
            />
          </div>
        )
      })}
    </div>
  )
}

type QuantityProps = {
  name: string
  left: number
  value: number
  onChange: (thousandths: number) => void
  disabled: boolean
}

/** A whole more or less by a finger; parts are typed. */
function Quantity({ name, left, value, onChange, disabled }: QuantityProps) {
  const t = useTexts(texts)
  const within = (thousandths: number) => onChange(Math.min(left, Math.max(0, thousandths)))
  return (
    <Group gap={6} wrap="nowrap">
      <ActionIcon
        size={44}
        variant="default"
        aria-label={t('less', { name })}
        disabled={disabled || value <= 0}
        onClick={() => within(value - 1000)}
      >
        <IconMinus size={20} aria-hidden />
      </ActionIcon>
      <NumberInput
        w={72}
        hideControls
        styles={{ input: { textAlign: 'center', height: 44 } }}
        aria-label={t('quantity', { name })}
        disabled={disabled}
        min={0}
        max={left / 1000}
        decimalScale={3}
        clampBehavior="strict"
        value={value / 1000}
        onChange={(typed) => onChange(Math.round(Number(typed) * 1000))}
      />
      <ActionIcon
        size={44}
        variant="default"
        aria-label={t('more', { name })}
        disabled={disabled || value >= left}
        onClick={() => within(value + 1000)}
      >
        <IconPlus size={20} aria-hidden />
      </ActionIcon>
    </Group>
  )
}

function Returned({ result, onClose }: { result: Schemas['Return']; onClose: () => void }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <Stack role="status">
      <Group gap="xs" c="var(--k-brand-text)">
        <IconCheck size={22} aria-hidden />
        <Text fw={700}>{t('returnDone')}</Text>
      </Group>
      <dl className={classes.figures}>
        <div>
          <dt>{t('moneyBack')}</dt>
          <dd>{f.money(result.money)}</dd>
        </div>
        <div>
          <dt>{t('bonusesBack')}</dt>
          <dd>{f.bonus(result.bonusesBack)}</dd>
        </div>
        <div>
          <dt>{t('earnReversed')}</dt>
          <dd>{f.bonus(result.earnReversed)}</dd>
        </div>
        <EarnedParts parts={result.earnReversedParts} sign={-1} />
        {(result.shortfall ?? 0) > 0 && (
          <div>
            <dt>{t('shortfall')}</dt>
            <dd>{f.bonus(result.shortfall ?? 0)}</dd>
          </div>
        )}
      </dl>
      <Button onClick={onClose} data-autofocus>
        {t('ready')}
      </Button>
    </Stack>
  )
}
