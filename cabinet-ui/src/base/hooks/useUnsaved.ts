import { useEffect } from 'react'
import { useLatest } from './useLatest'

const asked = new Set<() => boolean>()

/** Whether anything on the page would be lost by leaving it. */
export const isUnsaved = () => [...asked].some((unsaved) => unsaved())

function beforeUnload(event: BeforeUnloadEvent) {
  if (isUnsaved()) event.preventDefault()
}

/**
 * Nobody loses what they typed to a wrong click: the browser asks before the tab is closed, `LeaveGuard` before another page
 * of the cabinet, `Dialog` before it closes.
 */
export function useUnsaved(unsaved: boolean | (() => boolean)) {
  const latest = useLatest(unsaved)
  useEffect(() => {
    const ask = () => (typeof latest.current === 'function' ? latest.current() : latest.current)
    if (asked.size === 0) window.addEventListener('beforeunload', beforeUnload)
    asked.add(ask)
    return () => {
      asked.delete(ask)
      if (asked.size === 0) window.removeEventListener('beforeunload', beforeUnload)
    }
  }, [latest])
}
