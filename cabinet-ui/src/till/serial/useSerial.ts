import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useLatest } from '@/base/hooks/useLatest'
import { SerialReader, type SerialState } from './SerialReader'
import { webSerial } from './webSerial'

const nothing = () => () => {}
const off = (): SerialState => 'off'

/** The scanner at a serial port, where the browser can reach one; its readings go where the wedge's go. */
export function useSerial(onScan: (text: string) => void, enabled: boolean) {
  const latest = useLatest({ onScan, enabled })
  const reader = useMemo(() => {
    const serial = webSerial()
    if (!serial) return undefined
    return new SerialReader(serial, localStorage, 'kartela.till.serial', (text) => {
      if (latest.current.enabled) latest.current.onScan(text)
    })
  }, [latest])
  useEffect(() => reader?.start(), [reader])
  const state = useSyncExternalStore(reader?.subscribe ?? nothing, reader?.snapshot ?? off)
  return { reader, state }
}
