import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

const key = ['first-steps'] as const

/** For the owner only. Looked at again whenever the overview is: a step may have been done anywhere. */
export function useFirstSteps(enabled: boolean) {
  return useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/first-steps')), enabled, staleTime: 0 })
}

export function useHideFirstSteps() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (hidden: boolean) => unwrap(api.PUT('/first-steps', { body: { hidden } })),
    onSuccess: (steps) => client.setQueryData(key, steps),
  })
}
