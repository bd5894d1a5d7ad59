import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const key = ['stores'] as const
const cashiersKey = ['cashiers'] as const
const tillKey = ['till-settings'] as const

export function useStores() {
  return useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/stores')) })
}

export function useCreateRegister() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { storeId: string; name: string }) => unwrap(api.POST('/registers', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

function useStoreChange<Wish, Done>(mutationFn: (wish: Wish) => Promise<Done>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => client.invalidateQueries({ queryKey: key }) })
}

export function useCreateStore() {
  return useStoreChange((body: Schemas['StorePlace']) => unwrap(api.POST('/stores', { body })))
}

export function useChangeStore(storeId: string) {
  return useStoreChange((body: Schemas['StorePlace']) =>
    unwrap(api.PUT('/stores/{storeId}', { params: { path: { storeId } }, body })),
  )
}

/** Several, one after another. */
export function useMoveStores() {
  return useStoreChange(async ({ stores, zone }: { stores: Schemas['Store'][]; zone: string }) => {
    for (const { id, name, address, hours } of stores) {
      await unwrap(
        api.PUT('/stores/{storeId}', { params: { path: { storeId: id } }, body: { name, address, hours, zone } }),
      )
    }
  })
}

export function useCloseStore() {
  return useStoreChange((storeId: string) =>
    unwrap(api.POST('/stores/{storeId}/close', { params: { path: { storeId } }, body: { closeRegisters: true } })),
  )
}

export function useReopenStore() {
  return useStoreChange((storeId: string) =>
    unwrap(api.POST('/stores/{storeId}/reopen', { params: { path: { storeId } } })),
  )
}

export function useRenameRegister(registerId: string) {
  return useStoreChange((name: string) =>
    unwrap(api.PUT('/registers/{registerId}', { params: { path: { registerId } }, body: { name } })),
  )
}

export function useRenewKey(registerId: string) {
  return useStoreChange((keepOldHours: number) =>
    unwrap(api.POST('/registers/{registerId}/keys', { params: { path: { registerId } }, body: { keepOldHours } })),
  )
}

export function useRevokeRegister() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (registerId: string) =>
      unwrap(api.DELETE('/registers/{registerId}', { params: { path: { registerId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

/** For the owner only. */
export function useCashiers(enabled: boolean) {
  return useQuery({ queryKey: cashiersKey, queryFn: () => unwrap(api.GET('/cashiers')), enabled })
}

export function useCreateCashier() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { storeId: string; name: string; pin: string }) => unwrap(api.POST('/cashiers', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: cashiersKey }),
  })
}

export function useChangePin(cashierId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (pin: string) =>
      unwrap(api.PUT('/cashiers/{cashierId}/pin', { params: { path: { cashierId } }, body: { pin } })),
    onSuccess: () => client.invalidateQueries({ queryKey: cashiersKey }),
  })
}

export function useRevokeCashier() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (cashierId: string) => unwrap(api.DELETE('/cashiers/{cashierId}', { params: { path: { cashierId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: cashiersKey }),
  })
}

export function useTillSettings() {
  return useQuery({ queryKey: tillKey, queryFn: () => unwrap(api.GET('/till-settings')) })
}

export function useChangeTillSettings() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['TillSettingsChange']) => unwrap(api.PUT('/till-settings', { body })),
    onSuccess: (settings) => client.setQueryData(tillKey, settings),
  })
}
