import { useSegments } from '@/base/api/queries/segments'
import { useStores } from '@/base/api/queries/stores'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import type { Plan } from './plan'
import { texts } from './texts'

/** The terms of promo codes in one sentence. */
export function useTerms(plan: Plan): string {
  const t = useTexts(texts)
  const f = useFormat(useCurrentSession().zone)
  const stores = useStores().data?.items ?? []
  const segments = useSegments().data?.items ?? []
  const often =
    plan.usesPerCode === undefined
      ? t('says.anyTimes')
      : plan.usesPerCode === 1
        ? t('says.once')
        : t('says.times', { count: plan.usesPerCode })
  const names = plan.storeIds.map((id) => stores.find((store) => store.id === id)?.name ?? id).join(', ')
  const segment = segments.find(({ id }) => id === plan.segmentId)
  const parts = [
    often,
    plan.usesPerMember !== undefined && t('says.member', { count: plan.usesPerMember }),
    plan.usesInAll !== undefined && t('says.inAll', { count: plan.usesInAll }),
    plan.firstPurchase && t('says.first'),
    segment && t('says.segment', { name: segment.name }),
    names && t('says.stores', { names }),
    plan.firstDay && t('says.from', { day: f.dateLong(plan.firstDay) }),
    plan.lastDay && t('says.through', { day: f.dateLong(plan.lastDay) }),
    !plan.giveBack && t('says.kept'),
  ]
  return `${parts.filter(Boolean).join('; ')}.`
}
