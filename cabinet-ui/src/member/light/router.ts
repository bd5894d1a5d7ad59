import { useSyncExternalStore } from 'react'

export type Place =
  | { page: 'join'; slug: string }
  | { page: 'text'; slug: string; kind: 'terms' | 'privacy' }
  | { page: 'card'; token: string }
  | { page: 'place'; token: string }
  | { page: 'refuse'; name: string }
  | { page: 'review'; name: string }
  | { page: 'certificate'; link: string }
  | { page: 'mine' }
  | { page: 'nowhere' }

/** A few addresses do not need a router's kilobytes. */
export function placeOf(path: string): Place {
  const text = /^\/join\/([^/]+)\/(terms|privacy)\/?$/.exec(path)
  const slug = text?.[1] && decode(text[1])
  if (slug) return { page: 'text', slug, kind: text?.[2] === 'terms' ? 'terms' : 'privacy' }
  const refuse = /^\/u\/([^/]+)\/?$/.exec(path)
  const name = refuse?.[1] && decode(refuse[1])
  if (name) return { page: 'refuse', name }
  const review = /^\/r\/([^/]+)\/?$/.exec(path)
  const asked = review?.[1] && decode(review[1])
  if (asked) return { page: 'review', name: asked }
  const own = /^\/c\/([^/]+)\/place\/?$/.exec(path)
  const token = own?.[1] && decode(own[1])
  if (token) return { page: 'place', token }
  const certificate = /^\/g\/([^/]+)\/?$/.exec(path)
  const link = certificate?.[1] && decode(certificate[1])
  if (link) return { page: 'certificate', link }
  const match = /^\/(join|c)\/([^/]+)\/?$/.exec(path)
  if (!match?.[2]) return { page: 'nowhere' }
  const id = decode(match[2])
  if (!id) return { page: 'nowhere' }
  if (path === '/c/mine') return { page: 'mine' }
  return match[1] === 'join' ? { page: 'join', slug: id } : { page: 'card', token: id }
}

function decode(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}

const listeners = new Set<() => void>()

/** Replaces the page, so that Back does not lead to a code that was used. */
export function goTo(path: string, state: unknown = null) {
  history.replaceState(state, '', path)
  window.scrollTo(0, 0)
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  window.addEventListener('popstate', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('popstate', listener)
  }
}

export function usePath(): string {
  return useSyncExternalStore(subscribe, () => window.location.pathname)
}
