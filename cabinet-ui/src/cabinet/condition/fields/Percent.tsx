import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useLocale } from '@/base/i18n/locale'
import { type Numbers, useEmptied } from './useEmptied'
import { useLowered } from './useLowered'

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'onBlur' | 'max'> &
  Numbers & {
    /** Hundredths of a percent. */
    value: number | null | undefined
    /** Percent. */
    max?: number
  }

/** "12." is a number on its way, which the input tells as a text. */
function basisPoints(typed: string | number): number | undefined {
  return typed === '' || !Number.isFinite(Number(typed)) ? undefined : Math.round(Number(typed) * 100)
}

/** Percent on the screen, hundredths of a percent in the document; says so when it lowers what was typed. */
export function Percent({ value, max = 100, needed, onChange, ...input }: Props) {
  const locale = useLocale()
  const { emptied, onBlur, change } = useEmptied({ needed, onChange } as Numbers)
  const { lowered, left, typed, value: written } = useLowered(max, 'most')
  return (
    <NumberInput
      w={130}
      rightSection="%"
      {...input}
      {...lowered}
      min={0}
      max={max}
      decimalScale={2}
      decimalSeparator={locale === 'ru' ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      allowNegative={false}
      // What is being typed is not rewritten.
      value={emptied || value == null ? '' : basisPoints(written) === value ? written : value / 100}
      onBlur={() => {
        left()
        onBlur()
      }}
      onChange={(next) => {
        typed(next)
        change(basisPoints(next))
      }}
    />
  )
}
