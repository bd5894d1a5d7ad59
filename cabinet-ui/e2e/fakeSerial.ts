/** A scanner at a fake port of the browser; `window.scanner` is the person who uses it. */
export function fakeSerial() {
  const info = { usbVendorId: 0x0c2e, usbProductId: 0x0b81 }
  const listeners = new Map<string, Set<(event: { target: unknown }) => void>>()
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined
  const port = {
    readable: null as ReadableStream<Uint8Array> | null,
    getInfo: () => info,
    async open() {
      port.readable = new ReadableStream({
        start: (created) => {
          controller = created
        },
      })
    },
    async close() {
      port.readable = null
    },
  }
  let plugged = localStorage.getItem('test.granted') === 'yes'
  const serial = {
    getPorts: async () => (plugged ? [port] : []),
    async requestPort() {
      plugged = true
      localStorage.setItem('test.granted', 'yes')
      return port
    },
    addEventListener: (type: string, listener: (event: { target: unknown }) => void) =>
      listeners.set(type, (listeners.get(type) ?? new Set()).add(listener)),
    removeEventListener: (type: string, listener: (event: { target: unknown }) => void) =>
      listeners.get(type)?.delete(listener),
  }
  Object.defineProperty(navigator, 'serial', { value: serial })
  Object.assign(window, {
    scanner: {
      scan: (text: string) => controller?.enqueue(new TextEncoder().encode(text)),
      unplug() {
        plugged = false
        port.readable = null
        controller?.error(new DOMException('gone', 'NetworkError'))
      },
      plug() {
        plugged = true
        for (const listener of listeners.get('connect') ?? []) listener({ target: port })
      },
    },
  })
}

export type Scanner = { scan: (text: string) => void; unplug: () => void; plug: () => void }
