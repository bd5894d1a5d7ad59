import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'
import { sessionOptions } from './session'

export type TextKind = 'terms' | 'privacy'
export type TextBody = { url: string } | { text: { ru: string; en: string } }

const key = ['shop'] as const
const versionsKey = (kind: TextKind) => ['shop', 'texts', kind] as const

/** For the owner only. */
export function useShopSettings() {
  return useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/shop')) })
}

export function useChangeShop() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['ShopDetails']) => unwrap(api.PUT('/shop', { body })),
    onSuccess: (settings) => {
      client.setQueryData(key, settings)
      void client.invalidateQueries({ queryKey: sessionOptions.queryKey })
    },
  })
}

export function useTextVersions(kind: TextKind, enabled: boolean) {
  return useInfiniteQuery({
    queryKey: versionsKey(kind),
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/shop/texts/{kind}', { params: { path: { kind }, query: { limit: 20, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    enabled,
  })
}

export function usePublishText(kind: TextKind) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: TextBody) => unwrap(api.POST('/shop/texts/{kind}', { params: { path: { kind } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
