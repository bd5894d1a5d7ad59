import { useQuery } from '@tanstack/react-query'
import { api } from '../client'
import { unwrap } from '../problem'

/** One receipt with its lines, returns and why. */
export function useReceipt(receiptId: string) {
  return useQuery({
    queryKey: ['receipts', receiptId],
    queryFn: () => unwrap(api.GET('/receipts/{receiptId}', { params: { path: { receiptId } } })),
  })
}
