import { Text } from '@mantine/core'
import type { Schemas } from '@/base/api/client'
import { useFormat } from '@/base/format/useFormat'
import { useTexts } from '@/base/i18n/texts'
import type { Column } from '@/base/list/DataTable'
import { type Acts, Categories, Choose, ItemMenu, ItemName } from './ItemCard'
import { texts } from './texts'

type Item = Schemas['CatalogueItem']

/** What the list says of each. */
export function useColumns(acts: Acts): ReadonlyArray<Column<Item>> {
  const t = useTexts(texts)
  const f = useFormat()
  const columns: Column<Item>[] = [
    { id: 'name', header: t('name'), sort: 'ascending', cell: (item) => <ItemName item={item} /> },
    { id: 'categories', header: t('category'), cell: (item) => <Categories keys={item.categories} /> },
    {
      id: 'price',
      header: t('price'),
      align: 'right',
      sort: 'descending',
      cell: (item) => item.price !== undefined && <span className="k-number">{f.money(item.price)}</span>,
    },
    {
      id: 'sold',
      header: t('sold'),
      sort: 'descending',
      cell: (item) =>
        item.soldOn ? (
          f.date(item.soldOn)
        ) : (
          <Text size="sm" c="dimmed">
            {t('neverSold')}
          </Text>
        ),
    },
  ]
  if (!acts.changes) return columns
  return [
    { id: 'choose', header: '', width: 40, cell: (item) => <Choose item={item} {...acts} /> },
    ...columns,
    {
      id: 'actions',
      header: t('actions'),
      align: 'right',
      cell: (item) => <ItemMenu item={item} onOpen={acts.onOpen} />,
    },
  ]
}
