import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client'
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
