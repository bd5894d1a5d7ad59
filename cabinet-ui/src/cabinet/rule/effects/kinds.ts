import { discountBands, discountByTier, discountFixed, discountPercent } from './discount'
import { earnBands, earnByTier, earnPercent, earnPerStep, multiplyEarn } from './earn'
import type { EffectKind, Phase } from './effect'
import { grantBonus } from './gift'
import { everyNth, nForM, stampCard } from './pieces'

/** Everything a rule can do, in the order of the choice. */
export const EFFECTS: readonly EffectKind[] = [
  earnPercent,
  earnByTier,
  earnBands,
  earnPerStep,
  multiplyEarn,
  grantBonus,
  discountPercent,
  discountFixed,
  discountByTier,
  discountBands,
  nForM,
  everyNth,
  stampCard,
]

export function effectKind(type: string): EffectKind | undefined {
  return EFFECTS.find((one) => one.type === type)
}

export function phaseOf(type: string): Phase | undefined {
  return effectKind(type)?.phase
}
