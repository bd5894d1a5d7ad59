import { Button, Group } from '@mantine/core'
import {
  IconDeviceTablet,
  IconFileImport,
  IconListTree,
  IconPlus,
  IconShoppingBag,
  IconZoomQuestion,
} from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { type GoodsFilter, type GoodsSort, goodsFileUrl, useCategories, useItems } from '@/base/api/queries/goods'
import { EmptyState } from '@/base/components/EmptyState'
import { useFormat } from '@/base/format/useFormat'
import { useLocale } from '@/base/i18n/locale'
import { useTexts } from '@/base/i18n/texts'
import { ExportMenu } from '@/base/list/ExportMenu'
import { ListPage } from '@/base/list/ListPage'
import { useListSearch } from '@/base/list/useListSearch'
import { useMay } from '../layout/currentSession'
import { ButtonLink } from '../layout/links'
import { Stale } from '../views/Stale'
import { ViewsMenu } from '../views/ViewsMenu'
import { ButtonsDialog } from './ButtonsDialog'
import { CategoriesDialog } from './CategoriesDialog'
import { Chosen } from './Chosen'
import { useColumns } from './columns'
import { GoodsFilters } from './GoodsFilters'
import { ItemCard } from './ItemCard'
import { ItemDialog } from './ItemDialog'
import { texts } from './texts'

type Item = Schemas['CatalogueItem']
type Open = 'new' | 'categories' | 'buttons' | Item | null

/** The catalogue: what the shop sells, in categories. Cashiers look at it. */
export default function GoodsPage() {
  const t = useTexts(texts)
  const filter: GoodsFilter = useSearch({ from: '/cabinet/goods' })
  const changeFilter = useListSearch('/goods', filter)
  const { sort = 'name' } = filter
  const lang = useLocale()
  const items = useItems({ ...filter, sort })
  const changes = useMay('GOODS_CHANGE')
  const [open, setOpen] = useState<Open>(null)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const choose = (id: string, on: boolean) =>
    setChosen((all) => new Set(on ? [...all, id] : [...all].filter((other) => other !== id)))
  const act = { changes, chosen, onChoose: choose, onOpen: setOpen }
  const close = () => setOpen(null)
  return (
    <>
      <ListPage
        title={t('title')}
        hint={<Hint />}
        actions={
          <>
            <Views filter={filter} onChange={changeFilter} />
            <ExportMenu url={(format) => goodsFileUrl(format, { ...filter, sort }, lang)} />
            {changes && <Actions onOpen={setOpen} />}
          </>
        }
        filters={<GoodsFilters filter={filter} onChange={changeFilter} />}
        above={<StaleCategory filter={filter} onDrop={() => changeFilter({ category: undefined })} />}
        columns={useColumns(act)}
        rows={items}
        rowKey={(item) => item.id}
        sort={{ by: sort, onChange: (by) => changeFilter({ sort: by as GoodsSort }) }}
        mobile={(item) => <ItemCard item={item} {...act} />}
        empty={<Empty filter={filter} onAdd={changes ? () => setOpen('new') : undefined} />}
      />
      <Chosen ids={chosen} onDone={() => setChosen(new Set())} />
      {open === 'categories' && <CategoriesDialog onClose={close} />}
      {open === 'buttons' && <ButtonsDialog onClose={close} />}
      {open === 'new' && <ItemDialog onClose={close} />}
      {open !== null && typeof open === 'object' && <ItemDialog item={open} onClose={close} />}
    </>
  )
}

type ViewsProps = { filter: GoodsFilter; onChange: (part: GoodsFilter) => void }

function Views({ filter, onChange }: ViewsProps) {
  const t = useTexts(texts)
  return (
    <ViewsMenu
      list="GOODS"
      now={filter}
      starters={[
        { name: t('view.uncategorised'), state: { category: 'none' } },
        { name: t('view.sold'), state: { sort: 'sold' } },
      ]}
      onChoose={(state) =>
        onChange({ q: undefined, category: undefined, sort: undefined, archived: undefined, ...state })
      }
    />
  )
}

/** Categories are removed; addresses and views that name one stay. */
function StaleCategory({ filter, onDrop }: { filter: GoodsFilter; onDrop: () => void }) {
  const t = useTexts(texts)
  const known = useCategories().data?.items
  const { category } = filter
  if (!known || !category || category === 'none' || known.some(({ id }) => id === category)) return null
  return <Stale text={t('staleCategory')} onDrop={onDrop} />
}

function Hint() {
  const t = useTexts(texts)
  const f = useFormat()
  const counted = useCategories().data
  if (!counted || counted.goods === 0) return null
  const total = t('total', { count: counted.goods })
  return counted.uncategorised > 0 ? `${total}, ${t('without', { n: f.number(counted.uncategorised) })}` : total
}

function Actions({ onOpen }: { onOpen: (open: Open) => void }) {
  const t = useTexts(texts)
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDeviceTablet size={18} aria-hidden />}
        onClick={() => onOpen('buttons')}
      >
        {t('buttons')}
      </Button>
      <Button
        variant="default"
        leftSection={<IconListTree size={18} aria-hidden />}
        onClick={() => onOpen('categories')}
      >
        {t('categories')}
      </Button>
      <ButtonLink to="/goods/import" variant="default" leftSection={<IconFileImport size={18} aria-hidden />}>
        {t('import')}
      </ButtonLink>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => onOpen('new')}>
        {t('add')}
      </Button>
    </>
  )
}

function Empty({ filter, onAdd }: { filter: GoodsFilter; onAdd: (() => void) | undefined }) {
  const t = useTexts(texts)
  if (filter.q || filter.category || filter.archived)
    return (
      <EmptyState
        icon={IconZoomQuestion}
        title={t('nothingFound')}
        text={t('nothingFoundText')}
        action={<ButtonLink to="/goods">{t('resetFilters')}</ButtonLink>}
      />
    )
  return (
    <EmptyState
      icon={IconShoppingBag}
      title={t('emptyTitle')}
      text={t('emptyText')}
      action={
        onAdd && (
          <Group justify="center" gap="sm">
            <Button onClick={onAdd}>{t('add')}</Button>
            <ButtonLink to="/goods/import" variant="default">
              {t('import')}
            </ButtonLink>
          </Group>
        )
      }
    />
  )
}
