import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

const key = ['attention'] as const

/** Cards that could not be told of, and work that goes wrong. */
export function useAttention() {
  return useQuery({
    queryKey: key,
    queryFn: () => unwrap(api.GET('/attention')),
    refetchInterval: 30_000, // shops leave the overview open
  })
}

/** Tries now; what comes of it is seen a few seconds later. */
export function useRetryUndelivered() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.POST('/attention/retry')),
    onSuccess: () => setTimeout(() => void client.invalidateQueries({ queryKey: key }), 3_000),
  })
}
