import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { useLatest } from '@/base/hooks/useLatest'
import { SerialReader, type SerialState } from './SerialReader'
import { webSerial } from './webSerial'

const nothing = () => () => {}
const off = (): SerialState => 'off'

/** Who hears the scanner instead of the sale, the last that came first. */
const over: ((text: string) => void)[] = []

/** What lies over the sale and reads cards of its own hears the scanner at the serial port for as long. */
export function useSerialOver(onScan: (text: string) => void, enabled: boolean) {
  const latest = useLatest(onScan)
  useEffect(() => {
    if (!enabled) return
    const hear = (text: string) => latest.current(text)
    over.push(hear)
    return () => {
      over.splice(over.indexOf(hear), 1)
    }
  }, [latest, enabled])
}

/** The scanner at a serial port, where the browser can reach one; its readings go where the wedge's go. */
export function useSerial(onScan: (text: string) => void, enabled: boolean) {
  const latest = useLatest({ onScan, enabled })
  const reader = useMemo(() => {
    const serial = webSerial()
    if (!serial) return undefined
    return new SerialReader(serial, localStorage, 'kartela.till.serial', (text) => {
      const above = over.at(-1)
      if (above) above(text)
      else if (latest.current.enabled) latest.current.onScan(text)
    })
  }, [latest])
  useEffect(() => reader?.start(), [reader])
  const state = useSyncExternalStore(reader?.subscribe ?? nothing, reader?.snapshot ?? off)
  return { reader, state }
}
