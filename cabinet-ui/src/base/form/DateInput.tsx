import { ActionIcon, TextInput, type TextInputProps } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import { readDate, writeDate } from '../format/typedDate'
import { useLocale } from '../i18n/locale'
import { useTexts } from '../i18n/texts'
import classes from './DateInput.module.css'
import { texts } from './texts'

type Props = Omit<TextInputProps, 'value' | 'onChange' | 'type' | 'min' | 'max'> & {
  /** "2026-12-03", or nothing. */
  value: string | null | undefined
  /** What is no date is handed on as it was typed, so that it is refused and not dropped. */
  onChange: (iso: string) => void
  min?: string
  max?: string
}

/**
 * A day, typed as the page's language writes it or picked in the browser's calendar. The browser's own field follows the
 * browser's language instead, and shows a Russian page 12/03/2026.
 */
export function DateInput({ value, onChange, min, max, error, ...input }: Props) {
  const locale = useLocale()
  const t = useTexts(texts)
  const iso = value ?? ''
  const [text, setText] = useState(writeDate(iso, locale) || iso)
  const [touched, setTouched] = useState(false)
  const picker = useRef<HTMLInputElement>(null)

  // What is being typed is not rewritten; what is set from outside is shown.
  useEffect(() => {
    setText((now) => {
      const known = readDate(now)
      return (known ?? now) === iso || (known ?? '') === iso ? now : writeDate(iso, locale) || iso
    })
  }, [iso, locale])

  const read = readDate(text)
  const outside = Boolean(read) && ((min && (read ?? '') < min) || (max && (read ?? '') > max))
  const said = !touched ? undefined : read === undefined ? t('dateWrong') : outside ? t('dateOutside') : undefined

  function set(next: string) {
    setText(next)
    onChange(readDate(next) ?? next)
  }
  return (
    <TextInput
      inputMode="numeric"
      autoComplete="off"
      placeholder={t('datePlaceholder')}
      {...input}
      value={text}
      error={error ?? said}
      onChange={(event) => set(event.currentTarget.value)}
      onBlur={(event) => {
        setTouched(true)
        if (read) setText(writeDate(read, locale))
        input.onBlur?.(event)
      }}
      rightSection={
        <>
          <ActionIcon aria-label={t('calendar')} onClick={() => picker.current?.showPicker()} disabled={input.disabled}>
            <IconCalendar size={18} aria-hidden />
          </ActionIcon>
          <input
            ref={picker}
            type="date"
            className={classes.picker}
            tabIndex={-1}
            aria-hidden
            value={read ?? ''}
            min={min}
            max={max}
            onChange={(event) => set(writeDate(event.currentTarget.value, locale))}
          />
        </>
      }
    />
  )
}
