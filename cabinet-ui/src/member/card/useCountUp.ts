import { useEffect, useRef, useState } from 'react'

const DURATION = 900

/** The number on its way from the last value to the new one, and by how much it changed (for a few seconds). */
export function useCountUp(value: number): { shown: number; change: number } {
  const [shown, setShown] = useState(value)
  const [change, setChange] = useState(0)
  const last = useRef(value)

  useEffect(() => {
    const from = last.current
    if (from === value) return
    last.current = value
    setChange(value - from)
    const done = setTimeout(() => setChange(0), 6000)
    if (window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setShown(value)
      return () => clearTimeout(done)
    }
    const start = performance.now()
    let frame = requestAnimationFrame(function step(now) {
      const share = Math.min(1, (now - start) / DURATION)
      setShown(between(from, value, share))
      if (share < 1) frame = requestAnimationFrame(step)
    })
    return () => {
      clearTimeout(done)
      cancelAnimationFrame(frame)
      setShown(value)
    }
  }, [value])

  return { shown, change }
}

/** Fast first, slow at the end; whole bonuses on the way, the exact amount at the end. */
export function between(from: number, to: number, share: number): number {
  if (share >= 1) return to
  const eased = 1 - (1 - share) ** 3
  return Math.round((from + (to - from) * eased) / 100) * 100
}
