import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

type Condition = Schemas['SegmentCondition']
/** A saved segment, or a condition that is being put together. */
export type Question = { segmentId: string } | { condition: Condition }

const keys = {
  list: ['segments', 'list'] as const,
  one: (id: string) => ['segments', 'one', id] as const,
  count: (question: Question) => ['segments', 'count', question] as const,
  sample: (question: Question) => ['segments', 'sample', question] as const,
  why: (question: Question, memberId: string) => ['segments', 'why', question, memberId] as const,
}

export function useSegments() {
  return useQuery({ queryKey: keys.list, queryFn: () => unwrap(api.GET('/segments')) })
}

export function useSegment(segmentId: string | undefined) {
  return useQuery({
    queryKey: keys.one(segmentId ?? ''),
    queryFn: () => unwrap(api.GET('/segments/{segmentId}', { params: { path: { segmentId: segmentId ?? '' } } })),
    enabled: segmentId !== undefined,
  })
}

export function useSegmentCount(question: Question) {
  return useQuery({
    queryKey: keys.count(question),
    queryFn: ({ signal }) => unwrap(api.POST('/segments/count', { body: question, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

export function useSegmentSample(question: Question) {
  return useQuery({
    queryKey: keys.sample(question),
    queryFn: ({ signal }) => unwrap(api.POST('/segments/sample', { body: question, signal })),
    placeholderData: keepPreviousData,
    retry: false,
  })
}

/** Why a member is in, or is not. */
export function useSegmentWhy(question: Question, memberId: string | null) {
  return useQuery({
    queryKey: keys.why(question, memberId ?? ''),
    queryFn: () => unwrap(api.POST('/segments/explain', { body: { ...question, memberId: memberId ?? '' } })),
    placeholderData: keepPreviousData,
    enabled: memberId !== null,
    retry: false,
  })
}

/** @param seen the segment as it was opened; none: a new one */
export function useSaveSegment(seen: Schemas['Segment'] | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['SegmentRequest']) =>
      unwrap(
        seen
          ? api.PUT('/segments/{segmentId}', {
              params: { path: { segmentId: seen.id }, header: { 'If-Match': `"${seen.revision}"` } },
              body,
            })
          : api.POST('/segments', { body }),
      ),
    onSuccess: (segment) => {
      client.setQueryData(keys.one(segment.id), segment)
      return client.invalidateQueries({ queryKey: ['segments'] })
    },
  })
}

export function useDeleteSegment() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, revision }: Schemas['Segment']) =>
      unwrap(
        api.DELETE('/segments/{segmentId}', {
          params: { path: { segmentId: id }, header: { 'If-Match': `"${revision}"` } },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.list }),
  })
}
