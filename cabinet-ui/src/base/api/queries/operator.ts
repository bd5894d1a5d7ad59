import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type MerchantState = 'OPEN' | 'CLOSED'
export type MerchantFilter = { q?: string; state?: MerchantState }

const keys = {
  session: ['operator', 'session'] as const,
  merchants: ['operator', 'merchants'] as const,
  list: (filter: MerchantFilter) => ['operator', 'merchants', filter] as const,
  audit: ['operator', 'audit'] as const,
  attention: ['operator', 'attention'] as const,
  templates: ['operator', 'templates'] as const,
}

/** The key itself is not kept: the service gives a cookie for it, which no script reads. */
export function useOperatorSession() {
  return useQuery({
    queryKey: keys.session,
    queryFn: () => unwrap(api.GET('/operator/session')),
    retry: false,
    staleTime: 60_000,
  })
}

export function useOperatorSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (key: string) => unwrap(api.POST('/operator/session', { body: { key } })),
    onSuccess: (session) => client.setQueryData(keys.session, session),
  })
}

export function useOperatorSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/operator/session')),
    onSettled: () => client.resetQueries({ queryKey: ['operator'] }),
  })
}

export function useMerchants(filter: MerchantFilter) {
  return useInfiniteQuery({
    queryKey: keys.list(filter),
    queryFn: ({ pageParam, signal }) =>
      unwrap(
        api.GET('/operator/merchants', { params: { query: { ...filter, limit: 50, cursor: pageParam } }, signal }),
      ),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    placeholderData: keepPreviousData,
  })
}

export function useOpeningTemplates() {
  return useQuery({
    queryKey: keys.templates,
    queryFn: () => unwrap(api.GET('/operator/templates')),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Every act is in the audit, too. */
function useAct<Wanted, Answer>(act: (wanted: Wanted) => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.merchants }),
        client.invalidateQueries({ queryKey: keys.audit }),
      ]),
  })
}

export function useOpenMerchant() {
  return useAct((body: Schemas['NewMerchant']) => unwrap(api.POST('/operator/merchants', { body })))
}

export function useInviteOwner(merchantId: string) {
  return useAct((body: Schemas['NewOwner']) =>
    unwrap(api.POST('/operator/merchants/{merchantId}/owners', { params: { path: { merchantId } }, body })),
  )
}

export function useResetOwnerSecondFactor(merchantId: string) {
  return useAct((email: string) =>
    unwrap(
      api.POST('/operator/merchants/{merchantId}/owners/second-factor/reset', {
        params: { path: { merchantId } },
        body: { email },
      }),
    ),
  )
}

export function useCloseMerchant(merchantId: string) {
  return useAct((closed: boolean) => {
    const params = { path: { merchantId } }
    return unwrap(
      closed
        ? api.POST('/operator/merchants/{merchantId}/disable', { params })
        : api.POST('/operator/merchants/{merchantId}/enable', { params }),
    )
  })
}

export function useOperatorAudit() {
  return useInfiniteQuery({
    queryKey: keys.audit,
    queryFn: ({ pageParam }) =>
      unwrap(api.GET('/operator/audit', { params: { query: { limit: 50, cursor: pageParam } } })),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  })
}

/** Whose cards and jobs need a person. */
export function useOperatorAttention() {
  return useQuery({
    queryKey: keys.attention,
    queryFn: () => unwrap(api.GET('/operator/attention')),
    refetchInterval: 30_000,
  })
}

/** Tries one shop's cards now; what comes of it is seen a few seconds later. */
export function useRetryUndeliveredOf() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (merchantId: string) =>
      unwrap(api.POST('/operator/merchants/{merchantId}/retry', { params: { path: { merchantId } } })),
    onSuccess: () => setTimeout(() => void client.invalidateQueries({ queryKey: keys.attention }), 3_000),
  })
}
