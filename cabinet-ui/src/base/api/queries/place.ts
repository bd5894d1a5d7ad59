import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

/** Everything a member's own place asks; the cookie belongs to this card's place alone. */
const at = (token: string) => ({ params: { path: { token } } })
const key = (token: string, ...rest: string[]) => ['place', token, ...rest]

export function useAskPlaceCode(token: string) {
  return useMutation({
    mutationFn: () => unwrap(api.POST('/public/cards/{token}/place/codes', at(token))),
  })
}

export function useOpenPlace(token: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: { codeId: string; code: string }) =>
      unwrap(api.POST('/public/cards/{token}/place/session', { ...at(token), body })),
    onSuccess: () => queries.resetQueries({ queryKey: key(token) }),
  })
}

/** Signs out here, or on every device. */
export function useClosePlace(token: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (everywhere: boolean) =>
      everywhere
        ? unwrap(api.DELETE('/public/cards/{token}/place/sessions', at(token)))
        : unwrap(api.DELETE('/public/cards/{token}/place/session', at(token))),
    onSuccess: () => queries.resetQueries({ queryKey: key(token) }),
  })
}

export function usePlaceBonuses(token: string) {
  return useQuery({
    queryKey: key(token, 'bonuses'),
    queryFn: () => unwrap(api.GET('/public/cards/{token}/place/bonuses', at(token))),
    retry: false,
  })
}

export function usePlaceReceipts(token: string) {
  return useInfiniteQuery({
    queryKey: key(token, 'receipts'),
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/public/cards/{token}/place/receipts', { params: { path: { token }, query: { cursor: pageParam } } }),
      ),
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function usePlaceProfile(token: string) {
  return useQuery({
    queryKey: key(token, 'profile'),
    queryFn: () => unwrap(api.GET('/public/cards/{token}/place/profile', at(token))),
  })
}

export type OwnEdit = { name?: string; email?: string; birthDate?: string; locale?: 'ru' | 'en' }

export function useChangePlaceProfile(token: string, revision: number) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: OwnEdit) =>
      unwrap(
        api.PATCH('/public/cards/{token}/place/profile', {
          params: { path: { token }, header: { 'If-Match': `"${revision}"` } },
          body,
        }),
      ),
    onSuccess: (now) => {
      queries.setQueryData(key(token, 'profile'), now)
      return queries.invalidateQueries({ queryKey: ['public', 'card', token] })
    },
  })
}

export function useErasure(token: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (ask: boolean) => {
      if (ask) await unwrap(api.POST('/public/cards/{token}/place/erasure', at(token)))
      else await unwrap(api.DELETE('/public/cards/{token}/place/erasure', at(token)))
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: key(token, 'profile') }),
  })
}

export function usePlaceConsents(token: string) {
  return useQuery({
    queryKey: key(token, 'consents'),
    queryFn: () => unwrap(api.GET('/public/cards/{token}/place/consents', at(token))),
  })
}

export type WayWanted = { kind: Schemas['ChannelKind']; state: 'OPEN' | 'MUTED' | 'CLOSED'; until?: string }

/** Either whether offers are wanted, or what goes by one way. */
export function useChangePlaceConsents(token: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (wanted: boolean | WayWanted) =>
      typeof wanted === 'boolean'
        ? unwrap(api.PUT('/public/cards/{token}/place/consents', { ...at(token), body: { wanted } }))
        : unwrap(api.PUT('/public/cards/{token}/place/ways', { ...at(token), body: wanted })),
    onSuccess: (now) => queries.setQueryData(key(token, 'consents'), now),
  })
}
