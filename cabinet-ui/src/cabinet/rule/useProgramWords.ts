import { useMemo } from 'react'
import { useTags } from '@/base/api/queries/members'
import { usePromoSets } from '@/base/api/queries/promo'
import { useSession } from '@/base/api/queries/session'
import { useStores } from '@/base/api/queries/stores'
import { useLocalText } from '@/base/i18n/texts'
import { type Choices, useWords, type Words } from '../condition/words'
import { useGoodsChoices } from '../goods/useGoodsChoices'
import type { Program } from './document/rule'

/** Words with the names of this program's tiers and of the shop's stores and goods. */
export function useProgramWords(program: Program | null | undefined): Words {
  const text = useLocalText()
  const stores = useStores().data
  const goods = useGoodsChoices()
  const tags = useTags().data?.items
  const may = useSession().data?.may
  const sets = usePromoSets(may?.includes('PROMO_CODES_READ') ?? false).data?.items
  const tiers = program?.tiers
  const choices = useMemo<Choices>(
    () => ({
      tier: [...(tiers ?? [])]
        .sort((a, b) => a.rank - b.rank)
        .map((tier) => ({ value: tier.id, label: text(tier.name) })),
      tag: (tags ?? []).map((value) => ({ value, label: value })),
      store: (stores?.items ?? []).map((store) => ({ value: store.id, label: store.name })),
      promoSet: (sets ?? []).map((set) => ({ value: set.id, label: text(set.name) })),
      ...goods,
    }),
    [tiers, stores, goods, tags, sets, text],
  )
  return useWords(choices)
}
