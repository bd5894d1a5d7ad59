import { Alert, Badge, SimpleGrid, Skeleton, Stack, Text } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Schemas } from '@/base/api/client'
import { useCampaignResult } from '@/base/api/queries/results'
import { ErrorNote } from '@/base/components/ErrorNote'
import { Panel } from '@/base/components/Panel'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { TextLink } from '../layout/links'
import classes from './Campaigns.module.css'
import { texts } from './resultTexts'

type Result = Schemas['CampaignResult']
type Above = NonNullable<Result['above']>
type Arm = Schemas['ResultArm']

const COLORS = { PROVEN: 'pine', PROBABLY: 'honey', NOT_PROVEN_YET: 'gray', HARMFUL: 'red' } as const
const LEAST_BUYERS = 10

/** What a campaign brought above what would have come anyway, in plain words. */
export function BroughtPanel({ campaignId }: { campaignId: string }) {
  const t = useTexts(texts)
  const { data: result, error, refetch } = useCampaignResult(campaignId)
  if (error && !result) return <ErrorNote error={error} onRetry={() => void refetch()} />
  return result ? <Brought title={t('brought')} result={result} /> : <Skeleton h={240} radius="lg" />
}

/** Two groups compared, whatever they were written to by. */
export function Brought({ title, hint, result }: { title: string; hint?: string; result: Result }) {
  const t = useTexts(texts)
  const { above } = result
  return (
    <Panel
      title={title}
      hint={hint}
      actions={
        above && (
          <Badge color={COLORS[above.label]} variant="light" size="lg">
            {t(`label.${above.label}`)}
          </Badge>
        )
      }
    >
      <Stack gap="md">
        {above ? <Made above={above} result={result} /> : <Hidden result={result} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
          <ArmCard title={t('treated')} arm={result.treated} />
          {result.holdOutPercent > 0 && <ArmCard title={t('heldOut')} arm={result.heldOut} />}
        </SimpleGrid>
        {above && (above.label === 'PROVEN' || above.label === 'HARMFUL' || !isFew(result)) && (
          <Figures above={above} />
        )}
        <Notes result={result} />
      </Stack>
    </Panel>
  )
}

/** Amounts of an estimate: kopecks would pretend to more than is known. */
function useRoubles() {
  const f = useFormat()
  return (minor: number) => f.money(Math.round(minor / 100) * 100)
}

function Made({ above, result }: { above: Above; result: Result }) {
  const t = useTexts(texts)
  const f = useFormat()
  const roubles = useRoubles()
  const { profit, purchases } = above
  const told = profit ?? purchases
  const range = { value: roubles(Math.abs(told.value)), low: roubles(told.low), high: roubles(told.high) }
  const few = above.label !== 'PROVEN' && above.label !== 'HARMFUL' && isFew(result)
  if (few) {
    return (
      <div>
        <Text className={classes.made}>{t('fewToTell')}</Text>
        <Text mt={6}>
          <Missing above={above} result={result} />
        </Text>
      </div>
    )
  }
  return (
    <div>
      <Text className={classes.made}>
        {profit ? t(told.value < 0 ? 'lost' : 'made', range) : t(told.value < 0 ? 'boughtLess' : 'boughtMore', range)}
      </Text>
      <Text mt={6}>
        {t(`why.${above.label}`, { probability: f.percent(Math.floor(above.probability * 100)) })}{' '}
        <Missing above={above} result={result} />
      </Text>
      <Text size="sm" c="dimmed" mt={6}>
        {profit
          ? t('profitIs', { margin: f.percent(profit.marginPercent), cost: f.money(result.messageCost) })
          : t('noMargin')}{' '}
        {!profit && <ToSettings />}
      </Text>
    </div>
  )
}

function ToSettings() {
  const t = useTexts(texts)
  return useMay('SHOP') ? (
    <TextLink to="/settings" size="sm">
      {t('toSettings')}
    </TextLink>
  ) : null
}

const isFew = ({ treated, heldOut }: Result) => Math.min(treated.buyers, heldOut.buyers) < LEAST_BUYERS

/** What it would take to be sure. */
function Missing({ above, result }: { above: Above; result: Result }) {
  const t = useTexts(texts)
  const f = useFormat()
  if (above.label === 'PROVEN' || above.label === 'HARMFUL') return null
  if (isFew(result)) {
    return t('fewBuyers', { count: LEAST_BUYERS })
  }
  return above.moreMembers ? t('moreMembers', { count: above.moreMembers, shown: f.number(above.moreMembers) }) : null
}

function Hidden({ result }: { result: Result }) {
  const t = useTexts(texts)
  const f = useFormat()
  if (result.hidden === 'SAMPLE_RATIO' && result.ratio) {
    return (
      <Alert color="red" icon={<IconAlertTriangle size={20} aria-hidden />} title={t('brokenTitle')}>
        {t('broken', {
          planned: f.percent(result.holdOutPercent),
          seen: f.percent(Math.round(result.ratio.seen * 1000) / 10),
        })}
      </Alert>
    )
  }
  return <Text>{t(result.hidden === 'TOO_FEW' ? 'tooFew' : 'withoutHoldOut')}</Text>
}

function ArmCard({ title, arm }: { title: string; arm: Arm }) {
  const t = useTexts(texts)
  const f = useFormat()
  const share = arm.members > 0 ? (arm.buyers / arm.members) * 100 : 0
  return (
    <section className={classes.arm} aria-label={title}>
      <Text fw={700}>{title}</Text>
      <dl>
        <Fact name={t('members')} value={f.number(arm.members)} />
        <Fact name={t('buyers')} value={`${f.number(arm.buyers)} (${f.percent(Math.round(share * 10) / 10)})`} />
        <Fact name={t('purchases')} value={f.money(arm.purchases)} />
        {arm.bonuses > 0 && <Fact name={t('withBonuses')} value={f.money(arm.bonuses)} />}
        <Fact name={t('perMember')} value={f.money(arm.members > 0 ? Math.round(arm.purchases / arm.members) : 0)} />
      </dl>
    </section>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

/** Above what would have come anyway, each with what chance leaves open. */
function Figures({ above }: { above: Above }) {
  const t = useTexts(texts)
  const f = useFormat()
  const roubles = useRoubles()
  const { buyers, purchases } = above
  const people = (count: number) => f.number(Math.round(count))
  return (
    <section className={classes.arm} aria-label={t('above')}>
      <Text fw={700}>{t('above')}</Text>
      <dl>
        <Fact
          name={t('moreBuyers')}
          value={t('between', { value: people(buyers.value), low: people(buyers.low), high: people(buyers.high) })}
        />
        <Fact
          name={t('morePurchases')}
          value={t('between', {
            value: roubles(purchases.value),
            low: roubles(purchases.low),
            high: roubles(purchases.high),
          })}
        />
        <Fact name={t('moreBonuses')} value={f.money(above.bonuses)} />
        <Fact name={t('net')} value={f.money(above.net)} />
      </dl>
    </section>
  )
}

function Notes({ result }: { result: Result }) {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const until = f.dayMonthLong(result.until)
  return (
    <Text size="sm" c="dimmed">
      {result.ended ? t('ended', { until }) : t('daysLeft', { count: result.daysLeft, until })}{' '}
      {result.above && !result.ended && t('wider')} {result.holdOutPercent > 0 && t('everybodyCounts')}{' '}
      {result.globalHeldOut > 0 && t('globalOnes', { count: result.globalHeldOut })}
    </Text>
  )
}
