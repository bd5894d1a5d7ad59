import type { Schemas } from '@/base/api/client'

type Subscription = Pick<Schemas['WebSubscription'], 'endpoint' | 'p256dh' | 'auth' | 'key'>

/** Notices were not allowed: by the person, or by the browser's own push service. */
export class NotAllowed extends Error {
  constructor(readonly why: 'denied' | 'failed') {
    super(why)
  }
}

const DEMO = 'kartela.demo-browser'
/** Cards of which this browser shows notices: the service worker (public/sw.js) reads them when the browser renews its subscription. */
const CARDS = 'kartela-push-1'

/** Whether this browser can show notices of the page at all: an iPhone only from the home screen. */
export function canShow(): boolean {
  return import.meta.env.PROD && 'serviceWorker' in navigator && 'Notification' in window && 'PushManager' in window
}

export function isForbidden(): boolean {
  return canShow() && Notification.permission === 'denied'
}

/** With the simulator its push service stands in for the browser's own, which it could not reach. */
function demoBrowser(): Subscription | undefined {
  try {
    return (JSON.parse(localStorage.getItem(DEMO) ?? 'null') as Subscription | null) ?? undefined
  } catch {
    return undefined
  }
}

async function registration() {
  return (await navigator.serviceWorker.getRegistration('/c/')) ?? (await navigator.serviceWorker.ready)
}

/** Where this browser is written to now; undefined when it is not. */
export async function endpointNow(demo: boolean): Promise<string | undefined> {
  if (!canShow()) return undefined
  if (demo) return demoBrowser()?.endpoint
  const known = await navigator.serviceWorker.getRegistration('/c/')
  return (await known?.pushManager.getSubscription())?.endpoint
}

/** By what the service knows this browser. */
export async function nameOf(endpoint: string): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)))
  return btoa(String.fromCharCode(...hash))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}

/** Asks the person, then the browser; must be called by a click. */
export async function subscribe(key: string, demo?: (key: string) => Promise<Omit<Subscription, 'key'>>) {
  if ((await Notification.requestPermission()) !== 'granted') throw new NotAllowed('denied')
  if (demo) {
    const known = demoBrowser()
    if (known?.key === key) return known
    const given = await demo(key)
    const made = { endpoint: given.endpoint, p256dh: given.p256dh, auth: given.auth, key }
    localStorage.setItem(DEMO, JSON.stringify(made))
    return made
  }
  try {
    const { pushManager } = await registration()
    const old = await pushManager.getSubscription()
    if (old && keyOf(old) !== key) await old.unsubscribe()
    const made = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
    const { endpoint, keys } = made.toJSON()
    return { endpoint: endpoint ?? '', p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '', key }
  } catch {
    throw new NotAllowed('failed')
  }
}

function keyOf(subscription: PushSubscription): string {
  const key = subscription.options.applicationServerKey
  return key
    ? btoa(String.fromCharCode(...new Uint8Array(key)))
        .replaceAll('+', '-')
        .replaceAll('/', '_')
        .replaceAll('=', '')
    : ''
}

/** Kept for the service worker, which has no other way to know whose notices come here. */
export async function remember(token: string, locale: string) {
  await (await caches.open(CARDS)).put(`/c/${token}`, new Response(locale))
}

export async function forget(token: string) {
  await (await caches.open(CARDS)).delete(`/c/${token}`)
}
