import { Skeleton, Text } from '@mantine/core'
import type { Icon } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './StatTile.module.css'

type Props = {
  label: string
  value: ReactNode
  hint?: ReactNode
  icon?: Icon
  tone?: 'brand' | 'bonus'
  loading?: boolean
}

/** One figure with its name. */
export function StatTile({ label, value, hint, icon: Glyph, tone = 'brand', loading = false }: Props) {
  return (
    <div className={`k-panel ${classes.tile}`}>
      <div className={classes.head}>
        {Glyph && (
          <span className={classes.icon} data-tone={tone} aria-hidden>
            <Glyph size={18} stroke={1.8} />
          </span>
        )}
        <Text size="sm" c="dimmed" fw={500}>
          {label}
        </Text>
      </div>
      {loading ? <Skeleton h={30} w="60%" my={4} /> : <div className={classes.value}>{value}</div>}
      {hint && !loading && (
        <Text size="sm" c="dimmed" component="div">
          {hint}
        </Text>
      )}
    </div>
  )
}
