import { Drawer, SimpleGrid, Skeleton, Stack, Switch, Text } from '@mantine/core'
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
import { ReceiptRows } from './ReceiptRows'
import { texts } from './texts'

const ReturnDialog = later(() => import('./ReturnDialog'))
const LateCardDialog = later(() => import('./LateCardDialog'))

type Receipt = Schemas['Receipt']
type Props = {
  opened: boolean
  onClose: () => void
  zone: string
  member?: Customer
  /** The customer whose card was read for the sale at hand. */
  shown?: Customer
  /** Whether the shop lets a receipt be given to a card later the same day. */
  lateCards: boolean
}
type Customer = { memberId: string; memberName: string }

/** The register's receipts with its totals of the day, or the shop's that are looked for; newest first. A return starts here. */
export function HistoryDrawer({ opened, onClose, zone, member, shown, lateCards }: Props) {
  const t = useTexts(texts)
  const [search, setSearch] = useState<string>()
  const [ofMember, setOfMember] = useState(false)
  const memberId = ofMember ? member?.memberId : undefined
  const looking = search !== undefined || memberId !== undefined
  const receipts = useReceipts({ search, memberId }, opened)
  const [returning, setReturning] = useState<Receipt | null>(null)
  const [giving, setGiving] = useState<Receipt | null>(null)
  // A till that locks closes the history; the return above it must go as well.
  useEffect(() => {
    if (opened) return
    setReturning(null)
    setGiving(null)
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
        // Escape closes what is above it, not both.
        closeOnEscape={returning === null && giving === null}
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
          <ReceiptRows
            items={items ?? []}
            zone={zone}
            elsewhere={looking}
            lateCards={lateCards}
            onReturn={setReturning}
            onGive={setGiving}
          />
          <More of={receipts} />
        </Stack>
      </Drawer>
      {returning && (
        <Suspense>
          <ReturnDialog key={returning.id} receipt={returning} zone={zone} onClose={() => setReturning(null)} />
        </Suspense>
      )}
      {giving && (
        <Suspense>
          <LateCardDialog key={giving.id} receipt={giving} zone={zone} shown={shown} onClose={() => setGiving(null)} />
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
