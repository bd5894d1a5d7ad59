import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

const key = ['stores'] as const

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

export function useRevokeRegister() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (registerId: string) =>
      unwrap(api.DELETE('/registers/{registerId}', { params: { path: { registerId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
