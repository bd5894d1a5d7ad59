import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './texts'

/** A campaign's audience in words. */
export function useTierName(): (tierId: string | null | undefined) => string {
  const t = useTexts(texts)
  const text = useLocalText()
  const { tiers = [] } = useCurrentSession()
  return (tierId) => {
    if (!tierId) return t('allMembers')
    const tier = tiers.find((candidate) => candidate.id === tierId)
    return tier ? text(tier.name) : tierId
  }
}
