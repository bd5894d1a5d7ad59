import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const key = ['identities'] as const

/** Certificates and keys; the owner's only. */
export function useIdentities(enabled = true) {
  return useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/identities')), enabled })
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: key })
}

export function useAddIdentity() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: Schemas['IdentityImport']) => unwrap(api.POST('/identities', { body })),
    onSuccess: refresh,
  })
}

/** Every reason why a phone or Google would refuse it; nothing is kept. */
export function useCheckIdentity() {
  return useMutation({
    mutationFn: (body: Schemas['IdentityImport']) => unwrap(api.POST('/identities/check', { body })),
  })
}

export function useRequestCertificate() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: Schemas['CertificateSigning']) => unwrap(api.POST('/identities/requests', { body })),
    onSuccess: refresh,
  })
}

export function useCompleteRequest(identityId: string) {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (body: Schemas['IssuedCertificate']) =>
      unwrap(api.POST('/identities/{identityId}/certificate', { params: { path: { identityId } }, body })),
    onSuccess: refresh,
  })
}

export function useActivateIdentity() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (identityId: string) =>
      unwrap(api.POST('/identities/{identityId}/activate', { params: { path: { identityId } } })),
    onSuccess: refresh,
  })
}

export function useDeleteIdentity() {
  const refresh = useRefresh()
  return useMutation({
    mutationFn: (identityId: string) =>
      unwrap(api.DELETE('/identities/{identityId}', { params: { path: { identityId } } })),
    onSuccess: refresh,
  })
}
