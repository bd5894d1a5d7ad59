import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

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
