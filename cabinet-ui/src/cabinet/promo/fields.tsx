import { NumberInput } from '@mantine/core'
import { type ReactNode, useId } from 'react'
import classes from './Promo.module.css'

/** A part of a form under its name. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <fieldset className={classes.group} aria-labelledby={id}>
      <legend id={id}>{title}</legend>
      {children}
    </fieldset>
  )
}

type WholeProps = {
  label: string
  placeholder?: string
  disabled?: boolean
  max?: number
  value: number | undefined
  onChange: (value: number | undefined) => void
  error?: ReactNode
}

/** A whole number from 1 on, or none. */
export function Whole({ value, onChange, max = 1_000_000_000, ...input }: WholeProps) {
  return (
    <NumberInput
      {...input}
      min={1}
      max={max}
      allowDecimal={false}
      allowNegative={false}
      hideControls
      thousandSeparator=" "
      value={value ?? ''}
      onChange={(next) => onChange(typeof next === 'number' && next >= 1 ? next : undefined)}
    />
  )
}
