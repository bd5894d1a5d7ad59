import { useEffect, useState } from 'react'

type Look = { done: number; at: number }
/** Before that the pace says nothing. */
const ENOUGH = 3000

/** Whole minutes by the pace that was seen here, rounded up; nothing while it is too early to tell, 0 for the last one. */
export function useMinutesLeft({ done, total }: { done: number; total: number }): number | undefined {
  const [first, setFirst] = useState<Look>()
  const [last, setLast] = useState<Look>()
  useEffect(() => {
    if (done === 0) return
    const look = { done, at: performance.now() }
    // One that was begun anew counts from the beginning again.
    setFirst((known) => (known && known.done <= done ? known : look))
    setLast(look)
  }, [done])
  return first && last ? minutesLeft(first, last, total) : undefined
}

export function minutesLeft(first: Look, last: Look, total: number): number | undefined {
  const [took, made] = [last.at - first.at, last.done - first.done]
  if (took < ENOUGH || made <= 0) return undefined
  const left = ((total - last.done) * took) / made / 60_000
  return left < 1 ? 0 : Math.ceil(left)
}
