import { useEffect, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useStorePhone } from '@/base/api/queries/simulator'
import { useLocale } from '@/base/i18n/locale'

const AGAIN_AFTER = 3000
const ASK_EVERY = 1500

/** Connections this page may keep open: browsers allow six to a host, and all tabs share them. */
let free = 3

/**
 * Keeps one phone's state live. A hidden page lets its connection go, and a page of many phones asks for those that got none:
 * open connections alone would otherwise starve everything else, this page's own buttons included.
 *
 * @param ask asks for the phone anew: with every (re)connection, and now and then where there is no connection
 */
export function usePhoneEvents(phoneId: string, ask: () => Promise<boolean>): boolean {
  const store = useStorePhone()
  const locale = useLocale()
  const [online, setOnline] = useState(false)
  useEffect(() => {
    let source: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined
    let asking = false
    let gone = false

    function open() {
      clearTimeout(again)
      if (document.hidden || source || asking) return
      if (free === 0) {
        asking = true
        void ask().then((answered) => {
          asking = false
          if (gone) return
          setOnline(answered)
          again = setTimeout(open, ASK_EVERY)
        })
        return
      }
      free -= 1
      source = new EventSource(`/simulator/phones/${encodeURIComponent(phoneId)}/events?lang=${locale}`)
      source.addEventListener('open', () => {
        setOnline(true)
        void ask()
      })
      source.addEventListener('phone', (event) => {
        void store(JSON.parse((event as MessageEvent<string>).data) as Schemas['Phone'])
      })
      source.addEventListener('error', () => {
        setOnline(false)
        // The browser itself reconnects after a lost connection, but not after a refusal.
        if (source?.readyState !== EventSource.CLOSED) return
        close()
        again = setTimeout(open, AGAIN_AFTER)
      })
    }
    function close() {
      clearTimeout(again)
      if (!source) return
      free += 1
      source.close()
      source = undefined
    }
    const onVisibility = () => (document.hidden ? close() : open())

    open()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', onVisibility)
      close()
    }
  }, [phoneId, locale, store, ask])
  return online
}
