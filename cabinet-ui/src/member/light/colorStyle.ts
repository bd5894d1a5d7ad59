import type { CSSProperties } from 'react'
import { palette } from './color'

/** One colour of the shop (or of a tier) as the variables that the styles below use. */
export function colorStyle(color: string | undefined): CSSProperties {
  if (!color) return {}
  const p = palette(color)
  return {
    '--accent': p.ground,
    '--on-accent': p.text,
    '--on-accent-quiet': p.label,
    '--from': p.from,
    '--to': p.to,
  } as CSSProperties
}
