import { type FocusEvent, useRef } from 'react'

/** Words of somebody's own; secrets and searches are typed anew in a moment. */
const WORDS =
  'input:not([type=search], [type=password], [type=checkbox], [type=radio], [type=file], [autocomplete=one-time-code]), textarea'

/** Whether the fields of the forms inside an element say something else than when they were entered. */
export function useTyped() {
  const before = useRef(new Map<HTMLInputElement | HTMLTextAreaElement, string>())

  function enter({ target, currentTarget }: FocusEvent) {
    if (!(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement)) return
    // React tells of dialogs over this one, too: they keep their own.
    const ours = currentTarget.contains(target) && target.form && target.matches(WORDS) && !target.readOnly
    if (ours && !before.current.has(target)) before.current.set(target, target.value)
  }
  return {
    inside: { onFocusCapture: enter, style: { display: 'contents' } },
    typed: () => [...before.current].some(([field, value]) => field.isConnected && field.value !== value),
  }
}
