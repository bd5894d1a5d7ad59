import createClient, { type Middleware } from 'openapi-fetch'
import { currentLocale } from '../i18n/locale'
import type { components, paths } from './schema'

export type Schemas = components['schemas']

type SimulatorPaths = { [P in keyof paths as P extends `/simulator${string}` ? P : never]: paths[P] }
type ServicePaths = Omit<paths, keyof SimulatorPaths>

const language: Middleware = {
  onRequest({ request }) {
    request.headers.set('Accept-Language', currentLocale())
    return request
  },
}

/** Cabinet and public calls: the session is a same-origin cookie. */
export const api = createClient<ServicePaths>({ baseUrl: '/api/v1', credentials: 'same-origin' })
api.use(language)

/** The demo's simulator, outside /api/v1. */
export const simulator = createClient<SimulatorPaths>({ baseUrl: '/' })
simulator.use(language)

/**
 * A client that signs in with a register's key (the till). `onAnswer` sees every answer and when its question was sent
 * (by this machine's clock), e.g. to learn the service's clock.
 */
export function createRegisterClient(
  key: () => string | null,
  onAnswer?: (response: Response, sentMs: number) => void,
) {
  const sent = new Map<string, number>()
  const client = createClient<ServicePaths>({ baseUrl: '/api/v1', credentials: 'omit' })
  client.use(language, {
    onRequest({ request, id }) {
      sent.set(id, Date.now())
      const value = key()
      if (value) request.headers.set('Authorization', `Bearer ${value}`)
      return request
    },
    onResponse({ response, id }) {
      onAnswer?.(response, sent.get(id) ?? Date.now())
      sent.delete(id)
    },
    onError({ id }) {
      sent.delete(id)
    },
  })
  return client
}

/** A key for one write; kept and sent again with every retry of the same write. */
export function newIdempotencyKey(): string {
  // randomUUID exists in secure contexts only; a till may be served over plain http in a shop's own network.
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
