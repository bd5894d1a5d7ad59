import type { Schemas } from '@/base/api/client'
import classes from './Field.module.css'

type Props = { field: Schemas['WalletField']; changed: boolean; size?: 'large'; right?: boolean }

/** A label and its value, which is set smaller when it is long, as wallets do; a value that has just changed rolls in. */
export function Field({ field, changed, size, right = false }: Props) {
  return (
    <div
      className={classes.field}
      data-right={right || undefined}
      data-size={size}
      data-long={field.value.length > 11 || undefined}
    >
      <span className={classes.label}>{field.label}</span>
      <span key={field.value} className={classes.value} data-changed={changed || undefined}>
        {field.value}
      </span>
    </div>
  )
}
