import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type BulkJob = Schemas['BulkJob']
export type BulkKind = BulkJob['kind']
export type MemberChoice = Schemas['MemberChoice']
export type BulkAction = { kind: BulkKind; tag?: string; amount?: number; expiresOn?: string; reason?: string }

const keys = {
  list: ['bulk', 'list'] as const,
  one: (id: string) => ['bulk', 'one', id] as const,
  preview: (who: MemberChoice) => ['bulk', 'preview', who] as const,
}
const LOOK_AGAIN = 1000

export const underWay = (job: BulkJob) => job.state === 'RUNNING' || job.state === 'UNDOING'

/** The last ones; looked at again while one is under way. */
export function useBulkJobs() {
  return useQuery({
    queryKey: keys.list,
    queryFn: () => unwrap(api.GET('/bulk-jobs')),
    refetchInterval: (query) => (query.state.data?.items.some(underWay) ? LOOK_AGAIN : false),
  })
}

/** One with whom it left as they were. */
export function useBulkJob(jobId: string, enabled: boolean) {
  return useQuery({
    queryKey: keys.one(jobId),
    queryFn: () => unwrap(api.GET('/bulk-jobs/{jobId}', { params: { path: { jobId } } })),
    enabled,
  })
}

export function useBulkPreview(who: MemberChoice) {
  return useQuery({
    queryKey: keys.preview(who),
    queryFn: ({ signal }) => unwrap(api.POST('/bulk-jobs/preview', { body: { who }, signal })),
    placeholderData: keepPreviousData,
  })
}

export function useStartBulkJob() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: { who: MemberChoice; action: BulkAction; idempotencyKey: string }) =>
      unwrap(api.POST('/bulk-jobs', { params: { header: { 'Idempotency-Key': idempotencyKey } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['bulk'] }),
  })
}

export function useUndoBulkJob() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (jobId: string) => unwrap(api.POST('/bulk-jobs/{jobId}/undo', { params: { path: { jobId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: ['bulk'] }),
  })
}
