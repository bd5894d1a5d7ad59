// The member's card without a network, and the shop's notices. The page itself fills the cache (src/member/card/offline.ts); this answers from it.
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

self.addEventListener('push', (event) => {
  let said = {}
  try {
    said = event.data?.json() ?? {}
  } catch {
    // nothing that we sent: browsers want something shown all the same
  }
  const page = /^\/c\/[0-9a-z-]+$/.test(said.page ?? '') ? said.page : '/c/mine'
  const icon = page === '/c/mine' ? '/icon-192.png' : `/api/v1/public/cards/${page.slice(3)}/app/icons/192`
  event.waitUntil(
    self.registration.showNotification(said.title ?? 'Kartela', {
      body: said.text ?? '',
      // The same words twice are shown once.
      tag: said.tag,
      lang: said.lang,
      icon,
      data: page,
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const page = new URL(event.notification.data, self.location.origin).href
  event.waitUntil(
    self.clients.matchAll({ type: 'window' }).then((open) => {
      const there = open.find((client) => client.url === page)
      return there ? there.focus() : self.clients.openWindow(page)
    }),
  )
})

// The browser gave itself another address: all cards whose notices come here are told (src/member/card/notices.ts keeps which).
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(changed(event.oldSubscription, event.newSubscription))
})

async function changed(before, after) {
  const key = before?.options.applicationServerKey
  const now =
    after ?? (key && (await self.registration.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })))
  if (!now) return
  const { endpoint, keys } = now.toJSON()
  const bytes = new Uint8Array(now.options.applicationServerKey)
  const text = btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
  const cards = await caches.open('kartela-push-1')
  for (const card of await cards.keys()) {
    const lang = await (await cards.match(card)).text()
    const body = { endpoint, p256dh: keys.p256dh, auth: keys.auth, key: text, lang, ...(before ? { replaces: before.endpoint } : {}) }
    await fetch(`/api/v1/public/cards/${new URL(card.url).pathname.slice(3)}/web-push`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
  }
}
