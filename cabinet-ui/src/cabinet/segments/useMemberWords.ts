import { useMemo } from 'react'
import { useTags } from '@/base/api/queries/members'
import { useStores } from '@/base/api/queries/stores'
import { useLocalText } from '@/base/i18n/texts'
import { useWords, type Words } from '../condition/words'
import { useGoodsChoices } from '../goods/useGoodsChoices'
import { useCurrentSession, useMay } from '../layout/currentSession'

/** The shop's own names for what conditions over members choose from. */
export function useMemberWords(): Words {
  const text = useLocalText()
  const { tiers } = useCurrentSession()
  const stores = useStores().data?.items
  const tags = useTags().data?.items
  const goods = useGoodsChoices(useMay('GOODS_READ'))
  const choices = useMemo(
    () => ({
      tier: (tiers ?? []).map((tier) => ({ value: tier.id, label: text(tier.name) })),
      tag: (tags ?? []).map((value) => ({ value, label: value })),
      store: (stores ?? []).map((store) => ({ value: store.id, label: store.name })),
      ...goods,
    }),
    [tiers, stores, tags, goods, text],
  )
  return useWords(choices)
}
