import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export const sessionOptions = queryOptions({
  queryKey: ['session'],
  queryFn: () => unwrap(api.GET('/session')),
  staleTime: 5 * 60_000,
  retry: false,
})

export function useSession() {
  return useQuery(sessionOptions)
}

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; password: string }) => unwrap(api.POST('/session', { body })),
    onSuccess: (session: Schemas['Session']) => client.setQueryData(sessionOptions.queryKey, session),
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/session')),
    onSettled: () => client.clear(),
  })
}
