import type { Referral } from './program'

/** What one level gets: a share of the friend's money, or a sum for each purchase. */
export type Level = { bp: number; fixed: number }

export function levelsOf(referral: Referral): Level[] {
  return referral.levelsBp.map((bp, at) => ({ bp, fixed: referral.fixed?.[at] ?? 0 }))
}

export function withLevels(levels: Level[]): Pick<Referral, 'levelsBp' | 'fixed'> {
  const fixed = levels.map((level) => level.fixed)
  while (fixed.at(-1) === 0) fixed.pop()
  return { levelsBp: levels.map((level) => level.bp), fixed }
}
