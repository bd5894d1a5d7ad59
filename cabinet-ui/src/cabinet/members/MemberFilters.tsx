import { Select } from '@mantine/core'
import type { MemberFilter, MemberSort } from '@/base/api/queries/members'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { SearchBox } from '@/base/list/SearchBox'
import { useCurrentSession } from '../layout/currentSession'
import { texts } from './texts'

const SORTS: readonly MemberSort[] = ['created', 'name', 'balance', 'spent', 'lastPurchase']

type Props = { filter: MemberFilter; onChange: (part: MemberFilter) => void }

export function MemberFilters({ filter, onChange }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { tiers = [] } = useCurrentSession()
  return (
    <>
      <SearchBox
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={filter.q}
        onSearch={(q) => onChange({ q })}
      />
      <Select
        aria-label={t('tier')}
        value={filter.tier ?? ''}
        onChange={(tier) => onChange({ tier: tier || undefined })}
        data={[
          { value: '', label: t('allTiers') },
          ...tiers.map((tier) => ({ value: tier.id, label: text(tier.name) })),
        ]}
      />
      <Select
        aria-label={t('sort')}
        value={filter.sort ?? 'created'}
        onChange={(sort) => onChange({ sort: (sort as MemberSort | null) ?? undefined })}
        data={SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
    </>
  )
}
