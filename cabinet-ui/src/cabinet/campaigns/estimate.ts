import type { Schemas } from '@/base/api/client'

type Channel = Pick<Schemas['Channel'], 'kind' | 'use'>
type Way = NonNullable<Schemas['Audience']['beside']>[number]

/** What sending is going to take. */
export type Estimate = {
  card: number
  ways: Array<{ kind: Way['kind']; members: number }>
  /** Minor units, at most. */
  cost: number
  minutes: number
  /** What all of them would cost by text message; none: the shop has no gateway that costs. */
  allBySms: number | undefined
}

/** To how many it goes when a share of those it can reach is held out. */
export const recipientsOf = (reached: number, percent: number) => reached - Math.round((reached * percent) / 100)

/** @param percent so many are held out, of every way alike */
export function estimateOf(
  audience: Pick<Schemas['Audience'], 'withWallet' | 'beside'>,
  channels: readonly Channel[],
  parts: number,
  percent: number,
): Estimate {
  const share = (count: number) => Math.round((count * (100 - percent)) / 100)
  const ways = (audience.beside ?? []).map(({ kind, members }) => ({ kind, members: share(members) }))
  const reached = ways.length > 0 ? (audience.beside ?? []).reduce((all, { members }) => all + members, 0) : 0
  const beside = ways.reduce((all, { members }) => all + members, 0)
  // What rounding leaves over goes to the card: the ways add up to what is said elsewhere.
  const card = Math.max(0, recipientsOf(audience.withWallet + reached, percent) - beside)
  const cost = (audience.beside ?? []).reduce((all, way) => all + share(way.cost), 0)
  const paces = ways.map(({ kind, members }) => {
    const pace = channels.find((one) => one.kind === kind)?.use.perMinute ?? 0
    return pace > 0 ? members / pace : 0
  })
  const everybody = card + beside
  return { card, ways, cost, minutes: Math.max(0, ...paces), allBySms: allBySms(channels, everybody, parts) }
}

/** What so many text messages would cost by the shop's own gateway. */
export function allBySms(channels: readonly Channel[], members: number, parts: number): number | undefined {
  const price = channels.find(({ kind }) => kind === 'SMS')?.use.price ?? 0
  return price > 0 ? members * parts * price : undefined
}
