import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { type Schemas, simulator } from '../client'
import { unwrap } from '../problem'

const keys = {
  phones: ['simulator', 'phones'] as const,
  phone: (id: string) => ['simulator', 'phones', id] as const,
}

/** Fails with 404 when this installation has no simulator. */
export function useDemo() {
  return useQuery({
    queryKey: ['simulator', 'demo'],
    queryFn: () => unwrap(simulator.GET('/simulator/demo')),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  })
}

export function useMailbox() {
  return useQuery({
    queryKey: ['simulator', 'messages'],
    queryFn: () => unwrap(simulator.GET('/simulator/messages')),
    refetchInterval: 1500,
  })
}

const BROWSERS = ['simulator', 'browsers'] as const

/** Browsers of the demo that allowed a card's notices. */
export function useDemoBrowsers() {
  return useQuery({
    queryKey: BROWSERS,
    queryFn: () => unwrap(simulator.GET('/simulator/browsers')),
    refetchInterval: 1500,
  })
}

export function useBlockInBrowser() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (browser: string) =>
      unwrap(simulator.POST('/simulator/browsers/{browser}/block', { params: { path: { browser } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: BROWSERS }),
  })
}

const CHATS = ['simulator', 'chats'] as const

/** Chats with shops' bots in the demo's messengers. */
export function useDemoChats() {
  return useQuery({
    queryKey: CHATS,
    queryFn: () => unwrap(simulator.GET('/simulator/chats')),
    refetchInterval: 1500,
  })
}

/** Follows a shop's link to its bot. */
export function useOpenChat() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { chat: Schemas['ChannelKind']; shop: string; bot: string; start: string }) =>
      unwrap(simulator.POST('/simulator/chats', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: CHATS }),
  })
}

/** Somebody rings the gateways' free number. */
export function useRingNumber() {
  return useMutation({
    mutationFn: (from: string) => unwrap(simulator.POST('/simulator/calls', { body: { from } })),
  })
}

/** Stops a bot, mutes it, starts it again, gives it a phone. */
export function useActInChat(chat: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: {
      act: 'START' | 'STOP' | 'MUTE' | 'UNMUTE' | 'GIVE_PHONE' | 'FORWARD'
      until?: string
      phone?: string
    }) => unwrap(simulator.POST('/simulator/chats/{chat}/acts', { params: { path: { chat } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: CHATS }),
  })
}

export function usePhones(enabled = true) {
  return useQuery({
    enabled,
    queryKey: keys.phones,
    queryFn: () => unwrap(simulator.GET('/simulator/phones')),
  })
}

export function usePhone(phoneId: string, options: { refetchInterval?: number | false } = {}) {
  return useQuery({
    ...options,
    queryKey: keys.phone(phoneId),
    queryFn: () => unwrap(simulator.GET('/simulator/phones/{phoneId}', { params: { path: { phoneId } } })),
  })
}

/** Keeps an answered phone where usePhone looks for it; also for the events of `/simulator/phones/{id}/events`. */
export function useStorePhone() {
  const client = useQueryClient()
  return useCallback(
    (phone: Schemas['Phone']) => {
      client.setQueryData(keys.phone(phone.id), phone)
      return client.invalidateQueries({ queryKey: keys.phones, exact: true })
    },
    [client],
  )
}

export function useCreatePhone() {
  const store = useStorePhone()
  return useMutation({
    mutationFn: (body: { platform: 'APPLE' | 'GOOGLE'; name?: string }) =>
      unwrap(simulator.POST('/simulator/phones', { body })),
    onSuccess: store,
  })
}

export function useRemovePhone() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (phoneId: string) =>
      unwrap(simulator.DELETE('/simulator/phones/{phoneId}', { params: { path: { phoneId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: keys.phones }),
  })
}

/** Renames a phone, takes it out of reach or brings it back, gives an iPhone another system. */
export function useChangePhone(phoneId: string) {
  const store = useStorePhone()
  return useMutation({
    mutationFn: (body: { name?: string; online?: boolean; ios?: 26 | 27 }) =>
      unwrap(simulator.PUT('/simulator/phones/{phoneId}', { params: { path: { phoneId } }, body })),
    onSuccess: store,
  })
}

/** Another push token for an iPhone; with `tell: false` the service is left to find out. */
export function useRenewPushToken(phoneId: string) {
  const store = useStorePhone()
  return useMutation({
    mutationFn: (tell: boolean) =>
      unwrap(
        simulator.POST('/simulator/phones/{phoneId}/push-token', { params: { path: { phoneId } }, body: { tell } }),
      ),
    onSuccess: store,
  })
}

/** Puts a design that nobody published into a simulated phone. */
export function useTryOnPhone() {
  const store = useStorePhone()
  return useMutation({
    mutationFn: ({ phoneId, preview }: { phoneId: string; preview: Schemas['DesignPreview'] }) =>
      unwrap(simulator.POST('/simulator/phones/{phoneId}/samples', { params: { path: { phoneId } }, body: preview })),
    onSuccess: store,
  })
}

export function useAddCard(phoneId: string) {
  const store = useStorePhone()
  return useMutation({
    mutationFn: (card: string) =>
      unwrap(simulator.POST('/simulator/phones/{phoneId}/cards', { params: { path: { phoneId } }, body: { card } })),
    onSuccess: store,
  })
}

/** Puts a card into the first simulated phone of a platform; makes one when there is none. Answers that phone's id. */
export function useAddCardByPlatform() {
  const store = useStorePhone()
  return useMutation({
    mutationFn: async ({ platform, card }: { platform: Schemas['Phone']['platform']; card: string }) => {
      const { items } = await unwrap(simulator.GET('/simulator/phones'))
      const phone =
        items.find((one) => one.platform === platform) ??
        (await unwrap(simulator.POST('/simulator/phones', { body: { platform } })))
      const params = { path: { phoneId: phone.id } }
      return unwrap(simulator.POST('/simulator/phones/{phoneId}/cards', { params, body: { card } }))
    },
    onSuccess: store,
  })
}

export function useRemoveCard(phoneId: string) {
  const store = useStorePhone()
  return useMutation({
    mutationFn: (serial: string) =>
      unwrap(simulator.DELETE('/simulator/phones/{phoneId}/cards/{serial}', { params: { path: { phoneId, serial } } })),
    onSuccess: store,
  })
}

export function useClearNotices(phoneId: string) {
  const store = useStorePhone()
  return useMutation({
    mutationFn: () =>
      unwrap(simulator.DELETE('/simulator/phones/{phoneId}/notices', { params: { path: { phoneId } } })),
    onSuccess: store,
  })
}
