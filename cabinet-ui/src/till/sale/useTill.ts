import { useCallback, useEffect, useReducer, useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { useLatest } from '@/base/hooks/useLatest'
import { useScan } from '../api/queries'
import type { ReceiptQueue } from '../queue/ReceiptQueue'
import { newSale, type SaleAction, saleReducer } from './sale'
import { play } from './sound'
import { useBooking } from './useBooking'
import { useIdentifying } from './useIdentifying'
import { useSaleQuote } from './useSaleQuote'

/** The whole work on one customer: identify, enter, quote, commit, next. */
export function useTill(queue: ReceiptQueue) {
  const [sale, change] = useReducer(saleReducer, newSale('goods'))
  /** The cashier was faster than the answer about the card or the price: commit as soon as it is there. */
  const [hurry, setHurry] = useState(false)
  const scan = useScan()
  const { request, quote, fresh, offline, error: quoteError, askAgain } = useSaleQuote(sale)
  const { outcome, busy, error: commitError, book, forgive, reset } = useBooking(queue, refused)
  const ready = !scan.isPending && (fresh || offline)

  const dispatch = useCallback((action: SaleAction) => {
    setHurry(false)
    change(action)
  }, [])

  const next = useCallback(() => {
    dispatch({ type: 'reset' })
    reset()
    scan.reset()
  }, [dispatch, reset, scan.reset])

  const { identify, lookFor, choose, ...looking } = useIdentifying(scan, {
    before: () => outcome && next(),
    found: (member) => {
      change({ type: 'member', member })
      forgive()
      play('found')
    },
    failed: () => {
      setHurry(false)
      play('error') // shown beside the field
    },
  })

  async function commit() {
    if (busy || outcome) return
    setHurry(!ready && request !== undefined && (scan.isPending || !quoteError))
    if (ready) await book(sale, quote)
  }

  function refused(error: unknown) {
    const right = rightAfter(error)
    if (right) change({ type: 'right', right })
    askAgain()
  }

  const commitNow = useCommitInTime(commit, { hurry, ready, failed: Boolean(quoteError) && !scan.isPending }, setHurry)
  return {
    sale,
    dispatch,
    outcome,
    busy: busy || hurry,
    identify: useReading(identify, dispatch, outcome ? next : undefined),
    lookFor,
    choose,
    ...looking,
    commit: commitNow,
    commitError,
    next,
    quote,
    quoteError,
    offline,
    canCommit: !busy && ready && request !== undefined,
    counting: request !== undefined && !fresh && !offline,
  }
}

type Identify = ReturnType<typeof useIdentifying>['identify']

/** What a reader gave, or was typed where cards are: a card, or a promo code or certificate, which say so themselves. */
function useReading(
  identify: Identify,
  dispatch: (action: SaleAction) => void,
  next: (() => void) | undefined,
): Identify {
  return useCallback(
    (text, by, symbology) => {
      const code = promoCode(text)
      const certificate = certificateCode(text)
      if (code === undefined && certificate === undefined) return identify(text, by, symbology)
      next?.()
      if (code !== undefined) dispatch({ type: 'code', code })
      if (certificate !== undefined) dispatch({ type: 'certificate', code: certificate })
      play('found')
      return Promise.resolve(undefined)
    },
    [identify, dispatch, next],
  )
}

/** The code in a text that is a promo code's barcode. */
export function promoCode(text: string): string | undefined {
  return /^promo:(.+)$/i.exec(text.trim())?.[1]
}

/** The code in a text that is a gift certificate's barcode. */
export function certificateCode(text: string): string | undefined {
  return /^cert:(.+)$/i.exec(text.trim())?.[1]
}

/** The code was used up, ran out, or the owner asks for more now. */
function rightAfter(error: unknown): 'CODE' | 'NEVER' | undefined {
  if (!(error instanceof ApiError)) return undefined
  if (error.code === 'SPENDING_NEEDS_CODE') return 'CODE'
  return error.code === 'SPENDING_NEEDS_CARD' ? 'NEVER' : undefined
}

type Waiting = { hurry: boolean; ready: boolean; failed: boolean }

/** Commits what was asked for too early as soon as it can be, or gives up when the price did not come. */
function useCommitInTime(
  commit: () => Promise<void>,
  { hurry, ready, failed }: Waiting,
  setHurry: (hurry: boolean) => void,
) {
  // A key pressed right after another must see what that one changed, not an earlier picture of the sale.
  const latest = useLatest(commit)
  const commitNow = useCallback(() => latest.current(), [latest])
  useEffect(() => {
    if (hurry && ready) void commitNow()
    else if (hurry && failed) setHurry(false)
  }, [hurry, ready, failed, commitNow, setHurry])
  return commitNow
}

export type Till = ReturnType<typeof useTill>
