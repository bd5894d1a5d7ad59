import { useMutation, useQuery } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

export function useShop(slug: string) {
  return useQuery({
    queryKey: ['public', 'shop', slug],
    queryFn: () => unwrap(api.GET('/public/shops/{slug}', { params: { path: { slug } } })),
  })
}

/** Contacts and the texts that are agreed to. */
export function useShopDetails(slug: string) {
  return useQuery({
    queryKey: ['public', 'shop', slug, 'details'],
    queryFn: () => unwrap(api.GET('/public/shops/{slug}/details', { params: { path: { slug } } })),
  })
}

export function useShopText(slug: string, kind: 'terms' | 'privacy') {
  return useQuery({
    queryKey: ['public', 'shop', slug, kind],
    queryFn: () => unwrap(api.GET('/public/shops/{slug}/texts/{kind}', { params: { path: { slug, kind } } })),
  })
}

/** Whose offers a letter's link refuses. */
export function useUnsubscribing(name: string) {
  return useQuery({
    queryKey: ['public', 'unsubscribing', name],
    queryFn: () => unwrap(api.GET('/public/unsubscribing/{name}', { params: { path: { name } } })),
    retry: false,
  })
}

export function useUnsubscribe(name: string) {
  return useMutation({
    mutationFn: (all: boolean) =>
      unwrap(api.POST('/public/unsubscribing/{name}', { params: { path: { name } }, body: { all } })),
  })
}

/** Who invites by a code; asks nothing while there is none. */
export function useInviter(slug: string, code: string) {
  return useQuery({
    queryKey: ['public', 'inviter', slug, code],
    queryFn: () => unwrap(api.GET('/public/shops/{slug}/inviter', { params: { path: { slug }, query: { code } } })),
    enabled: code !== '',
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useStartSignUp(slug: string) {
  return useMutation({
    mutationFn: (body: Schemas['SignUp']) =>
      unwrap(api.POST('/public/shops/{slug}/sign-ups', { params: { path: { slug } }, body })),
  })
}

export function useConfirmSignUp() {
  return useMutation({
    mutationFn: ({ signUpId, code }: { signUpId: string; code: string }) =>
      unwrap(api.POST('/public/sign-ups/{signUpId}/confirm', { params: { path: { signUpId } }, body: { code } })),
  })
}

/** Asks every few seconds whether the person has done what the way asks for. */
export function useCheckSignUp({ signUpId, secret }: { signUpId: string; secret: string }) {
  return useQuery({
    queryKey: ['public', 'sign-up', signUpId],
    queryFn: () =>
      unwrap(api.POST('/public/sign-ups/{signUpId}/check', { params: { path: { signUpId } }, body: { secret } })),
    refetchInterval: ({ state }) => (state.data && state.data.state !== 'WAITING' ? false : 2500),
    // Who comes back from the messenger sees it at once.
    refetchOnWindowFocus: true,
    retry: false,
  })
}

/** The phone was proven without a code. */
export function useProvenSignUp() {
  return useMutation({
    mutationFn: ({ signUpId, secret }: { signUpId: string; secret: string }) =>
      unwrap(api.POST('/public/sign-ups/{signUpId}/confirm', { params: { path: { signUpId } }, body: { secret } })),
  })
}

export function useCard(token: string, options: { refetchInterval?: number } = {}) {
  return useQuery({
    queryKey: ['public', 'card', token],
    queryFn: () => unwrap(api.GET('/public/cards/{token}', { params: { path: { token } } })),
    ...options,
  })
}

/** How far the member's friends are. */
export function useCardFriends(token: string) {
  return useQuery({
    queryKey: ['public', 'card', token, 'friends'],
    queryFn: () => unwrap(api.GET('/public/cards/{token}/friends', { params: { path: { token } } })),
    retry: false,
  })
}

/** By which messengers the member may hear the shop. */
export function useCardChats(token: string) {
  return useQuery({
    queryKey: ['public', 'card', token, 'chats'],
    queryFn: () => unwrap(api.GET('/public/cards/{token}/chats', { params: { path: { token } } })),
    // Who comes back from the messenger sees what has become of it.
    refetchOnWindowFocus: true,
    refetchInterval: ({ state }) => (state.data?.items.length ? 5_000 : false),
    retry: false,
  })
}

export function useInviteToChat(token: string) {
  return useMutation({
    mutationFn: (kind: Schemas['ChannelKind']) =>
      unwrap(api.POST('/public/cards/{token}/chats', { params: { path: { token } }, body: { kind } })),
  })
}
