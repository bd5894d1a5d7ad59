import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

/** What inviting friends brought. */
export function useFriendsReport(days: number) {
  return useQuery({
    queryKey: ['reports', 'friends', days],
    queryFn: () => unwrap(api.GET('/reports/friends', { params: { query: { days } } })),
    placeholderData: keepPreviousData,
  })
}

/** Invitations that are worth a look. */
export function useFriendsFlags() {
  return useQuery({
    queryKey: ['reports', 'friends', 'flags'],
    queryFn: () => unwrap(api.GET('/reports/friends/flags')),
  })
}

export function useSummary(days: number) {
  return useQuery({
    queryKey: ['reports', 'summary', days],
    queryFn: () => unwrap(api.GET('/reports/summary', { params: { query: { days } } })),
    placeholderData: keepPreviousData,
    refetchInterval: 30_000, // shops leave the overview open
  })
}

export function useLiability(days: number) {
  return useQuery({
    queryKey: ['reports', 'liability', days],
    queryFn: () => unwrap(api.GET('/reports/liability', { params: { query: { days } } })),
  })
}
