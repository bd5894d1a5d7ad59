import { CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { MemberFilter, MemberSort } from '@/base/api/queries/members'
import { useLocalText, useTexts } from '@/base/i18n/texts'
import { useCurrentSession } from '../layout/currentSession'
import classes from './Members.module.css'
import { texts } from './texts'

const SORTS: readonly MemberSort[] = ['created', 'name', 'balance', 'spent', 'lastPurchase']

/** The filters live in the address, so that a view can be shared and the back button works. */
export function MemberFilters({ search }: { search: MemberFilter }) {
  const t = useTexts(texts)
  const text = useLocalText()
  const { tiers = [] } = useCurrentSession()
  const navigate = useNavigate()
  const router = useRouter()
  const [q, setQ] = useState(search.q ?? '')

  useEffect(() => setQ(search.q ?? ''), [search.q])

  const apply = (part: MemberFilter) => void navigate({ to: '/members', search: { ...search, ...part }, replace: true })
  const applySoon = useDebouncedCallback((value: string) => {
    // Who typed and went on to a member meanwhile is not called back.
    if (router.latestLocation.pathname === '/members') apply({ q: value.trim() || undefined })
  }, 300)

  function type(value: string) {
    setQ(value)
    applySoon(value)
  }

  return (
    <search className={classes.filters}>
      <TextInput
        type="search"
        aria-label={t('search')}
        placeholder={t('searchPlaceholder')}
        leftSection={<IconSearch size={18} aria-hidden />}
        rightSection={q && <CloseButton size="sm" aria-label={t('clearSearch')} onClick={() => type('')} />}
        maxLength={100}
        value={q}
        onChange={(event) => type(event.currentTarget.value)}
      />
      <Select
        aria-label={t('tier')}
        value={search.tier ?? ''}
        onChange={(tier) => apply({ tier: tier || undefined })}
        data={[
          { value: '', label: t('allTiers') },
          ...tiers.map((tier) => ({ value: tier.id, label: text(tier.name) })),
        ]}
      />
      <Select
        aria-label={t('sort')}
        value={search.sort ?? 'created'}
        onChange={(sort) => apply({ sort: (sort as MemberSort | null) ?? undefined })}
        data={SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
    </search>
  )
}
