import { useMemo } from 'react'
import { useAllGoods, useCategories } from '@/base/api/queries/goods'
import type { Choices } from '../condition/words'
import { placed } from './tree'

/** The shop's goods and categories for conditions to choose from; none for whoever `may` not see them. */
export function useGoodsChoices(may = true): Choices {
  const goods = useAllGoods(may).data
  const categories = useCategories(may).data?.items
  return useMemo(() => {
    const tree = placed(categories ?? [])
    const named = new Set(tree.map((one) => one.key))
    const unnamed = [...new Set((goods ?? []).flatMap((good) => good.categories))]
      .filter((key) => !named.has(key))
      .sort()
    return {
      good: unlike((goods ?? []).map((good) => ({ value: good.code, label: good.name || good.code }))),
      category: [
        ...tree.map((one) => ({ value: one.key, label: one.name, depth: one.depth })),
        ...unnamed.map((key) => ({ value: key, label: key })),
      ],
      // Of rules on these nothing comes yet.
      emptyCategory: tree.filter((one) => one.goodsBelow === 0).map((one) => ({ value: one.key, label: one.name })),
    }
  }, [goods, categories])
}

/** Goods of one name are told apart by their codes. */
function unlike(goods: { value: string; label: string }[]) {
  const count = new Map<string, number>()
  for (const good of goods) count.set(good.label, (count.get(good.label) ?? 0) + 1)
  return goods.map((good) =>
    (count.get(good.label) ?? 0) > 1 ? { ...good, label: `${good.label} (${good.value})` } : good,
  )
}
