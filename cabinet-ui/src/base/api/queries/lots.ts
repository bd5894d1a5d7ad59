import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

/** What a member holds, grant by grant, the first to burn first. */
export function useLots(memberId: string) {
  return useQuery({
    queryKey: ['members', 'one', memberId, 'lots'],
    queryFn: () => unwrap(api.GET('/members/{memberId}/lots', { params: { path: { memberId } } })),
  })
}

/** Takes back what is left of bonuses credited by hand. */
export function useVoidLot(memberId: string, lotId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, reason }: { idempotencyKey: string; reason: string }) =>
      unwrap(
        api.POST('/members/{memberId}/lots/{lotId}/void', {
          params: { path: { memberId, lotId }, header: { 'Idempotency-Key': idempotencyKey } },
          body: { reason },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}
