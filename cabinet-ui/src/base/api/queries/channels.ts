import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const KEY = ['channels'] as const

export function useChannels(enabled = true) {
  return useQuery({ queryKey: KEY, queryFn: () => unwrap(api.GET('/channels')), enabled })
}

export function useSetChannel(kind: Schemas['ChannelKind']) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['ChannelRequest']) =>
      unwrap(api.PUT('/channels/{kind}', { params: { path: { kind } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

export function useRemoveChannel(kind: Schemas['ChannelKind']) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => unwrap(api.DELETE('/channels/{kind}', { params: { path: { kind } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

export function useOrderChannels() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (kinds: Schemas['ChannelKind'][]) => unwrap(api.PUT('/channels', { body: { kinds } })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

export function useTestChannel(kind: Schemas['ChannelKind']) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (address: string) =>
      unwrap(api.POST('/channels/{kind}/test', { params: { path: { kind } }, body: { address } })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

/** What is left at the vendor; null when it does not tell. */
export function useChannelBalance(kind: Schemas['ChannelKind']) {
  return useQuery({
    queryKey: [...KEY, kind, 'balance'],
    queryFn: () => unwrap(api.GET('/channels/{kind}/balance', { params: { path: { kind } } })),
    retry: false,
    staleTime: 60_000,
  })
}

export function useSetMessageRules() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['MessageRules']) => unwrap(api.PUT('/message-rules', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: KEY }),
  })
}

/** By which ways customers prove their phones; of interest to whoever may change it. */
export function usePhoneProofs(enabled: boolean) {
  return useQuery({ queryKey: [...KEY, 'proofs'], queryFn: () => unwrap(api.GET('/phone-proofs')), enabled })
}

export function useSetPhoneProofs() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (ways: Schemas['ProofWay'][]) => unwrap(api.PUT('/phone-proofs', { body: { ways } })),
    onSuccess: () => client.invalidateQueries({ queryKey: [...KEY, 'proofs'] }),
  })
}
