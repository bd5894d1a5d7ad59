import type { Schemas } from '@/base/api/client'

export type Known = {
  /** Null: not for this role. */
  channels: readonly Schemas['ChannelKind'][] | null
  automations: ReadonlyArray<{ kind: Schemas['AutomationKind']; on: boolean }>
  /** Bonuses that burn within a week, minor units. */
  burning: number
  /** Members who bought often and have stopped. */
  leaving: number
}

export const ADVICE = ['noChannel', 'burning', 'leaving'] as const
export type Advice = (typeof ADVICE)[number]

/** What may be done about what is known, the most pressing first, less what somebody has put away. */
export function advise(
  { channels, automations, burning, leaving }: Known,
  putAway: readonly string[],
): Advice | undefined {
  const runs = (kind: Schemas['AutomationKind']) => automations.some((one) => one.kind === kind && one.on)
  const wanted: Record<Advice, boolean> = {
    noChannel: channels?.length === 0,
    burning: burning > 0 && !runs('BURN_WARNING'),
    leaving: leaving > 0 && !runs('WIN_BACK'),
  }
  return ADVICE.find((advice) => wanted[advice] && !putAway.includes(advice))
}
