import type { Schemas } from '@/base/api/client'

type Card = Schemas['Card']
export type Snapshot = { at: number; card: Card }

const LAST = 'kartela.last-card'

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
    localStorage.setItem(LAST, card.token)
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

/** The card that was open last on this device: what the page on the home screen begins with. */
export function lastToken(): string | undefined {
  try {
    return localStorage.getItem(LAST) ?? undefined
  } catch {
    return undefined
  }
}

function key(token: string) {
  return `kartela.card.${token}`
}
