import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import classes from './History.module.css'
import { returnedMoney } from './returns'
import { texts } from './texts'

type Props = { receipt: Schemas['Receipt']; zone: string; label: string }

/** Whose receipt it is, of when, and what of it there is to give back: looked at before the button. */
export function WhatItWas({ receipt, zone, label }: Props) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const back = returnedMoney(receipt)
  const figures = [
    [t('wasPaid'), f.money(receipt.paid ?? receipt.toPay)],
    ...(receipt.spent > 0 ? [[t('wasSpent'), f.bonus(receipt.spent)] as const] : []),
    ...(receipt.earned > 0 ? [[t('wasEarned'), f.signedBonus(receipt.earned)] as const] : []),
    ...(back > 0 ? [[t('alreadyBack'), f.money(back)] as const] : []),
  ] as const
  return (
    <section aria-label={label}>
      <Text fw={700} fz="lg">
        {receipt.memberName ?? t('noCard')}
      </Text>
      <Text size="sm" c="dimmed">
        {receipt.number ? t('returnOf', { number: receipt.number }) : t('returnNoNumber')} · {f.dateTime(receipt.at)}
        {receipt.cashier && ` · ${receipt.cashier.name}`}
      </Text>
      <dl className={classes.figures}>
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
