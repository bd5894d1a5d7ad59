import type { Schemas } from '@/base/api/client'
import { useSegments } from '@/base/api/queries/segments'
import { useTexts } from '@/base/i18n/texts'
import { useConditionText } from '../segments/useConditionText'
import { texts } from './texts'

/** A campaign's audience in words: its segment by name, else its condition. */
export function useAudienceName(): (campaign: Pick<Schemas['Campaign'], 'segmentId' | 'tier' | 'condition'>) => string {
  const t = useTexts(texts)
  const say = useConditionText()
  const segments = useSegments().data?.items
  return ({ segmentId, condition, tier }) => {
    const segment = segments?.find((one) => one.id === segmentId)
    if (segment) return t('segmentNamed', { name: segment.name })
    // Begun before campaigns kept conditions.
    return say(condition ?? (tier ? { type: 'inTier', tiers: [tier] } : { type: 'always' }))
  }
}
