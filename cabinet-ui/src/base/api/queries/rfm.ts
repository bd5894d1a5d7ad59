import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

/** How members buy, compared with so many days ago. */
export function useRfm(days: number) {
  return useQuery({
    queryKey: ['reports', 'rfm', days],
    queryFn: () => unwrap(api.GET('/reports/rfm', { params: { query: { days } } })),
    placeholderData: keepPreviousData,
  })
}
