import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client'
import { isRetryable, NetworkError, unwrap } from '../problem'

const key = (name: string) => ['public', 'review', name] as const

/** The purchase that a link is about. */
export function useReviewPage(name: string) {
  return useQuery({
    queryKey: key(name),
    queryFn: () => unwrap(api.GET('/public/reviews/{name}', { params: { path: { name } } })),
    retry: (tries, error) => isRetryable(error) && tries < 2,
  })
}

/** Says it as soon as there is a network: the same said twice is said once. */
export function useSayReview(name: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { score?: number; comment?: string }) =>
      unwrap(api.POST('/public/reviews/{name}', { params: { path: { name } }, body })),
    retry: (_, error) => error instanceof NetworkError,
    retryDelay: (tries) => Math.min(15_000, 1_000 * 2 ** tries),
    onSuccess: (page) => client.setQueryData(key(name), page),
  })
}
