import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const key = ['card-batches'] as const

/** Not for cashiers. */
export function useBatches(enabled: boolean) {
  return useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/card-batches')), enabled })
}

export function useRemoveBatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (batchId: string) => unwrap(api.DELETE('/card-batches/{batchId}', { params: { path: { batchId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}

export function useAddBatch() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['NewCardBatch']) => unwrap(api.POST('/card-batches', { body })),
    onSuccess: () => client.invalidateQueries({ queryKey: key }),
  })
}
