import { Group, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconCheck, IconMinus } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useReceipt } from '@/base/api/queries/receipts'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Dialog } from '@/base/dialog/Dialog'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import classes from './Receipt.module.css'
import { texts } from './receiptTexts'

type Receipt = Schemas['Receipt']

/** One receipt as it was judged: what was bought, how it was paid, what it brought, and why. */
export function ReceiptDialog({ receiptId, onClose }: { receiptId: string; onClose: () => void }) {
  const t = useTexts(texts)
  const { data: receipt, error, refetch } = useReceipt(receiptId)
  const title = receipt?.number ? t('receiptNumber', { number: receipt.number }) : t('receipt')
  return (
    <Dialog onClose={onClose} title={title} size="lg">
      {error && !receipt && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {!receipt && !error && <Skeleton h={180} />}
      {receipt && (
        <Stack gap="lg">
          <Where receipt={receipt} />
          <Lines receipt={receipt} />
          <Totals receipt={receipt} />
          <Why receipt={receipt} />
          <Returns receipt={receipt} />
        </Stack>
      )}
    </Dialog>
  )
}

function Where({ receipt }: { receipt: Receipt }) {
  const f = useFormat(useCurrentSession().zone)
  const t = useTexts(texts)
  const where = [f.dateTime(receipt.at), receipt.place?.store, receipt.place?.register, receipt.cashier?.name]
  const { lateCard } = receipt
  const given = lateCard && [f.dateTime(lateCard.at), lateCard.register, lateCard.cashier?.name]
  return (
    <div>
      <Text c="dimmed">{where.filter(Boolean).join(' · ')}</Text>
      {given && <Text c="dimmed">{t('lateCard', { where: given.filter(Boolean).join(' · ') })}</Text>}
    </div>
  )
}

function Lines({ receipt }: { receipt: Receipt }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <ul className={classes.lines} aria-label={t('lines')}>
      {receipt.lines.map((line) => {
        const notes = [
          line.discount > 0 && t('lineDiscount', { amount: f.money(line.discount) }),
          line.spent > 0 && t('lineSpent', { amount: f.bonus(line.spent) }),
          line.earned > 0 && t('lineEarned', { amount: f.bonus(line.earned) }),
          line.returnedQuantity && t('lineReturned', { quantity: line.returnedQuantity }),
        ].filter((note) => typeof note === 'string' && note !== '')
        return (
          <li key={line.lineNo}>
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <span className={classes.name}>
                {line.name ?? line.sku ?? t('line', { n: line.lineNo })}
                {line.quantity && line.quantity !== '1' && <span className={classes.dim}> × {line.quantity}</span>}
              </span>
              <span className="k-number">{f.money(line.gross)}</span>
            </Group>
            {notes.length > 0 && <span className={classes.dim}>{notes.join(' · ')}</span>}
          </li>
        )
      })}
    </ul>
  )
}

function Totals({ receipt }: { receipt: Receipt }) {
  const t = useTexts(texts)
  const f = useFormat()
  const text = useLocalText()
  return (
    <dl className={classes.totals}>
      <Total name={t('gross')} value={f.money(receipt.gross)} />
      {receipt.discount > 0 && <Total name={t('discount')} value={f.money(-receipt.discount)} />}
      {receipt.spent > 0 && <Total name={t('spent')} value={f.bonus(receipt.spent)} />}
      <Total name={t('paid')} value={f.money(receipt.paid ?? receipt.toPay)} strong />
      {receipt.earnedParts.map((part) => (
        <Total
          key={`${part.ruleId}${part.name.en}`}
          name={t('earnedFor', { what: text(part.name) })}
          value={f.signedBonus(part.amount)}
          bonus
        />
      ))}
      {receipt.earnedParts.length === 0 && <Total name={t('earned')} value={f.bonus(0)} />}
    </dl>
  )
}

function Total({ name, value, strong, bonus }: { name: string; value: string; strong?: boolean; bonus?: boolean }) {
  return (
    <div data-strong={strong || undefined} data-bonus={bonus || undefined}>
      <dt>{name}</dt>
      <dd className="k-number">{value}</dd>
    </div>
  )
}

function Why({ receipt }: { receipt: Receipt }) {
  const t = useTexts(texts)
  const text = useLocalText()
  if (receipt.explanations.length === 0) return null
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {t('why')}
      </Title>
      <ul className={classes.why}>
        {receipt.explanations.map((one) => (
          <li key={`${one.ruleId}${one.code}${one.lines}${one.text.en}`} data-applied={one.applied || undefined}>
            {one.applied ? (
              <IconCheck size={18} role="img" aria-label={t('applied')} />
            ) : (
              <IconMinus size={18} role="img" aria-label={t('notApplied')} />
            )}
            <span>{text(one.text)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Returns({ receipt }: { receipt: Receipt }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  if (receipt.returns.length === 0) return null
  return (
    <section>
      <Title order={3} size="h4" mb="xs">
        {t('returns')}
      </Title>
      <ul className={classes.lines}>
        {receipt.returns.map((one) => {
          const parts = [
            t('moneyBack', { amount: f.money(one.money) }),
            one.bonusesBack > 0 && t('bonusesBack', { amount: f.bonus(one.bonusesBack) }),
            one.earnReversed > 0 && t('earnReversed', { amount: f.bonus(one.earnReversed) }),
          ]
          return (
            <li key={one.id}>
              {[f.dateTime(one.at), one.cashier?.name].filter(Boolean).join(' · ')}
              <span className={classes.dim}>{parts.filter(Boolean).join(' · ')}</span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
