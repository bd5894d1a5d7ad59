import { Anchor, SimpleGrid } from '@mantine/core'
import {
  IconCreditCard,
  IconDiscount,
  IconMail,
  IconReceipt,
  IconReceiptRefund,
  IconSparkles,
  IconTrendingUp,
  IconUser,
  IconUserPlus,
  IconUsers,
} from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Schemas } from '@/base/api/client'
import { type FiguresFilter, type FiguresRow, useBuyers } from '@/base/api/queries/figures'
import { StatTile } from '@/base/components/StatTile'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import { Beside } from './Beside'
import { texts } from './texts'

type Props = { figures: Schemas['Figures'] | undefined; filter: FiguresFilter }

/** Each figure with what it was before and a year ago, and the way to what stands behind it. */
export function Tiles({ figures, filter }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const loading = !figures
  const of = (pick: (row: FiguresRow) => number, show: (value: number) => string, more?: ReactNode) =>
    figures && (
      <>
        {more}
        <Beside now={pick(figures.now)} before={pick(figures.before)} yearAgo={pick(figures.yearAgo)} show={show} />
      </>
    )
  const receipts = (value: string) => (
    <Anchor href="#receipts" inherit c="inherit" title={t('toReceipts')}>
      {value}
    </Anchor>
  )
  const { now } = figures ?? {}
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing={{ base: 'sm', sm: 'md' }}>
      <StatTile
        icon={IconTrendingUp}
        label={t('revenue')}
        loading={loading}
        value={now && receipts(f.money(now.revenue))}
        hint={of((row) => row.revenue, f.money)}
      />
      <StatTile
        icon={IconReceipt}
        label={t('receipts')}
        loading={loading}
        value={now && receipts(f.number(now.receipts))}
        hint={of((row) => row.receipts, f.number)}
      />
      <StatTile
        icon={IconReceiptRefund}
        label={t('averageReceipt')}
        loading={loading}
        value={now && f.money(now.averageReceipt)}
        hint={of((row) => row.averageReceipt, f.money)}
      />
      <StatTile
        icon={IconDiscount}
        label={t('averageDiscount')}
        loading={loading}
        value={now && f.money(now.averageDiscount)}
        hint={of(
          (row) => row.averageDiscount,
          f.money,
          now && <div>{t('discountHint', { amount: f.money(now.discount) })}</div>,
        )}
      />
      <Bonuses now={now} of={of} link={receipts} />
      <Buyers figures={figures} filter={filter} />
      {figures && <OfTheWholeShop figures={figures} />}
    </SimpleGrid>
  )
}

type BonusProps = {
  now: FiguresRow | undefined
  of: (pick: (row: FiguresRow) => number, show: (value: number) => string) => ReactNode
  link: (value: string) => ReactNode
}

function Bonuses({ now, of, link }: BonusProps) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <>
      <StatTile
        tone="bonus"
        icon={IconSparkles}
        label={t('earned')}
        loading={!now}
        value={now && link(f.bonus(now.earned))}
        hint={of((row) => row.earned, f.bonus)}
      />
      <StatTile
        tone="bonus"
        icon={IconCreditCard}
        label={t('spent')}
        loading={!now}
        value={now && link(f.bonus(now.spent))}
        hint={of((row) => row.spent, f.bonus)}
      />
    </>
  )
}

/** Counted among the receipts, so they come a moment later. */
function Buyers({ figures, filter }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const { data } = useBuyers(filter)
  const each = (row: 'now' | 'before' | 'yearAgo') =>
    figures && data && data[row].members > 0 ? Math.round(figures[row].memberRevenue / data[row].members) : 0
  return (
    <>
      <StatTile
        icon={IconUsers}
        label={t('buyers')}
        loading={!data}
        value={data && f.number(data.now.members)}
        hint={
          data && (
            <>
              <div>
                {t('fresh', { fresh: f.number(data.now.fresh), again: f.number(data.now.members - data.now.fresh) })}
              </div>
              <Beside
                now={data.now.members}
                before={data.before.members}
                yearAgo={data.yearAgo.members}
                show={f.number}
              />
            </>
          )
        }
      />
      <StatTile
        icon={IconUser}
        label={t('perMember')}
        loading={!data || !figures}
        value={f.money(each('now'))}
        hint={
          <>
            <div>{t('perMemberHint', { amount: f.money(figures?.now.memberRevenue ?? 0) })}</div>
            <Beside now={each('now')} before={each('before')} yearAgo={each('yearAgo')} show={f.money} />
          </>
        }
      />
    </>
  )
}

/** What belongs to no store and no cashier; not there when the question is narrower. */
function OfTheWholeShop({ figures }: { figures: Schemas['Figures'] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const mayRead = useMay('MEMBERS_READ')
  const { now, before, yearAgo, messages } = figures
  const sum = (row: 'now' | 'before' | 'yearAgo') => (messages ?? []).reduce((all, one) => all + one[row], 0)
  const named = (source: string) => (source === 'CAMPAIGN' || source === 'AUTOMATION' ? source : 'other')
  return (
    <>
      {now.joined != null && (
        <StatTile
          icon={IconUserPlus}
          label={t('joined')}
          value={
            mayRead ? (
              <TextLink to="/members" search={{ sort: 'created' }} inherit c="inherit">
                {f.number(now.joined)}
              </TextLink>
            ) : (
              f.number(now.joined)
            )
          }
          hint={<Beside now={now.joined} before={before.joined ?? 0} yearAgo={yearAgo.joined ?? 0} show={f.number} />}
        />
      )}
      {messages && sum('now') + sum('before') + sum('yearAgo') > 0 && (
        <StatTile
          icon={IconMail}
          label={t('messages')}
          value={f.money(sum('now'))}
          hint={
            <>
              <div>
                {messages.map((one) => t(`source.${named(one.source)}`, { amount: f.money(one.now) })).join(', ')}
              </div>
              <Beside now={sum('now')} before={sum('before')} yearAgo={sum('yearAgo')} show={f.money} />
            </>
          }
        />
      )}
    </>
  )
}
