import { type ComponentType, lazy } from 'react'

/** How long a page has stood before its rarer parts are fetched; nobody asks for them that soon. */
const REST = 2000

/**
 * A part that need not be there when the page comes up. It is fetched once the page has come to rest, so that it is there without a
 * network, or as soon as somebody asks for it. Stands in a Suspense.
 */
export function later<P extends object>(load: () => Promise<{ default: ComponentType<P> }>) {
  const soon = () => void setTimeout(() => load().catch(() => undefined), REST)
  window.addEventListener('load', soon, { once: true })
  return lazy(load)
}
