import { Frames } from './Frames'
import type { Port, PortInfo, Serial } from './webSerial'

/** `lost`: unplugged, taken up again by itself when it is back; `refused`: another program has the port. */
export type SerialState = 'off' | 'opening' | 'on' | 'lost' | 'refused'

export const BAUD_RATES = [1200, 2400, 4800, 9600, 19_200, 38_400, 57_600, 115_200] as const
const USUAL_BAUD = 9600

type Wanted = { baudRate: number; info: PortInfo }

/**
 * A scanner at a serial port. The browser remembers that the port was granted, this remembers which and how fast, so that the
 * reader works again after a reload and after it was unplugged.
 */
export class SerialReader {
  private state: SerialState = 'off'
  private port: Port | null = null
  private reader: ReadableStreamDefaultReader<Uint8Array> | null = null
  private readonly frames: Frames
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly serial: Serial,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly storageKey: string,
    onFrame: (text: string) => void,
  ) {
    this.frames = new Frames(onFrame)
  }

  readonly snapshot = (): SerialState => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Takes up the port that was chosen before; answers how to stop listening. */
  start(): () => void {
    const connected = (event: { target: unknown }) => void this.connected(event.target as Port)
    this.serial.addEventListener('connect', connected)
    void this.resume()
    return () => {
      this.serial.removeEventListener('connect', connected)
      void this.close()
    }
  }

  get baudRate(): number {
    return this.wanted()?.baudRate ?? USUAL_BAUD
  }

  /** Asks the person for a port; must follow a click. False when they chose none. */
  async choose(baudRate: number): Promise<boolean> {
    let port: Port
    try {
      port = await this.serial.requestPort()
    } catch (error) {
      if (error instanceof DOMException && error.name === 'NotFoundError') return false
      throw error
    }
    await this.close()
    this.storage.setItem(this.storageKey, JSON.stringify({ baudRate, info: port.getInfo() } satisfies Wanted))
    await this.open(port, baudRate)
    return true
  }

  /** Not used any more until it is chosen again. */
  async forget() {
    this.storage.removeItem(this.storageKey)
    await this.close()
    this.set('off')
  }

  private wanted(): Wanted | null {
    try {
      return JSON.parse(this.storage.getItem(this.storageKey) ?? 'null') as Wanted | null
    } catch {
      return null
    }
  }

  private async resume() {
    const wanted = this.wanted()
    if (!wanted || this.port) return
    const port = (await this.serial.getPorts()).find((candidate) => isSame(candidate.getInfo(), wanted.info))
    if (port) await this.open(port, wanted.baudRate)
    else this.set('lost')
  }

  private async connected(port: Port) {
    const wanted = this.wanted()
    if (wanted && !this.port && isSame(port.getInfo(), wanted.info)) await this.open(port, wanted.baudRate)
  }

  private async open(port: Port, baudRate: number) {
    this.port = port
    this.set('opening')
    try {
      await port.open({ baudRate })
    } catch {
      this.port = null
      this.set('refused')
      return
    }
    this.set('on')
    void this.listen(port)
  }

  private async listen(port: Port) {
    const decoder = new TextDecoder()
    // A transmission error ends a stream and begins the next; a port that is gone has none.
    while (port.readable && this.port === port) {
      this.reader = port.readable.getReader()
      try {
        for (let read = await this.reader.read(); !read.done; read = await this.reader.read()) {
          this.frames.push(decoder.decode(read.value, { stream: true }))
        }
      } catch {
        this.frames.reset()
      } finally {
        this.reader.releaseLock()
        this.reader = null
      }
    }
    if (this.port === port) {
      this.port = null
      await port.close().catch(() => {})
      this.set('lost')
      // Plugged in again before this one was over.
      await this.resume()
    }
  }

  private async close() {
    const port = this.port
    this.port = null
    this.frames.reset()
    await this.reader?.cancel().catch(() => {})
    await port?.close().catch(() => {})
  }

  private set(state: SerialState) {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}

/** Ports have no name; the make and model of the reader must do. */
function isSame(a: PortInfo, b: PortInfo): boolean {
  return a.usbVendorId === b.usbVendorId && a.usbProductId === b.usbProductId
}
