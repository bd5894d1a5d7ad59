import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export type DraftContent = Required<Schemas['CampaignDraftRequest']>

const keys = {
  all: ['campaign-drafts'] as const,
  list: ['campaign-drafts', 'list'] as const,
  one: (id: string) => ['campaign-drafts', 'one', id] as const,
}

/** Follows plans: they begin by themselves. */
export function useCampaignDrafts() {
  return useQuery({
    queryKey: keys.list,
    queryFn: () => unwrap(api.GET('/campaign-drafts')),
    refetchInterval: 30_000,
  })
}

export function readDraft(campaignDraftId: string) {
  return unwrap(api.GET('/campaign-drafts/{campaignDraftId}', { params: { path: { campaignDraftId } } }))
}

/** As it is now; what is typed afterwards is the page's. */
export function useCampaignDraft(id: string | undefined) {
  return useQuery({
    queryKey: keys.one(id ?? ''),
    queryFn: () => readDraft(id ?? ''),
    enabled: id !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
  })
}

type Seen = { id: string; revision: number }

function seen({ id, revision }: Seen) {
  return { path: { campaignDraftId: id }, header: { 'If-Match': `"${revision}"` } }
}

/** @param before the draft as this page knows it; none: a new one */
export function keepDraft(before: Seen | undefined, body: DraftContent) {
  return unwrap(
    before
      ? api.PUT('/campaign-drafts/{campaignDraftId}', { params: seen(before), body })
      : api.POST('/campaign-drafts', { body }),
  )
}

export function useStartDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (draft: Seen) => unwrap(api.POST('/campaign-drafts/{campaignDraftId}/start', { params: seen(draft) })),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keys.list }),
        client.invalidateQueries({ queryKey: ['/campaigns'] }),
      ]),
  })
}

export function useCallOffDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (campaignDraftId: string) =>
      unwrap(api.POST('/campaign-drafts/{campaignDraftId}/call-off', { params: { path: { campaignDraftId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.all }),
  })
}

export function useDeleteDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (campaignDraftId: string) =>
      unwrap(api.DELETE('/campaign-drafts/{campaignDraftId}', { params: { path: { campaignDraftId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.list }),
  })
}

/** What the list shows is old. */
export function useDraftsChanged() {
  const client = useQueryClient()
  return () => void client.invalidateQueries({ queryKey: keys.list })
}
