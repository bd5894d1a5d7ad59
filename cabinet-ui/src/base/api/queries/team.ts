import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const staffKey = ['staff'] as const
const rulesKey = ['access-rules'] as const
const sessionsKey = ['own-sessions'] as const
type Role = Schemas['Role']

export function useStaff() {
  return useQuery({ queryKey: staffKey, queryFn: () => unwrap(api.GET('/staff')) })
}

function useStaffChange<Wish, Done>(mutationFn: (wish: Wish) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: staffKey }) })
}

export function useAccessRules() {
  return useQuery({ queryKey: rulesKey, queryFn: () => unwrap(api.GET('/access-rules')) })
}

export function useChangeAccessRules() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['AccessRules']) => unwrap(api.PUT('/access-rules', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: rulesKey }),
  })
}

export function useInviteColleague() {
  return useStaffChange((body: { email: string; name: string; role: Role; stores: string[]; locale: 'ru' | 'en' }) =>
    unwrap(api.POST('/staff', { body })),
  )
}

export function useChangeColleague(staffId: string) {
  return useStaffChange((body: { name: string; role: Role; stores: string[] }) =>
    unwrap(api.PUT('/staff/{staffId}', { params: { path: { staffId } }, body })),
  )
}

export function useEndColleague() {
  return useStaffChange((staffId: string) => unwrap(api.DELETE('/staff/{staffId}', { params: { path: { staffId } } })))
}

export function useEndColleagueSessions() {
  return useStaffChange((staffId: string) =>
    unwrap(api.DELETE('/staff/{staffId}/sessions', { params: { path: { staffId } } })),
  )
}

export function useResetSecondFactor() {
  return useStaffChange((staffId: string) =>
    unwrap(api.DELETE('/staff/{staffId}/second-factor', { params: { path: { staffId } } })),
  )
}

export function useRenewLink() {
  return useStaffChange((staffId: string) =>
    unwrap(api.POST('/staff/{staffId}/link', { params: { path: { staffId } } })),
  )
}

export function useRevokeLink() {
  return useStaffChange((staffId: string) =>
    unwrap(api.DELETE('/staff/{staffId}/link', { params: { path: { staffId } } })),
  )
}

const lettersKey = ['own-letters']

export function useOwnLetters() {
  return useQuery({ queryKey: lettersKey, queryFn: () => unwrap(api.GET('/session/letters')) })
}

export function useChangeLetters() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (weekly: boolean) => unwrap(api.PUT('/session/letters', { body: { weekly } })),
    onSuccess: (letters) => client.setQueryData(lettersKey, letters),
  })
}

export function useOwnSessions() {
  return useQuery({ queryKey: sessionsKey, queryFn: () => unwrap(api.GET('/sessions')) })
}

export function useEndSession() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (sessionId: string) => unwrap(api.DELETE('/sessions/{sessionId}', { params: { path: { sessionId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsKey }),
  })
}

export function useChangePassword() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { current: string; password: string }) => unwrap(api.PUT('/session/password', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: sessionsKey }),
  })
}
