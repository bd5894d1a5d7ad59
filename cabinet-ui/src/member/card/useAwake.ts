import { useEffect } from 'react'

/** Keeps the screen on while something is shown to a scanner. The lock goes with every look at another app and is taken anew. */
export function useAwake() {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let closed = false
    async function take() {
      if (document.hidden || closed) return
      try {
        const taken = await navigator.wakeLock?.request('screen')
        if (closed) void taken?.release()
        else lock = taken
      } catch {
        // a low battery may refuse; the code is shown all the same
      }
    }
    void take()
    document.addEventListener('visibilitychange', take)
    return () => {
      closed = true
      document.removeEventListener('visibilitychange', take)
      void lock?.release()
    }
  }, [])
}
