import { forwardRef, useState } from 'react'
import classes from './CodeInput.module.css'
import { CODE_LENGTH } from './oneTimeCode'

type Props = { value: string; label: string; busy: boolean; invalid: boolean; onChange: (text: string) => void }
const PLACES = Array.from({ length: CODE_LENGTH }, (_, index) => index)

/** One real field under six drawn boxes: pasting, the phone's own suggestion and screen readers all just work. */
export const CodeInput = forwardRef<HTMLInputElement, Props>(function CodeInput(props, ref) {
  const { value, label, busy, invalid, onChange } = props
  const [focused, setFocused] = useState(false)
  return (
    <div className={classes.code} data-invalid={(invalid && !value) || undefined} data-busy={busy || undefined}>
      <input
        ref={ref}
        className={classes.input}
        inputMode="numeric"
        autoComplete="one-time-code"
        pattern="[0-9]*"
        aria-label={label}
        aria-invalid={invalid}
        value={value}
        readOnly={busy}
        // biome-ignore lint/a11y/noAutofocus: the step consists of this field
        autoFocus
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      {PLACES.map((place) => (
        <span
          key={place}
          className={classes.box}
          data-current={(focused && place === Math.min(value.length, CODE_LENGTH - 1)) || undefined}
          aria-hidden
        >
          {value[place] ?? ''}
        </span>
      ))}
    </div>
  )
})
