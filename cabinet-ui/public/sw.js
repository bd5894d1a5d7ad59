// The member's card without a network. The page itself fills the cache (src/member/card/offline.ts); this answers from it.
// Scope: /c/ only. Pages come from the network when there is one, hashed assets from the cache.
const CACHE = 'kartela-card-1'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  if (url.pathname.startsWith('/assets/')) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
  } else if (request.mode === 'navigate' && /^\/c\/[^/.]+\/?$/.test(url.pathname)) {
    event.respondWith(fetch(request).catch(() => caches.open(CACHE).then((c) => c.match('/c/')).then((kept) => kept ?? Response.error())))
  }
})
