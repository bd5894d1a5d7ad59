import type { Schemas } from '@/base/api/client'
import { ApiError } from '@/base/api/problem'

export const CODE_LENGTH = 6

/** A code that is on its way to a phone. */
export type SentCode = {
  phone: string
  expiresAt: string
  resendAfterSeconds: number
  resendAt: number
  /** Where the customer finds it; absent: in a text. */
  way?: Schemas['ProofWay']
}

/** What the service answered at `now`, by this device's clock. */
export function sentCode<S extends Omit<SentCode, 'resendAt'>>(sent: S, now: number): S & SentCode {
  return { ...sent, resendAt: now + sent.resendAfterSeconds * 1000 }
}

/** Whole seconds until something may be done; 0 = now. */
export function secondsUntil(at: number, now: number): number {
  return Math.max(0, Math.ceil((at - now) / 1000))
}

/** Seconds for which the service still wants a refused request not to be repeated; 0 = now. */
export function refusedFor(request: { error: unknown; submittedAt: number }, now: number): number {
  const patience = request.error instanceof ApiError ? request.error.retryAfterSeconds : undefined
  return patience ? secondsUntil(request.submittedAt + patience * 1000, now) : 0
}

/** No further try can help: only a new code can. */
export function isDead(error: unknown): boolean {
  return error instanceof ApiError && ['CODE_EXPIRED', 'SPEND_CODE_NOT_FOUND', 'SIGN_UP_NOT_FOUND'].includes(error.code)
}

/** Digits of what was typed or pasted; one more than a code has, so that a scan is not taken for one. */
export function digitsOf(text: string): string {
  return text.replace(/\D/g, '').slice(0, CODE_LENGTH + 1)
}
