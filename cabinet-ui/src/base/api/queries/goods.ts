import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const PAGE = 200
/** Who sells more chooses by categories; more names no list of choices can be read through. */
const MOST = 2000

const keys = {
  all: ['goods'] as const,
  every: ['goods', 'all'] as const,
  list: (filter: GoodsFilter) => ['goods', 'list', filter] as const,
  categories: ['goods', 'categories'] as const,
  buttons: (registerId: string | undefined) => ['till-buttons', registerId ?? ''] as const,
}

export type GoodsSort = 'name' | 'price' | 'sold'
/** `category`: an id with all that lies under it, or `none`. */
export type GoodsFilter = { q?: string; category?: string; sort?: GoodsSort; archived?: boolean }

/** Where the list is downloaded as it is seen, in the form in which the import takes it back. */
export function goodsFileUrl(format: 'csv' | 'xlsx', filter: GoodsFilter, lang: string) {
  const search = new URLSearchParams({ format, lang })
  for (const [name, value] of Object.entries(filter)) if (value) search.set(name, String(value))
  return `/api/v1/goods/export?${search}`
}

/** What the shop sells, for choosing among it. */
export function useAllGoods(enabled = true) {
  return useQuery({ queryKey: keys.every, queryFn: ({ signal }) => allGoods(signal), staleTime: 60_000, enabled })
}

async function allGoods(signal: AbortSignal): Promise<Schemas['Good'][]> {
  const all: Schemas['Good'][] = []
  let cursor: string | undefined
  do {
    const page = await unwrap(api.GET('/goods', { params: { query: { limit: PAGE, cursor } }, signal }))
    all.push(...page.items)
    cursor = page.nextCursor ?? undefined
  } while (cursor && all.length < MOST)
  return all
}

export function useItems(filter: GoodsFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/goods/items', { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

/** Categories by name, with how many goods are in each itself. */
export function useCategories(enabled = true) {
  return useQuery({
    enabled,
    queryKey: keys.categories,
    queryFn: ({ signal }) => unwrap(api.GET('/goods/categories', { signal })),
    staleTime: 60_000,
  })
}

/** A change after which all that is known of goods is asked again. */
function useGoodsChange<Wish, Done>(mutationFn: (wish: Wish) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: keys.all }) })
}

/** New goods, or what one of them is from now on. */
export function useSaveItem(itemId: string | undefined) {
  return useGoodsChange((body: Schemas['CatalogueItemRequest']) =>
    itemId
      ? unwrap(api.PUT('/goods/items/{itemId}', { params: { path: { itemId } }, body }))
      : unwrap(api.POST('/goods/items', { body })),
  )
}

export function useRemoveItem() {
  return useGoodsChange((itemId: string) =>
    unwrap(api.DELETE('/goods/items/{itemId}', { params: { path: { itemId } } })),
  )
}

export function useCategorise() {
  return useGoodsChange((body: { itemIds: string[]; category: string | null }) =>
    unwrap(api.POST('/goods/items:categorise', { body })),
  )
}

export function useSaveCategory(categoryId: string | undefined) {
  return useGoodsChange(async (body: { name: string; parentId: string | null }) => {
    if (categoryId) await unwrap(api.PUT('/goods/categories/{categoryId}', { params: { path: { categoryId } }, body }))
    else await unwrap(api.POST('/goods/categories', { body }))
  })
}

export function useRemoveCategory() {
  return useGoodsChange(({ id, moveTo }: { id: string; moveTo: string | undefined }) =>
    unwrap(api.DELETE('/goods/categories/{categoryId}', { params: { path: { categoryId: id }, query: { moveTo } } })),
  )
}

/** Goods that a button can be made of: those that were sold last, or those that are looked for. */
export async function findForButtons(q: string): Promise<Schemas['TillButton'][]> {
  const query = { q: q || undefined, sort: 'sold' as const, limit: 20 }
  const page = await unwrap(api.GET('/goods/items', { params: { query } }))
  return page.items.map(({ id, name, codes, price }) => ({
    itemId: id,
    name: name || (codes[0] ?? ''),
    code: codes[0] ?? '',
    ...(price === undefined ? {} : { price }),
  }))
}

/** The quick buttons of the shop's tills, or of one register. */
export function useTillButtons(registerId: string | undefined) {
  return useQuery({
    queryKey: keys.buttons(registerId),
    queryFn: () => unwrap(api.GET('/till-buttons', { params: { query: { registerId } } })),
  })
}

export function useSetTillButtons(registerId: string | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (items: Schemas['TillButtonsRequest']['items']) =>
      unwrap(api.PUT('/till-buttons', { params: { query: { registerId } }, body: { items } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['till-buttons'] }),
  })
}
