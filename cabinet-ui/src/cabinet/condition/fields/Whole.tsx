import { NumberInput, type NumberInputProps } from '@mantine/core'
import { type Numbers, useEmptied } from './useEmptied'

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'onBlur' | 'allowDecimal'> &
  Numbers & { value: number | null | undefined }

/** A whole number. */
export function Whole({ value, min = 0, needed, onChange, ...input }: Props) {
  const { emptied, onBlur, change } = useEmptied({ needed, onChange } as Numbers)
  return (
    <NumberInput
      w={170}
      {...input}
      min={min}
      allowDecimal={false}
      value={emptied ? '' : (value ?? '')}
      onBlur={onBlur}
      onChange={(next) => change(typeof next === 'number' ? next : undefined)}
    />
  )
}
