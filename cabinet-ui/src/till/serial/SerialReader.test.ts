import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Frames } from './Frames'
import { SerialReader } from './SerialReader'
import type { Port, PortInfo, Serial } from './webSerial'

class FakePort implements Port {
  readable: ReadableStream<Uint8Array> | null = null
  opened: number[] = []
  busy = false
  private controller: ReadableStreamDefaultController<Uint8Array> | undefined

  constructor(private readonly info: PortInfo) {}

  getInfo = () => this.info

  async open({ baudRate }: { baudRate: number }) {
    if (this.busy) throw new DOMException('in use', 'NetworkError')
    this.opened.push(baudRate)
    this.next()
  }

  async close() {
    this.readable = null
  }

  send(text: string) {
    this.controller?.enqueue(new TextEncoder().encode(text))
  }

  /** A parity error: the stream ends, the next one begins. */
  garble() {
    const before = this.controller
    this.next()
    before?.error(new DOMException('parity', 'ParityError'))
  }

  unplug() {
    const before = this.controller
    this.readable = null
    before?.error(new DOMException('gone', 'NetworkError'))
  }

  private next() {
    this.readable = new ReadableStream({
      start: (controller) => {
        this.controller = controller
      },
    })
  }
}

class FakeSerial implements Serial {
  ports: FakePort[] = []
  chosen: FakePort | null = null
  private readonly listeners = new Set<(event: { target: unknown }) => void>()

  getPorts = async () => this.ports
  async requestPort() {
    if (!this.chosen) throw new DOMException('none', 'NotFoundError')
    return this.chosen
  }
  addEventListener(type: string, listener: (event: { target: unknown }) => void) {
    if (type === 'connect') this.listeners.add(listener)
  }
  removeEventListener(_type: string, listener: (event: { target: unknown }) => void) {
    this.listeners.delete(listener)
  }
  plug(port: FakePort) {
    this.ports = [port]
    for (const listener of this.listeners) listener({ target: port })
  }
}

const HONEYWELL = { usbVendorId: 0x0c2e, usbProductId: 0x0b81 }
let serial: FakeSerial
let frames: string[]

function make(): SerialReader {
  return new SerialReader(serial, localStorage, 'test.serial', (text) => frames.push(text))
}

beforeEach(() => {
  localStorage.clear()
  serial = new FakeSerial()
  frames = []
})

describe('a scanner at a serial port', () => {
  it('is chosen once, opened at its speed, and its readings arrive whole', async () => {
    const port = new FakePort(HONEYWELL)
    serial.chosen = port
    const reader = make()
    reader.start()
    expect(await reader.choose(19_200)).toBe(true)
    expect(reader.snapshot()).toBe('on')
    expect(port.opened).toEqual([19_200])
    port.send(']Q17392018')
    port.send('4650912837465\r\n;9000123456=2812')
    port.send('101?\r')
    await vi.waitFor(() => expect(frames).toEqual([']Q173920184650912837465', ';9000123456=2812101?']))
  })

  it('is taken up again after a reload', async () => {
    const port = new FakePort(HONEYWELL)
    serial.chosen = port
    await make().choose(9600)
    serial.ports = [new FakePort({ usbVendorId: 1, usbProductId: 2 }), port]
    const again = make()
    again.start()
    await vi.waitFor(() => expect(again.snapshot()).toBe('on'))
    expect(port.opened).toEqual([9600, 9600])
    expect(again.baudRate).toBe(9600)
  })

  it('is lost when unplugged and works again when it is back', async () => {
    const port = new FakePort(HONEYWELL)
    serial.chosen = port
    const reader = make()
    reader.start()
    await reader.choose(9600)
    port.send('half of a rea')
    serial.ports = []
    port.unplug()
    await vi.waitFor(() => expect(reader.snapshot()).toBe('lost'))
    serial.plug(new FakePort({ usbVendorId: 1, usbProductId: 2 }))
    expect(reader.snapshot()).toBe('lost')
    const back = new FakePort(HONEYWELL)
    serial.plug(back)
    await vi.waitFor(() => expect(reader.snapshot()).toBe('on'))
    back.send('04A1B2C3\n')
    await vi.waitFor(() => expect(frames).toEqual(['04A1B2C3']))
  })

  it('goes on after a transmission error', async () => {
    const port = new FakePort(HONEYWELL)
    serial.chosen = port
    const reader = make()
    await reader.choose(9600)
    port.garble()
    port.send('2000000000015\r')
    await vi.waitFor(() => expect(frames).toEqual(['2000000000015']))
    expect(reader.snapshot()).toBe('on')
  })

  it('says when another program has the port, and nothing when none was chosen', async () => {
    const port = new FakePort(HONEYWELL)
    port.busy = true
    serial.chosen = port
    const reader = make()
    await reader.choose(9600)
    expect(reader.snapshot()).toBe('refused')
    serial.chosen = null
    expect(await reader.choose(9600)).toBe(false)
  })

  it('is forgotten when it is switched off', async () => {
    const port = new FakePort(HONEYWELL)
    serial.chosen = port
    const reader = make()
    await reader.choose(9600)
    await reader.forget()
    expect(reader.snapshot()).toBe('off')
    expect(port.readable).toBeNull()
    serial.plug(port)
    expect(port.opened).toEqual([9600])
  })
})

describe('readings', () => {
  it('end with a pause when the reader sends no end', () => {
    vi.useFakeTimers()
    const got: string[] = []
    const cut = new Frames((text) => got.push(text))
    cut.push('739201846509')
    vi.advanceTimersByTime(100)
    cut.push('12837465')
    vi.advanceTimersByTime(149)
    expect(got).toEqual([])
    vi.advanceTimersByTime(1)
    expect(got).toEqual(['73920184650912837465'])
    vi.useRealTimers()
  })
  it('are dropped when they are empty or endless', () => {
    const got: string[] = []
    const cut = new Frames((text) => got.push(text))
    cut.push('\r\n \r\n')
    cut.push(`${'x'.repeat(5000)}\r`)
    expect(got).toEqual([])
  })
})
