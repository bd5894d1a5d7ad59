/** The part of Web Serial that is used here; the compiler's library does not know it yet. */
export type PortInfo = { usbVendorId?: number; usbProductId?: number }

export interface Port {
  readonly readable: ReadableStream<Uint8Array> | null
  open(options: { baudRate: number }): Promise<void>
  close(): Promise<void>
  getInfo(): PortInfo
}

export interface Serial {
  getPorts(): Promise<Port[]>
  requestPort(): Promise<Port>
  addEventListener(type: 'connect' | 'disconnect', listener: (event: { target: unknown }) => void): void
  removeEventListener(type: 'connect' | 'disconnect', listener: (event: { target: unknown }) => void): void
}

/** Undefined where the browser has none or the page is not served securely. */
export function webSerial(): Serial | undefined {
  return (navigator as { serial?: Serial }).serial
}
