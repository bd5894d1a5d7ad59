import { SegmentedControl, Skeleton, VisuallyHidden } from '@mantine/core'
import { useState } from 'react'
import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import type { Schemas } from '@/base/api/client'
import { Panel } from '@/base/components/Panel'
import { type Format, useFormat } from '@/base/format/useFormat'
import { type Translate, useTexts } from '@/base/i18n/texts'
import classes from './Dashboard.module.css'
import { texts } from './texts'

type Day = Schemas['Summary']['days'][number]
type Metric = 'revenue' | 'receipts' | 'bonuses'
type Series = {
  key: 'revenue' | 'receipts' | 'earned' | 'spent'
  name: string
  color: string
  show: (value: number) => string
}

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
  const compact = (value: number) => f.number(metric === 'receipts' ? value : Math.round(value / 100))

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
          <div className={classes.chart} role="img" aria-label={t('chartLabel', { metric: t(metric) })}>
            <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 300 }}>
              <BarChart data={[...days]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
                <CartesianGrid vertical={false} stroke="var(--k-line)" />
                <XAxis
                  dataKey="date"
                  tickFormatter={f.dayMonth}
                  tick={{ fill: 'var(--k-muted)', fontSize: 12 }}
                  tickLine={false}
                  axisLine={false}
                  minTickGap={24}
                />
                <YAxis
                  tickFormatter={compact}
                  tick={{ fill: 'var(--k-muted)', fontSize: 12 }}
                  tickLine={false}
                  axisLine={false}
                  width={56}
                />
                <Tooltip
                  cursor={{ fill: 'var(--k-sunken)' }}
                  content={({ active, payload }) => (
                    <DayTooltip day={active ? (payload?.[0]?.payload as Day | undefined) : undefined} series={series} />
                  )}
                />
                {series.map(({ key, color }) => (
                  <Bar
                    key={key}
                    dataKey={key}
                    fill={color}
                    radius={[4, 4, 0, 0]}
                    maxBarSize={28}
                    isAnimationActive={false}
                  />
                ))}
              </BarChart>
            </ResponsiveContainer>
          </div>
          <DaysTable days={days} series={series} />
        </>
      )}
    </Panel>
  )
}

function DayTooltip({ day, series }: { day: Day | undefined; series: readonly Series[] }) {
  const f = useFormat()
  if (!day) return null
  return (
    <div className={classes.tooltip}>
      <strong>{f.dateLong(day.date)}</strong>
      <dl>
        {series.map(({ key, name, show }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{show(day[key])}</dd>
          </div>
        ))}
      </dl>
    </div>
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
