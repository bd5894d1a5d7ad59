import { NumberInput, type NumberInputProps } from '@mantine/core'
import { type Numbers, useEmptied } from './useEmptied'
import { useLowered } from './useLowered'

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'onBlur' | 'allowDecimal'> &
  Numbers & { value: number | null | undefined; onLeave?: () => void }

/** A whole number; says so when it lowers what was typed. */
export function Whole({ value, min = 0, needed, onChange, onLeave, ...input }: Props) {
  const { emptied, onBlur, change } = useEmptied({ needed, onChange } as Numbers)
  const { lowered, left, typed } = useLowered(input.max, 'mostWhole')
  return (
    <NumberInput
      w={170}
      {...input}
      {...lowered}
      min={min}
      allowDecimal={false}
      value={emptied ? '' : (value ?? '')}
      onBlur={() => {
        left()
        onBlur()
        onLeave?.()
      }}
      onChange={(next) => {
        typed(next)
        change(typeof next === 'number' ? next : undefined)
      }}
    />
  )
}
