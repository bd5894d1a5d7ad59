import { Group, ScrollArea, SegmentedControl, Select, Skeleton, Stack, Table } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import type { FiguresRow, FiguresStep } from '@/base/api/queries/figures'
import { type BarSeries, Bars } from '@/base/chart/Bars'
import { Panel } from '@/base/components/Panel'
import { type Format, useFormat } from '@/base/format/useFormat'
import { type Translate, useTexts } from '@/base/i18n/texts'
import { type Days, maySee } from './periods'
import { texts } from './texts'
import { useRange } from './useRange'

const METRICS = [
  'revenue',
  'receipts',
  'averageReceipt',
  'averageDiscount',
  'discount',
  'memberRevenue',
  'earned',
  'spent',
  'joined',
] as const
type Metric = (typeof METRICS)[number]
const STEPS: readonly FiguresStep[] = ['day', 'week', 'month']

function show(metric: Metric, f: Format): (value: number) => string {
  if (metric === 'receipts' || metric === 'joined') return f.number
  return metric === 'earned' || metric === 'spent' ? f.bonus : f.money
}

function series(metric: Metric, t: Translate<typeof texts>, f: Format): BarSeries<Metric> {
  return { key: metric, name: t(metric), color: 'var(--k-brand)', show: show(metric, f) }
}

type Props = {
  figures: Schemas['Figures'] | undefined
  step: FiguresStep
  days: Days
  onStep: (step: FiguresStep) => void
}

/** The period by days, weeks or months: a chart of one figure, a table of all. */
export function RowsPanel({ figures, step, days, onStep }: Props) {
  const t = useTexts(texts)
  const f = useFormat()
  const range = useRange()
  const [metric, setMetric] = useState<Metric>('revenue')
  const metrics = METRICS.filter((one) => one !== 'joined' || figures?.now.joined != null)
  const chosen = metrics.includes(metric) ? metric : 'revenue'
  return (
    <Panel
      title={t('byTime')}
      actions={
        <Group gap="sm">
          <Select
            aria-label={t('shown')}
            value={chosen}
            allowDeselect={false}
            onChange={(value) => setMetric(value as Metric)}
            data={metrics.map((value) => ({ value, label: t(value) }))}
          />
          <SegmentedControl
            aria-label={t('step')}
            value={step}
            onChange={(value) => onStep(value as FiguresStep)}
            data={STEPS.filter((one) => maySee(one, days)).map((value) => ({ value, label: t(`step.${value}`) }))}
          />
        </Group>
      }
    >
      {!figures ? (
        <Skeleton h={300} radius="md" />
      ) : (
        <Stack gap="md">
          <Bars
            label={t('chart', { metric: t(chosen) })}
            rows={figures.rows.map((row) => ({ ...row, joined: row.joined ?? 0 }))}
            x={(row) => row.from}
            name={(row) => range(row)}
            series={[series(chosen, t, f)]}
            whole={chosen === 'receipts' || chosen === 'joined'}
          />
          <RowsTable rows={figures.rows} total={figures.now} metrics={metrics} />
        </Stack>
      )}
    </Panel>
  )
}

type TableProps = { rows: readonly FiguresRow[]; total: FiguresRow; metrics: readonly Metric[] }

function RowsTable({ rows, total, metrics }: TableProps) {
  const t = useTexts(texts)
  const f = useFormat()
  const range = useRange()
  const cells = (row: FiguresRow) =>
    metrics.map((metric) => (
      <Table.Td key={metric} ta="right" className="k-number">
        {show(metric, f)(row[metric] ?? 0)}
      </Table.Td>
    ))
  return (
    <ScrollArea.Autosize mah={420} viewportProps={{ tabIndex: 0, 'aria-label': t('table'), role: 'region' }}>
      <Table stickyHeader miw={900} aria-label={t('table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t('date')}</Table.Th>
            {metrics.map((metric) => (
              <Table.Th scope="col" key={metric} ta="right">
                {t(metric)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.from}>
              <Table.Th scope="row" fw={400} style={{ whiteSpace: 'nowrap' }}>
                {range(row)}
              </Table.Th>
              {cells(row)}
            </Table.Tr>
          ))}
          <Table.Tr fw={700}>
            <Table.Th scope="row">{t('total')}</Table.Th>
            {cells(total)}
          </Table.Tr>
        </Table.Tbody>
      </Table>
    </ScrollArea.Autosize>
  )
}
