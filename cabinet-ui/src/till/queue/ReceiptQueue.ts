import type { Schemas } from '@/base/api/client'
import { ApiError, isRetryable } from '@/base/api/problem'
import { wantsPin } from '../api/cashierSession'

/** A receipt that the service has not acknowledged yet. Key and body never change: a retry is the same write. */
export type PendingReceipt = {
  key: string
  body: Schemas['ReceiptRequest']
  /** The session of the cashier who made it. */
  cashier?: string | null
  memberName: string | null
  toPay: number
  savedAt: string
  state: 'waiting' | 'refused'
  reason?: string
}

export type Outcome = { kind: 'committed'; receipt: Schemas['Receipt'] } | { kind: 'queued'; pending: PendingReceipt }

type Send = (key: string, body: Schemas['ReceiptRequest'], cashier?: string | null) => Promise<Schemas['Receipt']>

/**
 * Keeps every receipt in the browser's storage from before the first attempt until the service acknowledged it, so that neither
 * a cut network nor a closed tab loses one; the idempotency key makes repeated sending book it once.
 */
export class ReceiptQueue {
  private entries: readonly PendingReceipt[]
  private readonly listeners = new Set<() => void>()
  private flushing: Promise<void> | undefined
  private persistent = true
  /** Being sent right now by `submit`; a flush at the same time leaves them alone. */
  private readonly inFlight = new Set<string>()

  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem'>,
    private readonly storageKey: string,
    private readonly send: Send,
  ) {
    this.entries = this.read()
  }

  readonly snapshot = (): readonly PendingReceipt[] => this.entries

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Another tab of this till changed the storage. */
  readonly reload = () => {
    this.entries = this.read()
    this.announce()
  }

  /** Saves, then sends. A clear refusal is thrown and the receipt forgotten: the cashier is there and decides. */
  async submit(pending: Omit<PendingReceipt, 'state' | 'reason'>): Promise<Outcome> {
    const entry: PendingReceipt = { ...pending, state: 'waiting' }
    this.update((all) => [...all, entry])
    this.inFlight.add(entry.key)
    try {
      const receipt = await this.send(entry.key, entry.body, entry.cashier)
      this.remove(entry.key)
      return { kind: 'committed', receipt }
    } catch (error) {
      if (isRetryable(error)) return { kind: 'queued', pending: entry }
      this.remove(entry.key)
      throw error
    } finally {
      this.inFlight.delete(entry.key)
    }
  }

  /** Sends what waits, oldest first; stops at the first that gets no answer. Calls at the same time share one run. */
  flush(): Promise<void> {
    this.flushing ??= this.sendWaiting().finally(() => {
      this.flushing = undefined
    })
    return this.flushing
  }

  /** Tries a refused receipt again, on behalf of whoever is at the till now when its own cashier’s session is over. */
  retry(key: string, cashier?: string | null): Promise<void> {
    this.update((all) =>
      all.map((entry) =>
        entry.key === key ? { ...entry, ...(cashier ? { cashier } : {}), state: 'waiting', reason: undefined } : entry,
      ),
    )
    return this.flush()
  }

  remove(key: string) {
    this.update((all) => all.filter((entry) => entry.key !== key))
  }

  private async sendWaiting() {
    for (const entry of this.entries.filter((candidate) => candidate.state === 'waiting')) {
      if (this.inFlight.has(entry.key)) continue
      try {
        await this.send(entry.key, entry.body, entry.cashier)
        this.remove(entry.key)
      } catch (error) {
        // Signed out or key revoked: the receipt is not to blame, it waits for the next key.
        if (isRetryable(error) || (error instanceof ApiError && error.status === 401 && !wantsPin(error))) return
        const reason = error instanceof Error ? error.message : String(error)
        this.update((all) => all.map((e) => (e.key === entry.key ? { ...e, state: 'refused', reason } : e)))
      }
    }
  }

  private update(change: (all: readonly PendingReceipt[]) => readonly PendingReceipt[]) {
    // Another tab of this till may have written meanwhile; only a page without storage trusts its own list.
    this.entries = change(this.persistent ? this.read() : this.entries)
    try {
      this.storage.setItem(this.storageKey, JSON.stringify(this.entries))
      this.persistent = true
    } catch {
      this.persistent = false // full or forbidden: the list lives in this page
    }
    this.announce()
  }

  private read(): readonly PendingReceipt[] {
    try {
      const parsed: unknown = JSON.parse(this.storage.getItem(this.storageKey) ?? '[]')
      return Array.isArray(parsed) ? (parsed as PendingReceipt[]) : []
    } catch {
      return []
    }
  }

  private announce() {
    for (const listener of this.listeners) listener()
  }
}
