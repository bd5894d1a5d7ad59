import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type MemberSort = 'created' | 'name' | 'balance' | 'spent' | 'lastPurchase'
export type MemberFilter = { q?: string; tier?: string; sort?: MemberSort }

const keys = {
  all: ['members'] as const,
  list: (filter: MemberFilter) => ['members', 'list', filter] as const,
  one: (id: string) => ['members', 'one', id] as const,
  operations: (id: string) => ['members', 'one', id, 'operations'] as const,
  invited: (id: string) => ['members', 'one', id, 'invited'] as const,
}

export function useMembers(filter: MemberFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/members', { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useMember(memberId: string) {
  return useQuery({
    queryKey: keys.one(memberId),
    queryFn: () => unwrap(api.GET('/members/{memberId}', { params: { path: { memberId } } })),
  })
}

export function useOperations(memberId: string) {
  return useInfiniteQuery({
    queryKey: keys.operations(memberId),
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/members/{memberId}/operations', {
          params: { path: { memberId }, query: { limit: 30, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export function useInvited(memberId: string) {
  return useInfiniteQuery({
    queryKey: keys.invited(memberId),
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/members/{memberId}/invited', {
          params: { path: { memberId }, query: { limit: 20, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

export type Adjustment = { amount: number; reason: string; expiresOn?: string }

export function useAdjustBalance(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Adjustment & { idempotencyKey: string }) =>
      unwrap(
        api.POST('/members/{memberId}/adjustments', {
          params: { path: { memberId }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

export type Reissue = { reason: Schemas['ReissuedCard']['reason']; send: boolean; idempotencyKey: string }

/** Another code for the same card, or another card for a member whose phone was lost. */
export function useReissueCard(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Reissue) =>
      unwrap(
        api.POST('/members/{memberId}/cards/reissue', {
          params: { path: { memberId }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}
