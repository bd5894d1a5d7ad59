/** What a card knows of its member and may show; the service's list, in the order people look for it. */
export const FACTS = [
  'balance',
  'tier',
  'nextTier',
  'remaining',
  'percent',
  'burn.amount',
  'burn.date',
  'pending',
  'debt',
  'member',
  'number',
  'shop',
  'program',
  'news',
  'operations',
  'terms',
  'valid.until',
  'cardPage',
  'shopPage',
  'invite',
  'inviteCode',
] as const
export type Fact = (typeof FACTS)[number]

export function isFact(word: string | undefined): word is Fact {
  return FACTS.some((fact) => fact === word)
}

/** Facts that a member may lack; a field can depend on them. */
export const SOMETIMES: readonly Fact[] = [
  'debt',
  'pending',
  'burn.amount',
  'nextTier',
  'news',
  'operations',
  'valid.until',
  'invite',
]
