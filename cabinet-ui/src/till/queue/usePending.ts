import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { listenForAnswers, register } from '../api/registerClient'
import { type PendingReceipt, ReceiptQueue } from './ReceiptQueue'

const FIRST_RETRY_MS = 2000
const LAST_RETRY_MS = 30_000

/** The queue of one register, sent again by itself: at start, when the network comes back, and every few seconds. */
export function usePending(registerId: string): { queue: ReceiptQueue; pending: readonly PendingReceipt[] } {
  const storageKey = `kartela.till.receipts.${registerId}`
  const queue = useMemo(() => new ReceiptQueue(localStorage, storageKey, register.commit), [storageKey])
  const pending = useSyncExternalStore(queue.subscribe, queue.snapshot)

  useEffect(() => {
    let delay = FIRST_RETRY_MS
    let timer: ReturnType<typeof setTimeout>
    const waiting = () => queue.snapshot().some((entry) => entry.state === 'waiting')

    async function round() {
      if (waiting()) {
        await queue.flush()
        delay = waiting() ? Math.min(delay * 1.6, LAST_RETRY_MS) : FIRST_RETRY_MS
      }
      timer = setTimeout(round, delay)
    }
    function soon() {
      if (waiting()) void queue.flush()
    }
    function otherTab(event: StorageEvent) {
      if (event.key === storageKey) queue.reload()
    }

    void round()
    const unlisten = listenForAnswers(soon)
    window.addEventListener('online', soon)
    window.addEventListener('storage', otherTab)
    return () => {
      clearTimeout(timer)
      unlisten()
      window.removeEventListener('online', soon)
      window.removeEventListener('storage', otherTab)
    }
  }, [queue, storageKey])

  return { queue, pending }
}
