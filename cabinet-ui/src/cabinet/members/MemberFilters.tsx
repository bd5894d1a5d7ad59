import { Button, Select } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { useState } from 'react'
import type { MemberFilter, MemberSort } from '@/base/api/queries/members'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { SearchBox } from '@/base/list/SearchBox'
import { useCurrentSession, useMay } from '../layout/currentSession'
import { FilterDialog } from './FilterDialog'
import { texts } from './texts'

const SORTS: readonly MemberSort[] = ['created', 'name', 'balance', 'spent', 'lastPurchase']

type Props = { filter: MemberFilter; onChange: (part: MemberFilter) => void }

export function MemberFilters({ filter, onChange }: Props) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { tiers = [] } = useCurrentSession()
  const byConditions = useMay('SEGMENTS')
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
      {byConditions && <ConditionsButton filter={filter} onChange={onChange} />}
    </>
  )
}

/** Any figure of a member, combined freely: the conditions that segments are made of. */
function ConditionsButton({ filter, onChange }: Props) {
  const t = useTexts(texts)
  const [opened, setOpened] = useState(false)
  return (
    <>
      <Button
        variant={filter.when ? 'light' : 'default'}
        leftSection={<IconFilter size={18} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('conditions')}
      </Button>
      {opened && (
        <FilterDialog
          when={filter.when}
          onClose={() => setOpened(false)}
          onApply={(when) => {
            onChange({ when })
            setOpened(false)
          }}
        />
      )}
    </>
  )
}
