import { useState } from 'react'
import { ApiError } from '@/base/api/problem'
import { useInviter } from '@/base/api/queries/publicCard'

/** The signs of a code, as long as it can be one: worth asking whose it is. */
const COMPLETE = /^(?:[^\s-]{8}|[^\s-]{12})$/u

/** The code in the page's own address. */
export function codeInAddress(search: string): string {
  return new URLSearchParams(search).get('invite')?.trim().slice(0, 300) ?? ''
}

/** What may be asked of the service: a whole code or a pasted link; nothing while somebody is typing. */
export function askable(typed: string): string {
  const text = typed.trim()
  if (text.includes('invite=')) return text
  return COMPLETE.test(text.replace(/[\s.\p{Pd}]+/gu, '')) ? text : ''
}

export type Invitation = {
  typed: string
  type: (typed: string) => void
  /** Whose code it is: `name` may be missing even then. */
  known?: { name?: string }
  /** The service knows no such code. */
  unknown: boolean
}

/** The code somebody came with or types, and who invites by it. No answer at all is no reason to say anything. */
export function useInvitation(slug: string, initial: string): Invitation {
  const [typed, type] = useState(initial)
  const inviter = useInviter(slug, askable(typed))
  const unknown = inviter.error instanceof ApiError && inviter.error.status === 404
  return { typed, type, known: inviter.data && { name: inviter.data.inviterName }, unknown }
}
