import { QueryClient } from '@tanstack/react-query'
import { isRetryable } from './problem'

/** Reads are tried again when no answer came; a clear "no" is shown at once. Writes are never repeated by themselves. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        retry: (failures, error) => failures < 2 && isRetryable(error),
        staleTime: 10_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false },
    },
  })
}
