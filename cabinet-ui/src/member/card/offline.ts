const CACHE = 'kartela-card-1'
let done = false

/**
 * Makes the page installable and lets it open without a network: the service worker (public/sw.js) answers from this cache.
 * The card's own data is in the snapshot, not here.
 */
export async function keepForOffline(token: string, shopName: string, color: string) {
  if (done || !import.meta.env.PROD || !('serviceWorker' in navigator) || !('caches' in window)) return
  done = true
  // The shop's own name and colour. It begins with this card: an iPhone's home-screen page has a storage of its own and knows no other.
  const app = `/api/v1/public/cards/${token}/app`
  addToHead('link', { rel: 'manifest', href: app })
  addToHead('meta', { name: 'theme-color', content: color })
  addToHead('link', { rel: 'apple-touch-icon', href: `${app}/icons/180` })
  addToHead('meta', { name: 'apple-mobile-web-app-title', content: shopName })
  addToHead('meta', { name: 'robots', content: 'noindex' })
  try {
    await navigator.serviceWorker.register('/sw.js', { scope: '/c/' })
    const files = performance
      .getEntriesByType('resource')
      .map((entry) => new URL(entry.name))
      .filter((url) => url.origin === window.location.origin && url.pathname.startsWith('/assets/'))
      .map((url) => url.pathname)
    const cache = await caches.open(CACHE)
    const page = await fetch(window.location.pathname)
    if (page.ok) await cache.put('/c/', page)
    await cache.addAll(files)
    const wanted = new Set(['/c/', ...files])
    for (const request of await cache.keys()) {
      if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request)
    }
  } catch {
    // storage forbidden or the network gone meanwhile: the page works, it only needs the network next time
    done = false
  }
}

function addToHead(tag: 'link' | 'meta', attributes: Record<string, string>) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value)
  document.head.append(element)
}
