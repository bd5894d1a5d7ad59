import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, simulator } from '@/base/api/client'
import { unwrap } from '@/base/api/problem'
import type { Locale } from '@/base/i18n/locale'
import * as browser from './notices'

const WEEK = 7 * 86_400_000
const keyOf = (token: string) => ['public', 'card', token, 'web-push']
const of = (token: string) => ({ params: { path: { token } } })

/** How it stands with this browser; `demo` is undefined until it is known. */
export function useNotices(token: string, demo: boolean | undefined) {
  return useQuery({
    queryKey: keyOf(token),
    queryFn: async () => {
      const endpoint = await browser.endpointNow(demo ?? false)
      const query = endpoint ? { browser: await browser.nameOf(endpoint) } : {}
      return unwrap(api.GET('/public/cards/{token}/web-push', { params: { path: { token }, query } }))
    },
    enabled: demo !== undefined,
    refetchOnWindowFocus: true,
    retry: false,
  })
}

function useChange<T>(token: string, change: (what: T) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(token) }),
  })
}

/** Takes the key of which the service spoke. */
export function useAllowNotices(token: string, demo: boolean, lang: Locale) {
  return useChange(token, async (key: string) => {
    const replaces = await browser.endpointNow(demo)
    const standIn = (k: string) => unwrap(simulator.POST('/simulator/browsers', { body: { key: k } }))
    const made = await browser.subscribe(key, demo ? standIn : undefined)
    const body = { ...made, lang, ...(replaces && replaces !== made.endpoint ? { replaces } : {}) }
    await unwrap(api.PUT('/public/cards/{token}/web-push', { ...of(token), body }))
    await browser.remember(token, lang)
  })
}

export function useMuteNotices(token: string) {
  return useChange(token, (quiet: boolean) => {
    const until = quiet ? new Date(Date.now() + WEEK).toISOString() : null
    return unwrap(api.PUT('/public/cards/{token}/web-push/mute', { ...of(token), body: { until } }))
  })
}

/** Other cards of this browser keep their notices. */
export function useStopNotices(token: string, demo: boolean) {
  return useChange<void>(token, async () => {
    const endpoint = await browser.endpointNow(demo)
    if (endpoint) await unwrap(api.POST('/public/cards/{token}/web-push/stop', { ...of(token), body: { endpoint } }))
    await browser.forget(token)
  })
}
