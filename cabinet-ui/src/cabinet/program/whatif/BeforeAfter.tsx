import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './resultTexts'
import classes from './WhatIf.module.css'

const WAS = 'var(--k-line-strong)'
const ROW = 52

type Props = { rows: readonly { name: string; before: number; after: number }[] }

/** Two bars for each figure; the figures themselves stand in a table beside it. */
export function BeforeAfter({ rows }: Props) {
  const t = useTexts(texts)
  return (
    <div role="img" aria-label={t('chartLabel')}>
      <div className={classes.legend}>
        <span style={{ '--k-bar': WAS } as React.CSSProperties}>{t('before')}</span>
        <span>{t('after')}</span>
      </div>
      <div style={{ height: rows.length * ROW + 8 }}>
        <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 360, height: 220 }}>
          <BarChart
            data={[...rows]}
            layout="vertical"
            margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
            barGap={2}
          >
            <XAxis type="number" hide />
            <YAxis
              type="category"
              dataKey="name"
              width={120}
              tick={{ fill: 'var(--k-muted)', fontSize: 12 }}
              tickLine={false}
              axisLine={{ stroke: 'var(--k-line)' }}
            />
            <Bar dataKey="before" fill={WAS} radius={[0, 4, 4, 0]} maxBarSize={16} isAnimationActive={false} />
            <Bar
              dataKey="after"
              fill="var(--k-brand)"
              radius={[0, 4, 4, 0]}
              maxBarSize={16}
              isAnimationActive={false}
            />
          </BarChart>
        </ResponsiveContainer>
      </div>
    </div>
  )
}
