import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type MemberSort = 'created' | 'name' | 'balance' | 'spent' | 'lastPurchase'
/** @property when only those for whom it holds */
export type MemberFilter = { q?: string; tier?: string; sort?: MemberSort; when?: Schemas['SegmentCondition'] }

const keys = {
  all: ['members'] as const,
  tags: ['members', 'tags'] as const,
  list: (filter: MemberFilter) => ['members', 'list', filter] as const,
  one: (id: string) => ['members', 'one', id] as const,
  operations: (id: string) => ['members', 'one', id, 'operations'] as const,
  receipts: (id: string) => ['members', 'one', id, 'receipts'] as const,
  messages: (id: string) => ['members', 'one', id, 'messages'] as const,
  invited: (id: string) => ['members', 'one', id, 'invited'] as const,
  consents: (id: string) => ['members', 'one', id, 'consents'] as const,
}

/** As the service's address spells it. */
const asked = ({ when, ...filter }: MemberFilter) => ({ ...filter, condition: when && JSON.stringify(when) })

/** Where the list is downloaded as it is seen. The name's column shows the phone, too. */
export function membersFileUrl(format: 'csv' | 'xlsx', filter: MemberFilter, columns: readonly string[], lang: string) {
  const search = new URLSearchParams({
    format,
    lang,
    columns: columns.flatMap((id) => (id === 'name' ? [id, 'phone'] : [id])).join(','),
  })
  for (const [name, value] of Object.entries(asked(filter))) if (value) search.set(name, value)
  return `/api/v1/members/export?${search}`
}

export function useMembers(filter: MemberFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      unwrap(api.GET('/members', { params: { query: { ...asked(filter), limit: 50, cursor: pageParam } }, signal })),
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

/** All that a member bought. */
export function useMemberReceipts(memberId: string) {
  return useInfiniteQuery({
    queryKey: keys.receipts(memberId),
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/members/{memberId}/receipts', {
          params: { path: { memberId }, query: { limit: 20, cursor: pageParam } },
        }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** What was said to a member, and what became of it. */
export function useMemberMessages(memberId: string) {
  return useQuery({
    queryKey: keys.messages(memberId),
    queryFn: () => unwrap(api.GET('/members/{memberId}/messages', { params: { path: { memberId } } })),
  })
}

type Transfer = { toMemberId: string; amount: number; reason: string; idempotencyKey: string }

/** Hands bonuses to another member. */
export function useTransferBonuses(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: Transfer) =>
      unwrap(
        api.POST('/members/{memberId}/transfers', {
          params: { path: { memberId }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
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

export function useConsents(memberId: string) {
  return useQuery({
    queryKey: keys.consents(memberId),
    queryFn: () => unwrap(api.GET('/members/{memberId}/consents', { params: { path: { memberId } } })),
  })
}

/** The member wants no messages about offers any more. */
export function useWithdrawConsent(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST('/members/{memberId}/consents/withdrawals', { params: { path: { memberId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

export type ProfileChange = { name: string; phone: string; email: string; birthDate: string; locale: 'ru' | 'en' }

/** @param seen the member as the one who changes it read it */
export function useChangeMember(seen: Schemas['MemberDetail']) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Partial<ProfileChange>) =>
      unwrap(
        api.PATCH('/members/{memberId}', {
          params: { path: { memberId: seen.id }, header: { 'If-Match': `"${seen.revision ?? 0}"` } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

/** Blocks a member, or lets back in. */
export function useSetMemberStatus(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { status: 'ACTIVE' | 'BLOCKED'; reason: string }) =>
      unwrap(api.PUT('/members/{memberId}/status', { params: { path: { memberId } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

/** Erases the person for good. */
export function useEraseMember(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST('/members/{memberId}/erasure', { params: { path: { memberId } } })),
    // The member's own queries would only learn that nobody is there any more.
    onSuccess: () => client.invalidateQueries({ queryKey: ['members', 'list'] }),
  })
}

/** Where everything that is kept of a person is downloaded. */
export const personalDataUrl = (memberId: string) => `/api/v1/members/${memberId}/personal-data`

/** Every tag of the shop. */
export function useTags() {
  return useQuery({ queryKey: keys.tags, queryFn: () => unwrap(api.GET('/tags')) })
}

export function useTagMember(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { add?: string[]; remove?: string[] }) =>
      unwrap(api.PATCH('/members/{memberId}/tags', { params: { path: { memberId } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
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
