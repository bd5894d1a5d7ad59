import { useMutation, useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

/** Whose invitation this is; without a token nobody is asked. */
export function useInvitation(token: string) {
  return useQuery({
    queryKey: ['invitation', token],
    queryFn: () => unwrap(api.POST('/session/invitation', { body: { token } })),
    enabled: token !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** A letter with a link, if somebody works under this address. */
export function useForgotPassword() {
  return useMutation({
    mutationFn: (email: string) => unwrap(api.POST('/session/password/forgotten', { body: { email } })),
  })
}

export function useSetPassword(token: string) {
  return useMutation({
    mutationFn: (password: string) => unwrap(api.POST('/session/password', { body: { token, password } })),
  })
}
