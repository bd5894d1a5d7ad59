import type { Plugin } from 'vite'

/** Which document answers which address; the Java service has the same list (see README.md). */
export function documentFor(path: string): string | undefined {
  if (/^\/cabinet(\/|$)/.test(path)) return '/cabinet.html'
  if (/^\/till(\/|$)/.test(path)) return '/till.html'
  if (/^\/(join|c|r)\/[^/.]+(\/place)?\/?$/.test(path)) return '/member.html'
  if (/^\/phone(\/|$)/.test(path) || path === '/mailbox') return '/phone.html'
  return undefined
}

/** The same rewriting for Vite's own server as the service does for the built files. */
export function pages(): Plugin {
  return {
    name: 'kartela-pages',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const [path = '/', query] = (request.url ?? '/').split('?')
        const document = documentFor(path)
        if (document && !path.includes('.')) request.url = query ? `${document}?${query}` : document
        next()
      })
    },
  }
}
