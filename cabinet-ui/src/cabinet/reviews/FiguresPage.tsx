import { Group, SimpleGrid, Skeleton, Stack, Table, Text } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import type { Schemas } from '@/base/api/client'
import { useReviewReport } from '@/base/api/queries/reviews'
import { ErrorNote } from '@/base/components/ErrorNote'
import { PageHeader } from '@/base/components/PageHeader'
import { Panel } from '@/base/components/Panel'
import { StatTile } from '@/base/components/StatTile'
import { DateInput } from '@/base/form/DateInput'
import { readDate } from '@/base/format/typedDate'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useListSearch } from '@/base/list/useListSearch'
import { TextLink } from '../layout/links'
import { texts } from './figuresTexts'
import classes from './Reviews.module.css'

type Report = Schemas['ReviewReport']
type Nps = Schemas['Nps']

/** What customers think of the shop, its stores and its people, with what chance leaves open. */
export default function FiguresPage() {
  const t = useTexts(texts)
  const period: { from?: string; to?: string } = useSearch({ from: '/cabinet/reviews/figures' })
  const change = useListSearch<{ from?: string | undefined; to?: string | undefined }>('/reviews/figures', period)
  const { data, error, refetch } = useReviewReport(period)
  return (
    <>
      <PageHeader
        title={t('title')}
        hint={t('hint')}
        above={
          <TextLink to="/reviews" size="sm" mb={8} className={classes.back}>
            <IconArrowLeft size={16} aria-hidden />
            {t('back')}
          </TextLink>
        }
        actions={
          <Group gap="sm">
            <DateInput
              aria-label={t('from')}
              placeholder={t('from')}
              value={period.from}
              max={period.to}
              onChange={(from) => change({ from: readDate(from) || undefined })}
            />
            <DateInput
              aria-label={t('to')}
              placeholder={t('to')}
              value={period.to}
              min={period.from}
              onChange={(to) => change({ to: readDate(to) || undefined })}
            />
          </Group>
        }
      />
      {error && !data && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {data ? <Shown report={data} /> : !error && <Skeleton h={360} radius="lg" />}
    </>
  )
}

function Shown({ report }: { report: Report }) {
  const t = useTexts(texts)
  const f = useFormat()
  const { requests } = report
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
        <StatTile label="NPS" value={<Figure nps={report.nps} />} hint={<Range nps={report.nps} />} tone="bonus" />
        <StatTile
          label={t('reviews')}
          value={f.number(report.reviews.all)}
          hint={
            requests.asked > 0
              ? t('answered', { share: f.percent(requests.answered / requests.asked), asked: f.number(requests.asked) })
              : t('nobodyAsked')
          }
        />
        <StatTile label={t('positive')} value={f.number(report.positive.all)} hint={<By counts={report.positive} />} />
        <StatTile label={t('negative')} value={f.number(report.negative.all)} hint={<By counts={report.negative} />} />
      </SimpleGrid>
      <Panel title={t('stores')} hint={t('storesHint')} flush>
        <Rows
          label={t('stores')}
          rows={report.stores.map(({ id, name, nps }) => ({ id, name, beside: undefined, nps }))}
        />
      </Panel>
      {report.cashiers.length > 0 && (
        <Panel title={t('people')} hint={t('peopleHint')} flush>
          <Rows
            label={t('people')}
            rows={report.cashiers.map(({ id, name, store, nps }) => ({ id, name, beside: store, nps }))}
          />
        </Panel>
      )}
    </Stack>
  )
}

function Figure({ nps }: { nps: Nps }) {
  const t = useTexts(texts)
  const f = useFormat()
  return <>{nps.value == null ? t('few') : signed(f.number, nps.value)}</>
}

function Range({ nps }: { nps: Nps }) {
  const t = useTexts(texts)
  const f = useFormat()
  const count = nps.promoters + nps.passives + nps.detractors
  if (nps.value == null || nps.low == null || nps.high == null) return <>{t('fewHint', { count })}</>
  return <>{t('range', { low: signed(f.number, nps.low), high: signed(f.number, nps.high), count })}</>
}

function signed(number: (value: number) => string, value: number): string {
  return value > 0 ? `+${number(value)}` : number(value)
}

function By({ counts }: { counts: Schemas['ReviewCounts'] }) {
  const t = useTexts(texts)
  return <>{t('by', { fresh: counts.fresh, work: counts.inWork, done: counts.done })}</>
}

type Row = { id: string; name: string; beside: string | undefined; nps: Nps }

function Rows({ label, rows }: { label: string; rows: Row[] }) {
  const t = useTexts(texts)
  const f = useFormat()
  const share = (part: number, { promoters, passives, detractors }: Nps) =>
    f.percent(part / Math.max(1, promoters + passives + detractors))
  if (rows.length === 0) {
    return (
      <Text p="lg" c="dimmed">
        {t('none')}
      </Text>
    )
  }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls is reached by keys
    <section className={classes.table} aria-label={label} tabIndex={0}>
      <Table miw={560} horizontalSpacing="lg">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('name')}</Table.Th>
            <Table.Th>NPS</Table.Th>
            <Table.Th ta="right">{t('promoters')}</Table.Th>
            <Table.Th ta="right">{t('detractors')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map(({ id, name, beside, nps }) => (
            <Table.Tr key={`${id} ${beside ?? ''}`}>
              <Table.Td>
                {name}
                {beside && (
                  <Text size="sm" c="dimmed">
                    {beside}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>
                <b>
                  <Figure nps={nps} />
                </b>
                <Text size="sm" c="dimmed">
                  <Range nps={nps} />
                </Text>
              </Table.Td>
              <Table.Td ta="right">{nps.value == null ? '—' : share(nps.promoters, nps)}</Table.Td>
              <Table.Td ta="right">{nps.value == null ? '—' : share(nps.detractors, nps)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  )
}
