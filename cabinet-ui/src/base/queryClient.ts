import { QueryCache, QueryClient } from '@tanstack/react-query'
import { ApiError, isRetryable } from './api/problem'
import { sessionOptions } from './api/queries/session'

/** Reads are tried again when no answer came; a clear "no" is shown at once. Writes are never repeated by themselves. */
export function createQueryClient(): QueryClient {
  const client = new QueryClient({
    queryCache: new QueryCache({
      // The session ended meanwhile: asking for it again leads to the sign-in page.
      onError: (error, query) => {
        const isSession = query.queryKey[0] === sessionOptions.queryKey[0]
        if (error instanceof ApiError && error.status === 401 && !isSession) {
          void client.resetQueries({ queryKey: sessionOptions.queryKey })
        }
      },
    }),
    defaultOptions: {
      // Tried even when the browser believes to be offline: the service may be on this very machine, and a till must hear
      // "no network" as an error at once instead of waiting for it to come back.
      queries: {
        networkMode: 'always',
        retry: (failures, error) => failures < 2 && isRetryable(error),
        staleTime: 10_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
  return client
}
