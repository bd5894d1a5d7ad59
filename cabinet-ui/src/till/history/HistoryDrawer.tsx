import { Badge, Button, Drawer, Group, SimpleGrid, Skeleton, Stack, Switch, Text } from '@mantine/core'
import { IconReceipt } from '@tabler/icons-react'
import { Suspense, useEffect, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { later } from '@/base/later'
import { More } from '@/base/list/More'
import { rowsOf } from '@/base/list/pages'
import { SearchBox } from '@/base/list/SearchBox'
import { useReceipts } from '../api/queries'
import classes from './History.module.css'
import { isFullyReturned, returnedMoney } from './returns'
import { texts } from './texts'

const ReturnDialog = later(() => import('./ReturnDialog'))

type Receipt = Schemas['Receipt']
type Props = { opened: boolean; onClose: () => void; zone: string; member?: Customer }
type Customer = { memberId: string; memberName: string }

/** The register's receipts with its totals of the day, or the shop's that are looked for; newest first. A return starts here. */
export function HistoryDrawer({ opened, onClose, zone, member }: Props) {
  const t = useTexts(texts)
  const [search, setSearch] = useState<string>()
  const [ofMember, setOfMember] = useState(false)
  const memberId = ofMember ? member?.memberId : undefined
  const looking = search !== undefined || memberId !== undefined
  const receipts = useReceipts({ search, memberId }, opened)
  const [returning, setReturning] = useState<Receipt | null>(null)
  // A till that locks closes the history; the return above it must go as well.
  useEffect(() => {
    if (opened) return
    setReturning(null)
    setSearch(undefined)
    setOfMember(false)
  }, [opened])
  const pages = receipts.data?.pages
  const items = rowsOf(receipts)

  return (
    <>
      <Drawer
        opened={opened}
        onClose={onClose}
        // Escape closes the return above it, not both.
        closeOnEscape={returning === null}
        position="right"
        size="lg"
        title={t('shift')}
        closeButtonProps={{ 'aria-label': t('close') }}
      >
        <Stack>
          <SearchBox label={t('look')} placeholder={t('lookFor')} value={search} onSearch={setSearch} />
          {member && (
            <Switch
              label={t('onlyOf', { name: member.memberName })}
              checked={ofMember}
              onChange={(event) => setOfMember(event.currentTarget.checked)}
            />
          )}
          <DayTotals today={pages?.[0]?.today} />
          {receipts.error && <ErrorNote error={receipts.error} onRetry={() => void receipts.refetch()} />}
          {receipts.isPending && [1, 2, 3].map((key) => <Skeleton key={key} h={72} radius="md" />)}
          {items?.length === 0 && <Nothing looking={looking} />}
          {items && items.length > 0 && (
            <ul className={classes.list} aria-label={t('shift')}>
              {items.map((receipt) => (
                <ReceiptRow
                  key={receipt.id}
                  receipt={receipt}
                  zone={zone}
                  elsewhere={looking}
                  onReturn={() => setReturning(receipt)}
                />
              ))}
            </ul>
          )}
          <More of={receipts} />
        </Stack>
      </Drawer>
      {returning && (
        <Suspense>
          <ReturnDialog key={returning.id} receipt={returning} zone={zone} onClose={() => setReturning(null)} />
        </Suspense>
      )}
    </>
  )
}

function Nothing({ looking }: { looking: boolean }) {
  const t = useTexts(texts)
  return looking ? (
    <EmptyState icon={IconReceipt} title={t('foundNothing')} text={t('foundNothingText')} />
  ) : (
    <EmptyState icon={IconReceipt} title={t('historyEmpty')} text={t('historyEmptyText')} />
  )
}

function DayTotals({ today }: { today: Schemas['ReceiptPage']['today'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  if (!today) return null
  const figures = [
    [t('receiptsCount'), f.number(today.receipts)],
    [t('revenue'), f.money(today.toPay)],
    [t('spentTotal'), f.bonus(today.spent)],
    [t('earnedTotal'), f.bonus(today.earned)],
    ...(today.returns > 0 ? [[t('returnedTotal'), f.money(today.returned)] as const] : []),
  ] as const
  return (
    <section aria-label={t('storeDay')}>
      <Text size="sm" c="dimmed" mb={6}>
        {t('storeDay')}
      </Text>
      <SimpleGrid cols={{ base: 2, xs: 4 }} spacing="xs">
        {figures.map(([label, value]) => (
          <div key={label} className={classes.total}>
            <Text size="sm" c="dimmed">
              {label}
            </Text>
            <Text fw={700}>{value}</Text>
          </div>
        ))}
      </SimpleGrid>
      {today.returns > 0 && (
        <Text size="sm" c="dimmed" mt={6}>
          {t('netOfReturns')}
        </Text>
      )}
      {today.cashiers.some((day) => day.id) && <CashierDays days={today.cashiers} />}
    </section>
  )
}

function CashierDays({ days }: { days: NonNullable<Schemas['ReceiptPage']['today']>['cashiers'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <table className={classes.days}>
      <caption className="k-visually-hidden">{t('byCashier')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('cashier')}</th>
          <th scope="col">{t('receiptsCount')}</th>
          <th scope="col">{t('revenue')}</th>
          <th scope="col">{t('returnedTotal')}</th>
        </tr>
      </thead>
      <tbody>
        {days.map((day) => (
          <tr key={day.id ?? ''}>
            <th scope="row">{day.name ?? t('noCashier')}</th>
            <td>{f.number(day.receipts)}</td>
            <td>{f.money(day.toPay)}</td>
            <td>{f.money(day.returned)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type RowProps = { receipt: Receipt; zone: string; elsewhere: boolean; onReturn: () => void }

function ReceiptRow({ receipt, zone, elsewhere, onReturn }: RowProps) {
  const t = useTexts(texts)
  const f = useFormat(zone)
  const back = returnedMoney(receipt)
  const all = isFullyReturned(receipt)
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
          {receipt.spent > 0 && `${f.bonus(-receipt.spent)} · `}
          {receipt.earned > 0 && `${f.signedBonus(receipt.earned)} · `}
          {f.dayMonth(receipt.at)}
          {receipt.cashier && ` · ${receipt.cashier.name}`}
          {elsewhere && receipt.place && ` · ${receipt.place.store}, ${receipt.place.register}`}
        </Text>
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
