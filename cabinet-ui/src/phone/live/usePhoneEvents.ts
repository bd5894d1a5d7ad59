import { useEffect, useState } from 'react'
import type { Schemas } from '@/base/api/client'
import { useStorePhone } from '@/base/api/queries/simulator'
import { useLocale } from '@/base/i18n/locale'

const AGAIN_AFTER = 3000

/**
 * Keeps one phone's state live. A hidden page lets its connection go: browsers allow only six to a host, and several tabs of this
 * page would otherwise starve each other.
 *
 * @param onOpen called with every (re)connection: what happened in between must be asked for
 */
export function usePhoneEvents(phoneId: string, onOpen: () => void): boolean {
  const store = useStorePhone()
  const locale = useLocale()
  const [online, setOnline] = useState(false)
  useEffect(() => {
    let source: EventSource | undefined
    let again: ReturnType<typeof setTimeout> | undefined

    function open() {
      if (document.hidden || source) return
      source = new EventSource(`/simulator/phones/${encodeURIComponent(phoneId)}/events?lang=${locale}`)
      source.addEventListener('open', () => {
        setOnline(true)
        onOpen()
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
      source?.close()
      source = undefined
    }
    const onVisibility = () => (document.hidden ? close() : open())

    open()
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      document.removeEventListener('visibilitychange', onVisibility)
      close()
    }
  }, [phoneId, locale, store, onOpen])
  return online
}
