import { NumberInput, type NumberInputProps } from '@mantine/core'
import { useState } from 'react'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { texts } from './texts'
import { type Numbers, useEmptied } from './useEmptied'

type Props = Omit<NumberInputProps, 'value' | 'onChange' | 'onBlur' | 'max'> &
  Numbers & {
    /** Hundredths of a percent. */
    value: number | null | undefined
    /** Percent. */
    max?: number
  }

const BELOW: NumberInputProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error']

/** "12." is a number on its way, which the input tells as a text. */
function basisPoints(typed: string | number): number | undefined {
  return typed === '' || !Number.isFinite(Number(typed)) ? undefined : Math.round(Number(typed) * 100)
}

/** Percent on the screen, hundredths of a percent in the document; says so when it lowers what was typed. */
export function Percent({ value, max = 100, needed, onChange, ...input }: Props) {
  const t = useTexts(texts)
  const locale = useLocale()
  const { emptied, onBlur, change } = useEmptied({ needed, onChange } as Numbers)
  const [typed, setTyped] = useState<string | number>('')
  const [lowered, setLowered] = useState(false)
  return (
    <NumberInput
      w={130}
      rightSection="%"
      {...input}
      {...(lowered && { description: t('most', { max }), inputWrapperOrder: BELOW })}
      min={0}
      max={max}
      decimalScale={2}
      decimalSeparator={locale === 'ru' ? ',' : '.'}
      allowedDecimalSeparators={['.', ',']}
      allowNegative={false}
      // What is being typed is not rewritten.
      value={emptied || value == null ? '' : basisPoints(typed) === value ? typed : value / 100}
      onBlur={() => {
        setLowered(Number(typed) > max)
        onBlur()
      }}
      onChange={(next) => {
        setTyped(next)
        if (Number(next) !== max) setLowered(false)
        change(basisPoints(next))
      }}
    />
  )
}
