import type { Schemas } from '@/base/api/client'
import { ALWAYS, type Condition } from '../condition/condition'

export const OWN = 'own'

/** Whom to write to, as the field has it: '' is everybody, `tier:…`, `segment:…`, or `own` with its condition. */
export type Chosen = { of: string; condition?: Condition }

/** From the address, where other pages lead here. */
export function chosenFrom({ tier, segment }: { tier?: string; segment?: string }): Chosen {
  return { of: segment ? `segment:${segment}` : tier ? `tier:${tier}` : '' }
}

/** Own conditions begin with what was chosen before. */
export function ownBegins(before: Chosen): Chosen {
  return { of: OWN, condition: before.condition ?? (requestOf(before).condition as Condition | undefined) ?? ALWAYS }
}

export function requestOf({ of, condition }: Chosen): Schemas['AudienceRequest'] {
  if (of === OWN) return { condition: condition as Schemas['SegmentCondition'] }
  const [kind, id = ''] = of.split(/:(.*)/s)
  if (kind === 'segment') return { segmentId: id }
  return kind === 'tier' ? { condition: { type: 'inTier', tiers: [id] } } : {}
}

/** Whose card the preview shows. */
export function tierOf({ of }: Chosen): string | undefined {
  return of.startsWith('tier:') ? of.slice('tier:'.length) : undefined
}
