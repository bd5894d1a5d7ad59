import { useEffect, useRef } from 'react'
import { isModifier, WedgeBuffer } from './WedgeBuffer'

/** Puts back what an input held before the scanner typed into it, in the way React listens for. */
function restore(input: HTMLInputElement | HTMLTextAreaElement, value: string) {
  const prototype = input instanceof HTMLInputElement ? HTMLInputElement.prototype : HTMLTextAreaElement.prototype
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(input, value)
  input.dispatchEvent(new Event('input', { bubbles: true }))
}

/** Listens for a keyboard-wedge scanner wherever the focus is. */
export function useWedge(onScan: (text: string) => void, enabled: boolean) {
  const handler = useRef(onScan)
  handler.current = onScan

  useEffect(() => {
    if (!enabled) return
    const buffer = new WedgeBuffer()
    let typedInto: { input: HTMLInputElement | HTMLTextAreaElement; value: string } | undefined

    function onKeyDown(event: KeyboardEvent) {
      const target = event.target
      const text = buffer.press({ code: event.code, shift: event.shiftKey, ctrl: event.ctrlKey, at: event.timeStamp })
      if (text !== undefined) {
        event.preventDefault()
        event.stopPropagation()
        if (typedInto) restore(typedInto.input, typedInto.value)
        handler.current(text)
      } else if (buffer.length === 1 && !isModifier(event.code)) {
        const writable = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
        typedInto = writable ? { input: target, value: target.value } : undefined
      }
    }

    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [enabled])
}
