import { Bar, BarChart, CartesianGrid, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts'
import { useFormat } from '../format/useFormat'
import classes from './Bars.module.css'

export type BarSeries<Key extends string = string> = {
  key: Key
  name: string
  color: string
  show: (value: number) => string
}

type Props<Row, Key extends string> = {
  /** Read out by screen readers; the figures themselves stand in a table beside. */
  label: string
  rows: readonly Row[]
  /** Where a row's day stands. */
  x: (row: Row) => string
  name: (row: Row) => string
  series: ReadonlyArray<BarSeries<Key>>
  /** Counts; else minor units. */
  whole: boolean
}

/** Bars over time. */
export function Bars<Key extends string, Row extends { [K in Key]: number }>(props: Props<Row, Key>) {
  const { label, rows, x, name, series, whole } = props
  const f = useFormat()
  const compact = (value: number) => f.number(whole ? value : Math.round(value / 100))
  const tick = { fill: 'var(--k-muted)', fontSize: 12 }
  return (
    <div className={classes.chart} role="img" aria-label={label}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 600, height: 300 }}>
        <BarChart data={[...rows]} margin={{ top: 8, right: 0, bottom: 0, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--k-line)" />
          <XAxis dataKey={x} tickFormatter={f.dayMonth} tick={tick} tickLine={false} axisLine={false} minTickGap={24} />
          <YAxis tickFormatter={compact} tick={tick} tickLine={false} axisLine={false} width={56} />
          <Tooltip
            cursor={{ fill: 'var(--k-sunken)' }}
            content={({ active, payload }) => {
              const row = active ? (payload?.[0]?.payload as Row | undefined) : undefined
              return row && <Told title={name(row)} row={row} series={series} />
            }}
          />
          {series.map(({ key, color }) => (
            <Bar key={key} dataKey={key} fill={color} radius={[4, 4, 0, 0]} maxBarSize={28} isAnimationActive={false} />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  )
}

type ToldProps<Key extends string> = {
  title: string
  row: { [K in Key]: number }
  series: ReadonlyArray<BarSeries<Key>>
}

function Told<Key extends string>({ title, row, series }: ToldProps<Key>) {
  return (
    <div className={classes.tooltip}>
      <strong>{title}</strong>
      <dl>
        {series.map(({ key, name, show }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{show(row[key])}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
