import type { Schemas } from '@/base/api/client'

type Member = Schemas['ScanResult']

/** The card was read, or a code came back from the customer's phone: only then a receipt is given to the card. */
export function isThere(member: Member, right: Member['spending']): boolean {
  return member.presence === 'CARD' || (member.spending === 'CODE' && right === 'FREE')
}

/** A receipt without a card of which nothing came back, and its day goes on. */
export function mayBeGiven(receipt: Schemas['Receipt'], zone: string, now: Date): boolean {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' })
  return !receipt.memberId && receipt.returns.length === 0 && day.format(new Date(receipt.at)) === day.format(now)
}
