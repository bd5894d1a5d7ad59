import { Select } from '@mantine/core'
import type { GoodsFilter, GoodsSort } from '@/base/api/queries/goods'
import { useTexts } from '@/base/i18n/texts'
import { SearchBox } from '@/base/list/SearchBox'
import { CategorySelect } from './CategoryChoice'
import { texts } from './texts'

const SORTS: readonly GoodsSort[] = ['name', 'price', 'sold']

type Props = { filter: GoodsFilter; onChange: (part: GoodsFilter) => void }

export function GoodsFilters({ filter, onChange }: Props) {
  const t = useTexts(texts)
  return (
    <>
      <SearchBox
        label={t('search')}
        placeholder={t('searchPlaceholder')}
        value={filter.q}
        onSearch={(q) => onChange({ q })}
      />
      <CategorySelect
        by="id"
        aria-label={t('category')}
        first={[
          { value: '', label: t('allCategories') },
          { value: 'none', label: t('noCategory') },
        ]}
        value={filter.category ?? ''}
        onChange={(category) => onChange({ category: category || undefined })}
      />
      <Select
        aria-label={t('shown')}
        value={filter.archived ? 'archive' : 'sale'}
        onChange={(shown) => onChange({ archived: shown === 'archive' || undefined })}
        data={[
          { value: 'sale', label: t('onSale') },
          { value: 'archive', label: t('archive') },
        ]}
      />
      <Select
        aria-label={t('sort')}
        value={filter.sort ?? 'name'}
        onChange={(sort) => onChange({ sort: (sort as GoodsSort | null) ?? undefined })}
        data={SORTS.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
      />
    </>
  )
}
