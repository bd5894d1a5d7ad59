import type { Schemas } from '@/base/api/client'

type Card = Schemas['Card']
export type Snapshot = { at: number; card: Card }

/** The card as it was last seen on this device: shown at once on a slow network, and when there is none. */
export function readSnapshot(token: string): Snapshot | undefined {
  try {
    const saved = JSON.parse(localStorage.getItem(key(token)) ?? 'null') as Snapshot | null
    return saved?.card?.token === token ? saved : undefined
  } catch {
    return undefined
  }
}

export function keepSnapshot(card: Card, at: number) {
  try {
    localStorage.setItem(key(card.token), JSON.stringify({ at, card } satisfies Snapshot))
  } catch {
    // full or forbidden: then the card needs the network
  }
}

export function forgetSnapshot(token: string) {
  try {
    localStorage.removeItem(key(token))
  } catch {
    // nothing was kept either
  }
}

function key(token: string) {
  return `kartela.card.${token}`
}
