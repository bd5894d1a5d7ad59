import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

// Below the members' own keys: what changes a member makes these stale, too.
const key = (memberId: string) => ['members', 'one', memberId, 'cards'] as const

export function useMemberCards(memberId: string) {
  return useQuery({
    queryKey: key(memberId),
    queryFn: () => unwrap(api.GET('/members/{memberId}/cards', { params: { path: { memberId } } })),
  })
}

/** Gives the member a plastic card by its number. */
export function useAttachCard(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { number?: string; uid?: string }) =>
      unwrap(api.POST('/members/{memberId}/cards', { params: { path: { memberId } }, body })),
    onSuccess: () => client.invalidateQueries({ queryKey: key(memberId) }),
  })
}

export function useSetCardState(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ cardId, status }: { cardId: string; status: 'ACTIVE' | 'BLOCKED' }) =>
      unwrap(
        api.PUT('/members/{memberId}/cards/{cardId}/state', {
          params: { path: { memberId, cardId } },
          body: { status },
        }),
      ),
    onSuccess: () => client.invalidateQueries({ queryKey: key(memberId) }),
  })
}

export function useDetachCard(memberId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (cardId: string) =>
      unwrap(api.DELETE('/members/{memberId}/cards/{cardId}', { params: { path: { memberId, cardId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: key(memberId) }),
  })
}
