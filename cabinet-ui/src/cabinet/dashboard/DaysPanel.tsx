import { SegmentedControl, Skeleton, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { type BarSeries, Bars } from '@/base/chart/Bars'
import { Panel } from '@/base/components/Panel'
import { type Format, useFormat } from '@/base/format/useFormat'
import { type Translate, useTexts } from '@/base/i18n/texts'
import classes from './Dashboard.module.css'
import { texts } from './texts'

type Day = Schemas['Summary']['days'][number]
type Metric = 'revenue' | 'receipts' | 'bonuses'
type Series = BarSeries<'revenue' | 'receipts' | 'earned' | 'spent'>

function seriesOf(metric: Metric, t: Translate<typeof texts>, f: Format): Series[] {
  if (metric === 'revenue') return [{ key: 'revenue', name: t('revenue'), color: 'var(--k-brand)', show: f.money }]
  if (metric === 'receipts') return [{ key: 'receipts', name: t('receipts'), color: 'var(--k-brand)', show: f.number }]
  return [
    { key: 'earned', name: t('earned'), color: 'var(--k-brand)', show: f.bonus },
    { key: 'spent', name: t('spent'), color: 'var(--mantine-color-honey-5)', show: f.bonus },
  ]
}

/** Bars by day; the same figures as a table for screen readers. */
export function DaysPanel({ days }: { days: readonly Day[] | undefined }) {
  const t = useTexts(texts)
  const f = useFormat()
  const [metric, setMetric] = useState<Metric>('revenue')
  const series = seriesOf(metric, t, f)

  return (
    <Panel
      title={t('byDay')}
      actions={
        <SegmentedControl
          size="xs"
          aria-label={t('chartMetric')}
          value={metric}
          onChange={(value) => setMetric(value as Metric)}
          data={(['revenue', 'receipts', 'bonuses'] as const).map((value) => ({ value, label: t(value) }))}
        />
      }
    >
      {!days ? (
        <Skeleton className={classes.chart} radius="md" />
      ) : (
        <>
          <Bars
            label={t('chartLabel', { metric: t(metric) })}
            rows={days}
            x={(day) => day.date}
            name={(day) => f.dateLong(day.date)}
            series={series}
            whole={metric === 'receipts'}
          />
          <DaysTable days={days} series={series} />
        </>
      )}
    </Panel>
  )
}

function DaysTable({ days, series }: { days: readonly Day[]; series: readonly Series[] }) {
  const t = useTexts(texts)
  const f = useFormat()
  return (
    <VisuallyHidden>
      <table>
        <caption>{t('byDay')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('date')}</th>
            {series.map(({ key, name }) => (
              <th scope="col" key={key}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <th scope="row">{f.date(day.date)}</th>
              {series.map(({ key, show }) => (
                <td key={key}>{show(day[key])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </VisuallyHidden>
  )
}
