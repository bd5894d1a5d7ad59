import { useState } from 'react'
import type { Schemas } from '@/base/api/client'

/** A sign-up that waits for its code, or for what the person does elsewhere. */
export type Pending = {
  signUpId: string
  phone: string
  expiresAt: number
  resendAt: number
  startedAt: number
  body: Schemas['SignUp']
  proof?: Schemas['ProofWay']
  secret?: string
  link?: string
  call?: string
}

/** One without a code. */
export type PendingProof = Pending & { proof: 'MAX' | 'TELEGRAM' | 'CALL'; secret: string }

export function isProof(pending: Pending): pending is PendingProof {
  return pending.proof !== undefined && pending.proof !== 'SMS' && pending.secret !== undefined
}

const DEFAULT_RESEND_SECONDS = 30

export function pendingOf(answer: Schemas['SignUpStarted'], body: Schemas['SignUp'], startedAt: number): Pending {
  return {
    signUpId: answer.signUpId,
    phone: answer.phone,
    expiresAt: Date.parse(answer.expiresAt),
    resendAt: Date.now() + (answer.resendAfterSeconds ?? DEFAULT_RESEND_SECONDS) * 1000,
    startedAt,
    body,
    proof: answer.proof,
    secret: answer.secret,
    link: answer.link,
    call: answer.call,
  }
}

export function readPending(slug: string, now: number): Pending | undefined {
  try {
    const saved = JSON.parse(sessionStorage.getItem(key(slug)) ?? 'null') as Pending | null
    return saved && saved.expiresAt > now ? saved : undefined
  } catch {
    return undefined
  }
}

/** Survives what a phone does while its owner reads the SMS: the browser may drop the page and load it again. */
export function usePending(slug: string) {
  const [pending, setPending] = useState(() => readPending(slug, Date.now()))
  return [
    pending,
    (next: Pending | undefined) => {
      try {
        if (next) sessionStorage.setItem(key(slug), JSON.stringify(next))
        else sessionStorage.removeItem(key(slug))
      } catch {
        // then only in this page's memory
      }
      setPending(next)
    },
  ] as const
}

function key(slug: string) {
  return `kartela.sign-up.${slug}`
}
