import { Button, Group, SegmentedControl, SimpleGrid, Stack } from '@mantine/core'
import {
  IconCashRegister,
  IconCreditCard,
  IconDeviceMobile,
  IconReceipt,
  IconReceiptRefund,
  IconScale,
  IconSparkles,
  IconTrendingUp,
  IconUsers,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useSummary } from '@/base/api/queries/reports'
import { EmptyState } from '@/base/components/EmptyState'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { StatTile } from '@/base/components/StatTile'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { FirstSteps } from '../guide/FirstSteps'
import { ExpiryBanner } from '../identities/ExpiryBanner'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { ButtonLink } from '../layout/links'
import { ReviewAlert } from '../reviews/ReviewAlert'
import { AdvicePanel } from './AdvicePanel'
import { AttentionBanner } from './AttentionBanner'
import classes from './Dashboard.module.css'
import { DaysPanel } from './DaysPanel'
import { QuarterPanel } from './QuarterPanel'
import { TierShares } from './TierShares'
import { TodayPanel } from './TodayPanel'
import { texts } from './texts'

const PERIODS = [7, 30, 90]

export default function DashboardPage() {
  const t = useTexts(texts)
  const session = useCurrentSession()
  const [days, setDays] = useState(30)
  const summary = useSummary(days)
  const data = summary.data
  const mayWrite = useMay('CAMPAIGNS')

  return (
    <>
      <PageHeader
        title={t('title')}
        hint={session.merchantName}
        actions={
          <SegmentedControl
            aria-label={t('period')}
            value={String(days)}
            onChange={(value) => setDays(Number(value))}
            data={PERIODS.map((count) => ({ value: String(count), label: t('days', { count }) }))}
          />
        }
      />
      <FirstSteps owner={useMay('SHOP')} />
      <ExpiryBanner />
      {mayWrite && <AttentionBanner />}
      {useMay('REVIEWS_READ') && <ReviewAlert />}
      {summary.error && !data ? (
        <ErrorNote error={summary.error} onRetry={() => void summary.refetch()} />
      ) : (
        <Stack gap="md">
          {data && !isEmpty(data) && <TodayPanel />}
          {mayWrite && data && !isEmpty(data) && <AdvicePanel />}
          <Figures days={days} />
          {data && isEmpty(data) ? (
            <Panel>
              <EmptyState
                icon={IconCashRegister}
                title={t('emptyTitle')}
                text={t('emptyText')}
                action={
                  <Group justify="center">
                    <ButtonLink to="/join-link">{t('toJoinLink')}</ButtonLink>
                    <Button component="a" href="/till" variant="default">
                      {t('toTill')}
                    </Button>
                  </Group>
                }
              />
            </Panel>
          ) : (
            <div className={classes.wide}>
              <DaysPanel days={data?.days} />
              <TierShares byTier={data?.byTier} total={data?.members ?? 0} />
            </div>
          )}
          <QuarterPanel />
        </Stack>
      )}
    </>
  )
}

/** Nothing was sold: a period whose sales all came back has its days to show. */
function isEmpty(data: Schemas['Summary']) {
  return data.days.every((day) => day.receipts === 0 && day.revenue === 0 && day.earned === 0 && day.spent === 0)
}

function Figures({ days }: { days: number }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { data } = useSummary(days)
  const loading = !data
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing={{ base: 'sm', sm: 'md' }}>
      <StatTile
        icon={IconTrendingUp}
        label={t('revenue')}
        loading={loading}
        value={data && f.money(data.revenue)}
        hint={t('net')}
      />
      <StatTile icon={IconReceipt} label={t('receipts')} loading={loading} value={data && f.number(data.receipts)} />
      <StatTile
        icon={IconReceiptRefund}
        label={t('averageReceipt')}
        loading={loading}
        value={data && f.money(data.averageReceipt)}
      />
      <StatTile
        icon={IconUsers}
        label={t('members')}
        loading={loading}
        value={data && f.number(data.members)}
        hint={data && t('newMembers', { count: data.newMembers })}
      />
      <StatTile
        tone="bonus"
        icon={IconSparkles}
        label={t('earned')}
        loading={loading}
        value={data && f.bonus(data.earned)}
      />
      <StatTile
        tone="bonus"
        icon={IconCreditCard}
        label={t('spent')}
        loading={loading}
        value={data && f.bonus(data.spent)}
      />
      <StatTile
        tone="bonus"
        icon={IconScale}
        label={t('liability')}
        loading={loading}
        value={data && f.bonus(data.liability)}
        hint={data?.burnsSoon ? t('burnsSoon', { amount: f.bonus(data.burnsSoon) }) : undefined}
      />
      <StatTile
        icon={IconDeviceMobile}
        label={t('wallets')}
        loading={loading}
        value={data && f.number(data.walletsApple + data.walletsGoogle)}
        hint={data && t('walletsSplit', { apple: f.number(data.walletsApple), google: f.number(data.walletsGoogle) })}
      />
    </SimpleGrid>
  )
}
