import { useEffect, useState } from 'react'

/** The time, moving on with the minute. */
export function useMinute(): Date {
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    let timer = setTimeout(
      function tick() {
        const next = new Date()
        setNow(next)
        timer = setTimeout(tick, 60_000 - (next.getTime() % 60_000))
      },
      60_000 - (Date.now() % 60_000),
    )
    return () => clearTimeout(timer)
  }, [])
  return now
}
