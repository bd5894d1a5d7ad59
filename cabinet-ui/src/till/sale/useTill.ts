import { useDebouncedValue } from '@mantine/hooks'
import { useCallback, useEffect, useMemo, useReducer, useRef, useState } from 'react'
import { newIdempotencyKey, type Schemas } from '@/base/api/client'
import { ApiError, NetworkError } from '@/base/api/problem'
import { useLatest } from '@/base/hooks/useLatest'
import { withCashier } from '../api/cashierSession'
import { useQuote, useRefreshReceipts, useScan } from '../api/queries'
import { serviceNow } from '../api/registerClient'
import type { Outcome, ReceiptQueue } from '../queue/ReceiptQueue'
import { grossOf, newSale, type SaleAction, saleReducer, toCommit, toRequest } from './sale'
import { play } from './sound'

export type Source = NonNullable<Schemas['ScanRequest']['source']>

/** The whole work on one customer: identify, enter, quote, commit, next. */
export function useTill(queue: ReceiptQueue) {
  const [sale, change] = useReducer(saleReducer, newSale('goods'))
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  /** The cashier was faster than the answer about the card or the price: commit as soon as it is there. */
  const [hurry, setHurry] = useState(false)
  const [commitError, setCommitError] = useState<unknown>(null)
  const scan = useScan()
  const refreshReceipts = useRefreshReceipts()
  const scanNumber = useRef(0)

  const request = useMemo(() => toRequest(sale), [sale])
  const [asked] = useDebouncedValue(request, 180)
  const quoteQuery = useQuote(asked)
  const offline = quoteQuery.error instanceof NetworkError && quoteQuery.failureCount > 0
  const fresh = request !== undefined && asked === request && quoteQuery.isSuccess && !quoteQuery.isPlaceholderData
  const ready = !scan.isPending && (fresh || offline)
  const quote = request === undefined || offline ? undefined : quoteQuery.data

  const dispatch = useCallback((action: SaleAction) => {
    setHurry(false)
    change(action)
  }, [])

  const next = useCallback(() => {
    dispatch({ type: 'reset' })
    setOutcome(null)
    setCommitError(null)
    scan.reset()
  }, [dispatch, scan.reset])

  const identify = useCallback(
    async (text: string, source: Source, symbology?: string) => {
      const mine = ++scanNumber.current
      if (outcome) next()
      try {
        const member = await scan.mutateAsync({ text, source, ...(symbology ? { symbology } : {}) })
        if (mine !== scanNumber.current) return
        change({ type: 'member', member })
        setCommitError(null)
        play('found')
      } catch {
        setHurry(false)
        play('error') // shown beside the field from scan.error
      }
    },
    [outcome, next, scan.mutateAsync],
  )

  async function commit() {
    if (busy || outcome) return
    if (!ready) {
      setHurry(request !== undefined && (scan.isPending || !quoteQuery.error))
      return
    }
    setHurry(false)
    const spent = offline ? 0 : (quote?.spent ?? 0)
    const body = toCommit(sale, spent, serviceNow())
    if (!body) return
    setBusy(true)
    setCommitError(null)
    try {
      const result = await withCashier((cashier) =>
        queue.submit({
          key: newIdempotencyKey(),
          body,
          cashier: cashier ?? null,
          memberName: sale.member?.memberName ?? null,
          toPay: offline ? grossOf(sale) : (quote?.toPay ?? grossOf(sale)),
          savedAt: new Date().toISOString(),
        }),
      )
      setOutcome(result)
      play('done')
      void refreshReceipts()
    } catch (error) {
      setCommitError(error)
      play('error')
      // The code was used up, ran out, or the owner asks for more now.
      if (error instanceof ApiError && error.code === 'SPENDING_NEEDS_CODE') change({ type: 'right', right: 'CODE' })
      if (error instanceof ApiError && error.code === 'SPENDING_NEEDS_CARD') change({ type: 'right', right: 'NEVER' })
      void quoteQuery.refetch()
    } finally {
      setBusy(false)
    }
  }

  const failed = !offline && Boolean(quoteQuery.error)
  // A key pressed right after another must see what that one changed, not an earlier picture of the sale.
  const latest = useLatest(commit)
  const commitNow = useCallback(() => latest.current(), [latest])
  useEffect(() => {
    if (hurry && ready) void commitNow()
    else if (hurry && failed && !scan.isPending) setHurry(false)
  }, [hurry, ready, failed, scan.isPending, commitNow])

  return {
    sale,
    dispatch,
    outcome,
    busy: busy || hurry,
    identify,
    scanning: scan.isPending,
    scanError: scan.error,
    commit: commitNow,
    commitError,
    next,
    quote,
    quoteError: offline ? null : quoteQuery.error,
    offline,
    canCommit: !busy && ready && request !== undefined,
    counting: request !== undefined && !fresh && !offline,
  }
}

export type Till = ReturnType<typeof useTill>
