import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type PromoSet = Schemas['PromoSet']
export type PromoSetRequest = Schemas['PromoSetRequest']

const keys = {
  all: ['promo'] as const,
  list: (q: string | undefined) => ['promo', 'list', q] as const,
  one: (id: string) => ['promo', 'one', id] as const,
  uses: (id: string) => ['promo', 'uses', id] as const,
}
const NEXT_LOOK = 700

/** @param allowed whether who is signed in may see them */
export function usePromoSets(allowed: boolean, q?: string) {
  return useQuery({
    queryKey: keys.list(q),
    queryFn: () => unwrap(api.GET('/promo-codes', { params: { query: q ? { q } : {} } })),
    enabled: allowed,
    refetchInterval: ({ state }) => (state.data?.items.some((set) => set.making > 0) ? NEXT_LOOK : false),
  })
}

/** One set, looked at again and again while its codes are made. */
export function usePromoSet(setId: string) {
  return useQuery({
    queryKey: keys.one(setId),
    queryFn: () => unwrap(api.GET('/promo-codes/{setId}', { params: { path: { setId } } })),
    refetchInterval: ({ state }) => (state.data && state.data.making > 0 ? NEXT_LOOK : false),
  })
}

export function usePromoUses(setId: string) {
  return useInfiniteQuery({
    queryKey: keys.uses(setId),
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/promo-codes/{setId}/uses', {
          params: { path: { setId }, query: { limit: 20, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor || undefined,
  })
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keys.all })
}

/** @param seen the set as it was opened; none: a new one */
export function useSavePromoSet(seen: PromoSet | undefined) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: PromoSetRequest) =>
      unwrap(
        seen
          ? api.PUT('/promo-codes/{setId}', {
              params: { path: { setId: seen.id }, header: { 'If-Match': `"${seen.revision}"` } },
              body,
            })
          : api.POST('/promo-codes', { body }),
      ),
    onSuccess: refresh,
  })
}

export function useStopPromoSet(setId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (stopped: boolean) =>
      unwrap(api.PUT('/promo-codes/{setId}/state', { params: { path: { setId } }, body: { stopped } })),
    onSuccess: refresh,
  })
}

export function useDeletePromoSet(setId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/promo-codes/{setId}', { params: { path: { setId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['promo', 'list'] }),
  })
}

/** @param set as it was seen: of two clicks one counts */
export function useMakePromoCodes(set: PromoSet) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (count: number) =>
      unwrap(
        api.POST('/promo-codes/{setId}/codes', {
          params: { path: { setId: set.id }, header: { 'If-Match': `"${set.revision}"` } },
          body: { count },
        }),
      ),
    onSuccess: refresh,
  })
}

export function useBringPromoCodes(setId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (file: File) =>
      unwrap(
        api.POST('/promo-codes/{setId}/file', {
          params: { path: { setId } },
          headers: { 'Content-Type': 'application/octet-stream' },
          // The contract's "binary" is a text to the generated types; what is sent is the file itself.
          body: file as unknown as string,
          bodySerializer: (body: unknown) => body as File,
        }),
      ),
    onSuccess: refresh,
  })
}

export const promoExportUrl = (setId: string, format: 'csv' | 'xlsx', lang: string) =>
  `/api/v1/promo-codes/${setId}/export?format=${format}&lang=${lang}`

export const promoSheetUrl = (setId: string, lang: string) => `/api/v1/print/promo-codes/${setId}?lang=${lang}`
