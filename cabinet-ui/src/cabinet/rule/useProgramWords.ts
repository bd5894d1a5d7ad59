import { useMemo } from 'react'
import { useAllGoods, useCategories } from '@/base/api/queries/goods'
import { useTags } from '@/base/api/queries/members'
import { usePromoSets } from '@/base/api/queries/promo'
import { useSession } from '@/base/api/queries/session'
import { useStores } from '@/base/api/queries/stores'
import { useLocalText } from '@/base/i18n/texts'
import { type Choices, useWords, type Words } from '../condition/words'
import { placed } from '../goods/tree'
import type { Program } from './document/rule'

/** Words with the names of this program's tiers and of the shop's stores and goods. */
export function useProgramWords(program: Program | null | undefined): Words {
  const text = useLocalText()
  const stores = useStores().data
  const goods = useAllGoods().data
  const categories = useCategories().data?.items
  const tags = useTags().data?.items
  const may = useSession().data?.may
  const sets = usePromoSets(may?.includes('PROMO_CODES_READ') ?? false).data?.items
  const tiers = program?.tiers
  const choices = useMemo<Choices>(() => {
    const tree = placed(categories ?? [])
    const named = new Set(tree.map((one) => one.key))
    const unnamed = [...new Set((goods ?? []).flatMap((good) => good.categories))]
      .filter((key) => !named.has(key))
      .sort()
    return {
      tier: [...(tiers ?? [])]
        .sort((a, b) => a.rank - b.rank)
        .map((tier) => ({ value: tier.id, label: text(tier.name) })),
      tag: (tags ?? []).map((value) => ({ value, label: value })),
      store: (stores?.items ?? []).map((store) => ({ value: store.id, label: store.name })),
      promoSet: (sets ?? []).map((set) => ({ value: set.id, label: text(set.name) })),
      good: unlike((goods ?? []).map((good) => ({ value: good.code, label: good.name || good.code }))),
      category: [
        ...tree.map((one) => ({ value: one.key, label: one.name, depth: one.depth })),
        ...unnamed.map((key) => ({ value: key, label: key })),
      ],
      // Of rules on these nothing comes yet.
      emptyCategory: tree.filter((one) => one.goodsBelow === 0).map((one) => ({ value: one.key, label: one.name })),
    }
  }, [tiers, stores, goods, categories, tags, sets, text])
  return useWords(choices)
}

/** Goods of one name are told apart by their codes. */
function unlike(goods: { value: string; label: string }[]) {
  const count = new Map<string, number>()
  for (const good of goods) count.set(good.label, (count.get(good.label) ?? 0) + 1)
  return goods.map((good) =>
    (count.get(good.label) ?? 0) > 1 ? { ...good, label: `${good.label} (${good.value})` } : good,
  )
}
