import { useCallback, useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { withCashier } from '../api/cashierSession'
import { useRefreshReceipts } from '../api/queries'
import { serviceNow } from '../api/registerClient'
import type { Outcome, ReceiptQueue } from '../queue/ReceiptQueue'
import { grossOf, type Sale, toCommit } from './sale'
import { play } from './sound'

/** Books a receipt, once: what came of it, or why it was refused. */
export function useBooking(queue: ReceiptQueue, onRefused: (error: unknown) => void) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(null)
  const refreshReceipts = useRefreshReceipts()

  /** Without a quote nothing is spent. */
  async function book(sale: Sale, quote: Schemas['Quote'] | undefined) {
    const body = toCommit(sale, quote, serviceNow())
    if (!body) return
    setBusy(true)
    setError(null)
    try {
      const result = await withCashier((cashier) =>
        queue.submit({
          key: newIdempotencyKey(),
          body,
          cashier: cashier ?? null,
          memberName: sale.member?.memberName ?? null,
          toPay: quote?.toPay ?? grossOf(sale),
          savedAt: new Date().toISOString(),
        }),
      )
      setOutcome(result)
      play('done')
      void refreshReceipts()
    } catch (cause) {
      setError(cause)
      play('error')
      onRefused(cause)
    } finally {
      setBusy(false)
    }
  }

  const forgive = useCallback(() => setError(null), [])
  const reset = useCallback(() => {
    setOutcome(null)
    setError(null)
  }, [])
  return { outcome, busy, error, book, forgive, reset }
}
