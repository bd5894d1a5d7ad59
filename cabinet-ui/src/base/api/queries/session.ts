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

/** Answered with a session, or with what is asked for after the password. */
export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { email: string; password: string }): Promise<Schemas['Session'] | Schemas['SecondStep']> =>
      unwrap(api.POST('/session', { body })),
    onSuccess: (answer) => {
      if (!('step' in answer)) client.setQueryData(sessionOptions.queryKey, answer)
    },
  })
}

export function useSignOut() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/session')),
    onSettled: () => client.clear(),
  })
}
