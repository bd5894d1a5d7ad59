import { TextInput, type TextInputProps } from '@mantine/core'
import { useEffect, useState } from 'react'
import { minorToInput, parseMinor } from '../format/format'
import { useLocale } from '../i18n/locale'
import { useTexts } from '../i18n/texts'
import { texts } from './texts'

type Props = Omit<TextInputProps, 'value' | 'onChange'> & {
  /** Minor units; undefined = empty or not an amount. */
  value: number | undefined
  onChange: (minor: number | undefined) => void
}

/** An amount typed with comma or point, kept in minor units. */
export function AmountInput({ value, onChange, error, ...input }: Props) {
  const locale = useLocale()
  const t = useTexts(texts)
  const [text, setText] = useState(value === undefined ? '' : minorToInput(value, locale))
  const [touched, setTouched] = useState(false)

  // The owner may set or clear the value (e.g. "next customer"); what is being typed is not rewritten.
  useEffect(() => {
    setText((now) => (parseMinor(now) === value ? now : value === undefined ? '' : minorToInput(value, locale)))
  }, [value, locale])

  const wrong = text.trim() !== '' && parseMinor(text) === undefined
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      {...input}
      value={text}
      error={error ?? (wrong && touched ? t('amountWrong') : undefined)}
      onBlur={(event) => {
        setTouched(true)
        input.onBlur?.(event)
      }}
      onChange={(event) => {
        const next = event.currentTarget.value
        setText(next)
        onChange(parseMinor(next))
      }}
    />
  )
}
