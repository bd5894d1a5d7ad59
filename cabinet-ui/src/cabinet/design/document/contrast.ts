import { contrast, parseColor } from '@/member/light/color'
import type { DesignDoc } from './document'
import { faceOf } from './form'

/** What the service refuses, and what WCAG wants of small text. */
export const REFUSED = 3
export const COMFORTABLE = 4.5

/** The lowest contrast of a chosen colour of text on the backgrounds it will meet; nothing when it is chosen for one. */
export function lowestContrast(
  doc: DesignDoc,
  tier: string,
  role: 'text' | 'label',
  tierColors: ReadonlyArray<{ id: string; color?: string | null }>,
): number | undefined {
  const own = faceOf(doc, tier).colors ?? {}
  const ink = own[role] ?? doc.colors?.[role]
  const ground = own.background ?? doc.colors?.background ?? 'tier'
  if (!isColor(ink)) return undefined
  const met = tierColors.filter((one) => !tier || one.id === tier).map((one) => one.color)
  const grounds = isColor(ground) ? [ground] : ground === 'tier' ? met.filter(isColor) : []
  if (grounds.length === 0) return undefined
  return Math.min(...grounds.map((color) => contrast(parseColor(ink), parseColor(color))))
}

export function isColor(text: string | null | undefined): text is string {
  return /^#[0-9a-f]{6}$/i.test(text ?? '')
}
