import { useMemo } from 'react'
import { useTags } from '@/base/api/queries/members'
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
  const tiers = program?.tiers
  const choices = useMemo<Choices>(
    () => ({
      tier: [...(tiers ?? [])]
        .sort((a, b) => a.rank - b.rank)
        .map((tier) => ({ value: tier.id, label: text(tier.name) })),
      tag: (tags ?? []).map((value) => ({ value, label: value })),
      store: (stores?.items ?? []).map((store) => ({ value: store.id, label: store.name })),
      ...goods,
    }),
    [tiers, stores, goods, tags, text],
  )
  return useWords(choices)
}
