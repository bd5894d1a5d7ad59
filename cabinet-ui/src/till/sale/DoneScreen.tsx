import { Button, Group, Kbd, Text, Title } from '@mantine/core'
import { IconCheck, IconClockPause, IconPrinter } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { FiscalHints } from '../certificates/FiscalHints'
import type { Outcome } from '../queue/ReceiptQueue'
import classes from './DoneScreen.module.css'
import { EarnedParts } from './EarnedParts'
import { texts } from './texts'

type Props = { outcome: Outcome; info: Schemas['RegisterInfo']; onNext: () => void }

/** The receipt is booked (or safely kept); Enter or the next scan goes on. */
export function DoneScreen({ outcome, info, onNext }: Props) {
  const t = useTexts(texts)
  const committed = outcome.kind === 'committed'
  return (
    <div className={classes.wrap}>
      <section className={`k-panel ${classes.done}`}>
        <div className={classes.mark} data-kind={outcome.kind} aria-hidden>
          {committed ? <IconCheck size={44} stroke={2.4} /> : <IconClockPause size={44} stroke={2} />}
        </div>
        <Title order={1} ta="center">
          {committed ? t('doneTitle') : t('queuedTitle')}
        </Title>
        {outcome.kind === 'committed' ? (
          <Slip receipt={outcome.receipt} info={info} />
        ) : (
          <>
            <Text ta="center" c="dimmed" maw={420} mx="auto" mt="xs">
              {t('queuedText')}
            </Text>
            <QueuedSum toPay={outcome.pending.toPay} />
          </>
        )}
        <Group justify="center" mt="lg" className={classes.actions}>
          {committed && (
            <Button
              variant="default"
              size="lg"
              leftSection={<IconPrinter size={20} aria-hidden />}
              onClick={() => window.print()}
            >
              {t('print')}
            </Button>
          )}
          <Button size="lg" onClick={onNext} autoFocus rightSection={<Kbd visibleFrom="sm">Enter</Kbd>}>
            {t('next')}
          </Button>
        </Group>
      </section>
    </div>
  )
}

function QueuedSum({ toPay }: { toPay: number }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <dl className={classes.slip}>
      <Line label={t('toPay')} value={f.money(toPay)} large />
    </dl>
  )
}

function Slip({ receipt, info }: { receipt: Schemas['Receipt']; info: Schemas['RegisterInfo'] }) {
  const t = useTexts(texts)
  const f = useFormat(info.zone)
  const text = useLocalText()
  return (
    <section aria-label={t('slip')}>
      <Text ta="center" c="dimmed" mt={4}>
        {info.shopName}
        {info.storeName !== info.shopName && ` · ${info.storeName}`} · {f.dateTime(receipt.at)}
      </Text>
      <dl className={classes.slip}>
        {receipt.number && <Line label={t('receiptNumber')} value={receipt.number} />}
        <Line label={t('customer')} value={receipt.memberName ?? t('noCard')} />
        <Line label={t('gross')} value={f.money(receipt.gross)} />
        {receipt.discount > 0 && <Line label={t('discount')} value={f.money(-receipt.discount)} />}
        {receipt.certificates?.map((one) => (
          <Line key={one.tail} label={t('paidCertificate', { tail: one.tail })} value={f.money(one.paid)} />
        ))}
        {receipt.spent > 0 && <Line label={t('paidBonus')} value={f.bonus(receipt.spent)} />}
        <Line label={t('paidMoney')} value={f.money(receipt.toPay)} large />
        {receipt.memberId && <Line label={t('earned')} value={f.signedBonus(receipt.earned)} tone="bonus" />}
        <EarnedParts parts={receipt.earnedParts} sign={1} className={classes.line} />
        {receipt.balanceAfter && <Line label={t('balanceNow')} value={f.bonus(receipt.balanceAfter.available)} />}
        {receipt.tierAfter && <Line label={t('tierNow')} value={text(receipt.tierAfter.name)} />}
      </dl>
      {receipt.fiscal && <FiscalHints hints={receipt.fiscal} />}
      <p className={classes.thanks}>{t('thanks')}</p>
    </section>
  )
}

function Line({ label, value, large, tone }: { label: string; value: string; large?: boolean; tone?: 'bonus' }) {
  return (
    <div className={classes.line} data-large={large || undefined} data-tone={tone}>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  )
}
