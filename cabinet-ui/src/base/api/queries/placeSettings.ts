import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, type Schemas } from '../client'
import { unwrap } from '../problem'

const key = ['place-settings'] as const

/** What members do by themselves, and on which sites the sign-up form may stand. */
export function usePlaceSettings(enabled: boolean) {
  return useQuery({ queryKey: key, queryFn: () => unwrap(api.GET('/place-settings')), enabled })
}

export function useChangePlaceSettings() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (body: Schemas['PlaceSettings']) => unwrap(api.PUT('/place-settings', { body })),
    onSuccess: (now) => queries.setQueryData(key, now),
  })
}
