import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const keys = {
  one: (id: string) => ['review', id] as const,
  filters: ['review-filters'] as const,
  attention: ['review-attention'] as const,
  settings: ['review-settings'] as const,
  report: (period: { from?: string; to?: string }) => ['review-report', period] as const,
}

export type ReviewFilter = {
  status?: Schemas['ReviewStatus']
  score?: 'BAD' | 'PROMOTERS' | 'PASSIVES' | 'DETRACTORS'
  storeId?: string
  cashierId?: string
  assigneeId?: string
  late?: boolean
  search?: string
}

export function useReview(reviewId: string) {
  return useQuery({
    queryKey: keys.one(reviewId),
    queryFn: () => unwrap(api.GET('/reviews/{reviewId}', { params: { path: { reviewId } } })),
  })
}

export function useReviewFilters() {
  return useQuery({ queryKey: keys.filters, queryFn: () => unwrap(api.GET('/reviews/filters')), staleTime: 60_000 })
}

/** How many need somebody, asked anew while a page is open. */
export function useReviewAttention(enabled = true) {
  return useQuery({
    queryKey: keys.attention,
    queryFn: () => unwrap(api.GET('/reviews/attention')),
    refetchInterval: 30_000,
    enabled,
  })
}

export type ReviewAct =
  | { what: 'status'; status: Schemas['ReviewStatus']; assigneeId?: string }
  | { what: 'answer'; text: string }
  | { what: 'remove'; reason: string }

/** What is done with a review; the answer is the review as it stands then. */
export function useReviewAct(reviewId: string) {
  const client = useQueryClient()
  const path = { reviewId }
  return useMutation({
    mutationFn: (act: ReviewAct) => {
      if (act.what === 'answer') {
        return unwrap(api.POST('/reviews/{reviewId}/answers', { params: { path }, body: { text: act.text } }))
      }
      if (act.what === 'remove') {
        return unwrap(api.POST('/reviews/{reviewId}/removal', { params: { path }, body: { reason: act.reason } }))
      }
      const { status, assigneeId } = act
      return unwrap(
        api.PUT('/reviews/{reviewId}/status', {
          params: { path },
          body: assigneeId ? { status, assigneeId } : { status },
        }),
      )
    },
    onSuccess: (detail) => {
      client.setQueryData(keys.one(reviewId), detail)
      void client.invalidateQueries({ queryKey: ['/reviews'] })
      void client.invalidateQueries({ queryKey: keys.attention })
    },
  })
}

export function useReviewSettings() {
  return useQuery({ queryKey: keys.settings, queryFn: () => unwrap(api.GET('/review-settings')) })
}

/** @param seen as they were opened */
export function useSaveReviewSettings(seen: Schemas['ReviewSettings']) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['ReviewSettingsRequest']) =>
      unwrap(api.PUT('/review-settings', { params: { header: { 'If-Match': `"${seen.revision}"` } }, body })),
    onSuccess: (settings) => client.setQueryData(keys.settings, settings),
  })
}

export function useReviewReport(period: { from?: string; to?: string }) {
  return useQuery({
    queryKey: keys.report(period),
    queryFn: () => unwrap(api.GET('/reports/reviews', { params: { query: period } })),
  })
}
