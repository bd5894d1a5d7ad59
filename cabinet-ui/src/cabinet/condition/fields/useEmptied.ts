import { useState } from 'react'

/** What onChange of a number's field takes: a field that is `needed` is never told as empty. */
export type Numbers =
  | { needed: true; onChange: (value: number) => void }
  | { needed?: false; onChange: (value: number | undefined) => void }

/**
 * Lets a field be empty while a number is typed over; one that is needed shows what it held again when it is left.
 */
export function useEmptied(to: Numbers) {
  const [emptied, setEmptied] = useState(false)
  return {
    emptied,
    onBlur: () => setEmptied(false),
    change(next: number | undefined) {
      setEmptied(next === undefined)
      if (next !== undefined) to.onChange(next)
      else if (!to.needed) to.onChange(undefined)
    },
  }
}
