import { Badge, Button, Group, Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { serviceNow } from '../api/registerClient'
import classes from './History.module.css'
import { mayBeGiven } from './lateCard'
import { isFullyReturned, returnedMoney } from './returns'
import { texts } from './texts'

type Receipt = Schemas['Receipt']
type RowsProps = {
  items: readonly Receipt[]
  zone: string
  elsewhere: boolean
  lateCards: boolean
  onReturn: (receipt: Receipt) => void
  onGive: (receipt: Receipt) => void
}

/** Receipts, each with what may be done with it. */
export function ReceiptRows({ items, zone, elsewhere, lateCards, onReturn, onGive }: RowsProps) {
  const t = useTexts(texts)
  if (items.length === 0) return null
  return (
    <ul className={classes.list} aria-label={t('shift')}>
      {items.map((receipt) => (
        <ReceiptRow
          key={receipt.id}
          receipt={receipt}
          zone={zone}
          elsewhere={elsewhere}
          onReturn={() => onReturn(receipt)}
          onGive={lateCards && mayBeGiven(receipt, zone, serviceNow()) ? () => onGive(receipt) : undefined}
        />
      ))}
    </ul>
  )
}

type RowProps = { receipt: Receipt; zone: string; elsewhere: boolean; onReturn: () => void; onGive?: () => void }

function ReceiptRow({ receipt, zone, elsewhere, onReturn, onGive }: RowProps) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const back = returnedMoney(receipt)
  const all = isFullyReturned(receipt)
  const moved = [
    ...(receipt.spent > 0 ? [f.bonus(-receipt.spent)] : []),
    ...(receipt.earned > 0 ? [f.signedBonus(receipt.earned)] : []),
  ]
  return (
    <li className={classes.row}>
      <Text size="sm" c="dimmed" className={classes.time}>
        {f.time(receipt.at)}
      </Text>
      <div style={{ minWidth: 0 }}>
        <Text fw={650} truncate>
          {receipt.memberName ?? t('noCard')}
        </Text>
        <Text size="sm" c="dimmed">
          {moved.length > 0 && `${t('bonuses', { moved: moved.join(', ') })} · `}
          {receipt.number && `${t('no', { number: receipt.number })} · `}
          {f.dayMonth(receipt.at)}
          {receipt.cashier && ` · ${receipt.cashier.name}`}
          {elsewhere && receipt.place && ` · ${receipt.place.store}, ${receipt.place.register}`}
        </Text>
        {receipt.lateCard && (
          <Badge variant="default" mt={4}>
            {t('cardLater', { time: f.time(receipt.lateCard.at) })}
          </Badge>
        )}
        {onGive && (
          <Button size="compact-sm" variant="light" mt={4} onClick={onGive}>
            {t('giveToCard')}
          </Button>
        )}
        {receipt.returns.length > 0 && (
          <Badge color="honey" mt={4}>
            {all ? t('returned') : t('returnedPart', { amount: f.money(back) })}
          </Badge>
        )}
      </div>
      <Group gap="xs" wrap="nowrap" justify="flex-end">
        <Text fw={700} className="k-number">
          {f.money(receipt.paid ?? receipt.toPay)}
        </Text>
        <Button size="xs" variant="default" onClick={onReturn} disabled={all}>
          {t('giveBack')}
        </Button>
      </Group>
    </li>
  )
}
