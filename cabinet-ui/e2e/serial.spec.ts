import { expect, test } from './support'

/** A scanner at a fake port of the browser; `window.scanner` is the person who uses it. */
function fakeSerial() {
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

type Scanner = { scan: (text: string) => void; unplug: () => void; plug: () => void }

test('a scanner at a serial port is chosen once, found again after a reload and after it was unplugged', async ({
  page,
  shop,
  till,
}) => {
  const customer = await shop.customer()
  const second = await shop.customer()
  const scan = (text: string) =>
    page.evaluate((given) => (window as unknown as { scanner: Scanner }).scanner.scan(given), text)
  await page.addInitScript(fakeSerial)
  await page.reload()
  await expect(till.scanField).toBeVisible()
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('menuitem', { name: 'Сканер через COM-порт' }).click()
  const dialog = page.getByRole('dialog', { name: 'Сканер через COM-порт' })
  await dialog.getByRole('button', { name: 'Выбрать порт' }).click()
  await expect(dialog.getByText('Подключён, читает')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await scan(`]Q1${customer.code}\r\n`)
  await expect(till.customer.getByText(customer.name)).toBeVisible()

  // After a reload nothing is asked again.
  await page.reload()
  await expect(till.scanField).toBeVisible()
  await expect(async () => {
    await scan(`${second.code}\r`)
    await expect(till.customer.getByText(second.name)).toBeVisible({ timeout: 1000 })
  }).toPass()

  await page.evaluate(() => (window as unknown as { scanner: Scanner }).scanner.unplug())
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('menuitem', { name: 'Сканер через COM-порт' }).click()
  await expect(dialog.getByText(/Сканер отключён/)).toBeVisible()
  await page.evaluate(() => (window as unknown as { scanner: Scanner }).scanner.plug())
  await expect(dialog.getByText('Подключён, читает')).toBeVisible()
})
