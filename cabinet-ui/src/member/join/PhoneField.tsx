import { type FormEvent, useLayoutEffect, useRef } from 'react'
import ui from '../light/ui.module.css'
import { caretFor, digitsAfter, formatTyped, withoutDigitBefore } from './phone'

type Props = { id: string; label: string; value: string; error?: string; onChange: (value: string) => void }

export function PhoneField({ id, label, value, error, onChange }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const caret = useRef<number | undefined>(undefined)

  function change(event: FormEvent<HTMLInputElement>) {
    const field = event.currentTarget
    const position = field.selectionStart ?? field.value.length
    const native = event.nativeEvent as InputEvent
    const lostOnlyASeparator =
      native.inputType === 'deleteContentBackward' && field.value.replace(/\D/g, '') === value.replace(/\D/g, '')
    const right = digitsAfter(field.value, position)
    const typed = lostOnlyASeparator ? withoutDigitBefore(field.value, position) : field.value
    const formatted = formatTyped(typed)
    caret.current = caretFor(formatted, right)
    onChange(formatted)
  }

  useLayoutEffect(() => {
    if (caret.current === undefined || document.activeElement !== input.current) return
    input.current?.setSelectionRange(caret.current, caret.current)
    caret.current = undefined
  })

  return (
    <div className={ui.field}>
      <label className={ui.label} htmlFor={id}>
        {label}
      </label>
      <input
        ref={input}
        id={id}
        className={ui.input}
        type="tel"
        inputMode="tel"
        autoComplete="tel"
        placeholder="+7 900 000-00-00"
        maxLength={40}
        required
        value={value}
        onInput={change}
        onChange={() => {}}
        aria-invalid={Boolean(error)}
        aria-describedby={error ? `${id}-error` : undefined}
      />
      {error && (
        <p className={ui.error} id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  )
}
