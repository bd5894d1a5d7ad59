import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { makePasskey, showPasskey } from '../passkey'
import { unwrap } from '../problem'
import { sessionOptions } from './session'

const key = ['second-factor'] as const

export function useOwnSecondFactor() {
  return useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/session/second-factor')) })
}

/** What one has is asked for anew; not the session, which may only now become a whole one: `useSettled` does. */
function useOwnChange<Wish, Done>(mutationFn: (wish: Wish) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: key }) })
}

/** Once the recovery codes were seen. */
export function useSettled() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: sessionOptions.queryKey })
}

export function useBeginTotp() {
  return useMutation({
    mutationFn: (password: string) => unwrap(api.POST('/session/second-factor/totp', { body: { password } })),
  })
}

export function useConfirmTotp() {
  return useOwnChange((code: string) => unwrap(api.POST('/session/second-factor/totp/confirm', { body: { code } })))
}

export function useRemoveTotp() {
  return useOwnChange((password: string) =>
    unwrap(api.POST('/session/second-factor/totp/remove', { body: { password } })),
  )
}

export function useRenewRecoveryCodes() {
  return useOwnChange((password: string) =>
    unwrap(api.POST('/session/second-factor/recovery-codes', { body: { password } })),
  )
}

export function useAddPasskey() {
  return useOwnChange(async ({ name, password }: { name: string; password: string }) => {
    const wanted = await unwrap(api.POST('/session/passkeys/challenge', { body: { password } }))
    const made = await makePasskey(wanted)
    return unwrap(api.POST('/session/passkeys', { body: { name, ...made } }))
  })
}

export function useRenamePasskey(passkeyId: string) {
  return useOwnChange((name: string) =>
    unwrap(api.PUT('/session/passkeys/{passkeyId}', { params: { path: { passkeyId } }, body: { name } })),
  )
}

export function useRemovePasskey(passkeyId: string) {
  return useOwnChange((password: string) =>
    unwrap(api.POST('/session/passkeys/{passkeyId}/remove', { params: { path: { passkeyId } }, body: { password } })),
  )
}

function useEnter<Wish>(mutationFn: (wish: Wish) => Promise<Schemas['Session']>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn,
    onSuccess: (session: Schemas['Session']) => client.setQueryData(sessionOptions.queryKey, session),
  })
}

export function useShowCode() {
  return useEnter((body: { step: string; factor: 'TOTP' | 'RECOVERY'; code: string }) =>
    unwrap(api.POST('/session/second-factor', { body })),
  )
}

/** By the passkey alone, or after the password when there is a step. */
export function useShowPasskey() {
  return useEnter(async (step: string | undefined) => {
    const of = step === undefined ? {} : { step }
    const question = await unwrap(api.POST('/session/passkey/challenge', { body: of }))
    const shown = await showPasskey(question)
    return unwrap(api.POST('/session/passkey', { body: { ...of, ...shown } }))
  })
}
