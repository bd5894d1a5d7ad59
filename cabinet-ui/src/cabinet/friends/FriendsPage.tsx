import { SegmentedControl, SimpleGrid } from '@mantine/core'
import {
  IconGift,
  IconHeartHandshake,
  IconHourglass,
  IconReceipt,
  IconTrendingUp,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useFriendsReport } from '@/base/api/queries/reports'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { StatTile } from '@/base/components/StatTile'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useMay } from '../layout/currentSession'
import { ButtonLink } from '../layout/links'
import { FlagsPanel } from './FlagsPanel'
import { texts } from './texts'

const PERIODS = [7, 30, 90]

/** What inviting friends brought and cost, and what of it is worth a look. */
export default function FriendsPage() {
  const t = useTexts(texts)
  const [days, setDays] = useState(30)
  const report = useFriendsReport(days)
  const figures = report.data?.figures
  const sees = useMay('FRIENDS_FLAGS')
  const reads = useMay('PROGRAM_READ')
  const nothing = figures && figures.joined + figures.purchases === 0
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        actions={
          <SegmentedControl
            aria-label={t('period')}
            value={String(days)}
            onChange={(value) => setDays(Number(value))}
            data={PERIODS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
          />
        }
      />
      {report.error && !report.data ? (
        <ErrorNote error={report.error} onRetry={() => void report.refetch()} />
      ) : nothing ? (
        <EmptyState
          icon={IconHeartHandshake}
          title={t('emptyTitle')}
          text={t('emptyText')}
          action={reads && <ButtonLink to="/program">{t('toProgram')}</ButtonLink>}
        />
      ) : (
        <Figures figures={figures} />
      )}
      {sees && <FlagsPanel />}
    </>
  )
}

function Figures({ figures }: { figures: Schemas['FriendsReport']['figures'] | undefined }) {
  const t = useTexts(texts)
  const f = useFormat()
  const loading = !figures
  const shown = figures ?? {
    joined: 0,
    active: 0,
    purchases: 0,
    revenue: 0,
    given: 0,
    waiting: 0,
    welcome: 0,
    rewarded: 0,
  }
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} mb="lg">
      <StatTile icon={IconUsers} label={t('joined')} value={f.number(shown.joined)} loading={loading} />
      <StatTile
        icon={IconReceipt}
        label={t('active')}
        value={f.number(shown.active)}
        hint={t('activeHint', { count: shown.purchases })}
        loading={loading}
      />
      <StatTile icon={IconTrendingUp} label={t('revenue')} value={f.money(shown.revenue)} loading={loading} />
      <StatTile
        icon={IconHeartHandshake}
        tone="bonus"
        label={t('given')}
        value={f.bonus(shown.given)}
        hint={t('givenHint', { count: shown.rewarded })}
        loading={loading}
      />
      {shown.waiting > 0 && (
        <StatTile
          icon={IconHourglass}
          tone="bonus"
          label={t('waiting')}
          value={f.bonus(shown.waiting)}
          hint={t('waitingHint')}
        />
      )}
      {shown.welcome > 0 && (
        <StatTile icon={IconGift} tone="bonus" label={t('welcome')} value={f.bonus(shown.welcome)} />
      )}
    </SimpleGrid>
  )
}
