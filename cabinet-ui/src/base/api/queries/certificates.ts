import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type Certificate = Schemas['Certificate']
export type CertificateKind = Schemas['CertificateKind']
export type CertificateKindRequest = Schemas['CertificateKindRequest']
export type CertificateFilter = {
  q?: string | undefined
  origin?: Certificate['origin'] | undefined
  state?: Certificate['state'] | undefined
}

const all = ['certificates'] as const

export function useCertificates(filter: CertificateFilter) {
  return useInfiniteQuery({
    queryKey: [...all, 'list', filter],
    queryFn: ({ pageParam }) =>
      unwrap(
        api.GET('/certificates', {
          params: { query: { ...filter, limit: 50, ...(pageParam ? { cursor: pageParam } : {}) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor || undefined,
  })
}

export function useCertificate(certificateId: string) {
  return useQuery({
    queryKey: [...all, 'one', certificateId],
    queryFn: () => unwrap(api.GET('/certificates/{certificateId}', { params: { path: { certificateId } } })),
  })
}

export function useCertificateKinds() {
  return useQuery({ queryKey: [...all, 'kinds'], queryFn: () => unwrap(api.GET('/certificate-kinds')) })
}

export function useCertificateReport(period: { from?: string | undefined; to?: string | undefined }) {
  return useQuery({
    queryKey: [...all, 'report', period],
    queryFn: () => unwrap(api.GET('/reports/certificates', { params: { query: period } })),
  })
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: all })
}

/** @param seen the kind as it was opened; none: a new one */
export function useSaveCertificateKind(seen: CertificateKind | undefined) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: CertificateKindRequest) =>
      unwrap(
        seen
          ? api.PUT('/certificate-kinds/{kindId}', {
              params: { path: { kindId: seen.id }, header: { 'If-Match': `"${seen.revision}"` } },
              body,
            })
          : api.POST('/certificate-kinds', { body }),
      ),
    onSuccess: refresh,
  })
}

export function useStopCertificateKind() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ kindId, stopped }: { kindId: string; stopped: boolean }) =>
      unwrap(api.PUT('/certificate-kinds/{kindId}/state', { params: { path: { kindId } }, body: { stopped } })),
    onSuccess: refresh,
  })
}

const once = (key: string) => ({ header: { 'Idempotency-Key': key } })
type Order = { kindId: string; amount: number; memberId?: string; recipient?: string }

export function useIssueCertificate() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: Order }) =>
      unwrap(api.POST('/certificates', { params: once(key), body })),
    onSuccess: refresh,
  })
}

/** What is done with one that there is. */
export type CertificateAct =
  | { what: 'topUp'; key: string; amount: number }
  | { what: 'refund'; key: string }
  | { what: 'reissue'; key: string }
  | { what: 'block'; blocked: boolean }

export function useCertificateAct(certificateId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (act: CertificateAct): Promise<Certificate> => unwrap(send(certificateId, act)),
    onSuccess: refresh,
  })
}

function send(certificateId: string, act: CertificateAct) {
  const path = { certificateId }
  switch (act.what) {
    case 'topUp':
      return api.POST('/certificates/{certificateId}/top-ups', {
        params: { path, ...once(act.key) },
        body: { amount: act.amount },
      })
    case 'refund':
      return api.POST('/certificates/{certificateId}/refunds', { params: { path, ...once(act.key) } })
    case 'reissue':
      return api.POST('/certificates/{certificateId}/reissues', { params: { path, ...once(act.key) } })
    case 'block':
      return api.PUT('/certificates/{certificateId}/state', { params: { path }, body: { blocked: act.blocked } })
  }
}
