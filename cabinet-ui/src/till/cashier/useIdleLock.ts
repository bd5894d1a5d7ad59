import { useIdle } from '@mantine/hooks'
import { useEffect } from 'react'

/** Locks when nobody touched the till for so long; never while there is no network, where no PIN could be checked. */
export function useIdleLock(minutes: number, enabled: boolean, lock: () => void) {
  const idle = useIdle(minutes * 60_000, { initialState: false })
  useEffect(() => {
    if (idle && enabled) lock()
  }, [idle, enabled, lock])
}
