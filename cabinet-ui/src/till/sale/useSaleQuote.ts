import { useDebouncedValue } from '@mantine/hooks'
import { useMemo } from 'react'
import { NetworkError } from '@/base/api/problem'
import { useQuote } from '../api/queries'
import { type Sale, toRequest } from './sale'

/** What the service makes of the receipt as it stands. Without network there is no quote, and the sale goes on without. */
export function useSaleQuote(sale: Sale) {
  const request = useMemo(() => toRequest(sale), [sale])
  const [asked] = useDebouncedValue(request, 180)
  const query = useQuote(asked)
  const offline = query.error instanceof NetworkError && query.failureCount > 0
  return {
    request,
    quote: request === undefined || offline ? undefined : query.data,
    /** The quote is of this very receipt. */
    fresh: request !== undefined && asked === request && query.isSuccess && !query.isPlaceholderData,
    offline,
    error: offline ? null : query.error,
    askAgain: () => void query.refetch(),
  }
}
