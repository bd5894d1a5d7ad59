import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

/** Who may be the same person. */
export function useDoubles(memberId: string) {
  return useQuery({
    queryKey: ['members', 'one', memberId, 'doubles'],
    queryFn: () => unwrap(api.GET('/members/{memberId}/doubles', { params: { path: { memberId } } })),
  })
}

/** The other record becomes one with this member, who stays. */
export function useMergeMember(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ idempotencyKey, ...body }: { idempotencyKey: string; memberId: string; reason: string }) =>
      unwrap(
        api.POST('/members/{memberId}/merges', {
          params: { path: { memberId }, header: { 'Idempotency-Key': idempotencyKey } },
          body,
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: ['members'] }),
  })
}
