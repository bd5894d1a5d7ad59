import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'

export type CashierSession = Pick<Schemas['CashierSession'], 'session' | 'cashierId' | 'name'>

const NAME = 'kartela.till.cashier'
const LAST = 'kartela.till.lastCashier'
const OVER = ['CASHIER_SESSION_OVER', 'CASHIER_REQUIRED']

const listeners = new Set<() => void>()
let current: CashierSession | null = read()

function read(): CashierSession | null {
  try {
    return JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as CashierSession | null
  } catch {
    return null
  }
}

/** Who works at this till: for this tab only, and forgotten with it. */
export const cashierSession = {
  get: (): CashierSession | null => current,
  /** Who worked here last, so that the screen asks for the PIN at once. */
  last: (): string | null => localStorage.getItem(LAST),
  set(session: CashierSession) {
    current = session
    sessionStorage.setItem(NAME, JSON.stringify(session))
    localStorage.setItem(LAST, session.cashierId)
    announce()
  },
  clear() {
    current = null
    sessionStorage.removeItem(NAME)
    announce()
  },
  subscribe(listener: () => void): () => void {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}

function announce() {
  for (const listener of listeners) listener()
}

/** The service wants the PIN (again): the session ended elsewhere, or the owner asks for it now. */
export function wantsPin(error: unknown): boolean {
  return error instanceof ApiError && OVER.includes(error.code)
}

/** Passes an answer on; a session that is over is forgotten, so that the till asks for the PIN. */
export async function withCashier<T>(call: (token: string | undefined) => Promise<T>): Promise<T> {
  const before = current
  try {
    return await call(before?.session)
  } catch (error) {
    if (wantsPin(error) && current === before) cashierSession.clear()
    throw error
  }
}
