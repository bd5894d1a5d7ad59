import { NumberInput } from '@mantine/core'

type NumberProps = { label: string; value: number; min: number; max: number; onChange: (value: number) => void }

/** A whole number within a sentence. */
export function Whole({ label, value, min, max, onChange }: NumberProps) {
  return (
    <NumberInput
      aria-label={label}
      w={84}
      min={min}
      max={max}
      clampBehavior="blur"
      allowDecimal={false}
      allowNegative={false}
      value={value}
      onChange={(next) => typeof next === 'number' && onChange(next)}
    />
  )
}
