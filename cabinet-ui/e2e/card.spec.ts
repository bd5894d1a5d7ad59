import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, devices, type Locator } from '@playwright/test'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { expect, test } from './support'

test('the last card can be read without a network', async ({ page, shop, context }) => {
  const customer = await shop.customer(12_300)
  await page.goto(`/c/${customer.cardToken}`)
  await expect(page.getByText(customer.name)).toBeVisible()
  // What the page keeps in the background: itself and its files.
  await page.waitForFunction(async () => {
    const cache = await caches.open('kartela-card-1')
    const active = (await navigator.serviceWorker.getRegistration('/c/'))?.active
    return Boolean(await cache.match('/c/')) && (await cache.keys()).length > 3 && active?.state === 'activated'
  })
  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText(customer.name)).toBeVisible()
  await expect(page.getByText(/Нет связи\. Данные на/)).toBeVisible()
  await expect(page.getByRole('img', { name: /^QR-код карты/ }).first()).toBeVisible()
  await context.setOffline(false)
})

test('a phone far away tells the day of the shop, as the wallets do', async ({ browser, shop, request }) => {
  const { cardToken } = await shop.customer() // with the welcome gift, which burns at a midnight of Moscow
  const { balance } = (await (await request.get(`/api/v1/public/cards/${cardToken}`)).json()) as {
    balance: { burns: { at: string } }
  }
  const day = new Intl.DateTimeFormat('ru-RU', { day: 'numeric', month: 'long', timeZone: 'Europe/Moscow' })
  const context = await browser.newContext({ locale: 'ru-RU', timezoneId: 'America/Los_Angeles' })
  const page = await context.newPage()
  await page.goto(`/c/${cardToken}`)
  await expect(page.getByText(new RegExp(`сгор(ит|ят) ${day.format(new Date(balance.burns.at))}`))).toBeVisible()
  await context.close()
})

test('it can be put on the home screen', async ({ page, shop, request }) => {
  const { cardToken } = await shop.customer()
  await page.goto(`/c/${cardToken}`)
  await expect(page.locator('link[rel=manifest]')).toHaveAttribute('href', `/api/v1/public/cards/${cardToken}/app`)
  await expect(page.locator('meta[name=theme-color]')).toHaveAttribute('content', /^#[0-9a-f]{6}$/i)
  const manifest = (await (await request.get(`/api/v1/public/cards/${cardToken}/app`)).json()) as {
    display: string
    start_url: string
    icons: { src: string; sizes: string }[]
  }
  expect(manifest).toMatchObject({ display: 'standalone', start_url: `/c/${cardToken}` })
  for (const size of [192, 512]) {
    const icon = manifest.icons.find((one) => one.sizes === `${size}x${size}`)
    const answer = await request.get(icon?.src ?? '')
    expect(answer.headers()['content-type']).toBe('image/png')
    expect((await answer.body()).readUInt32BE(16)).toBe(size)
  }
})

test('the balance moves by itself, and a scanner reads the code on a dark screen', async ({ page, shop }) => {
  const customer = await shop.customer()
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto(`/c/${customer.cardToken}`)
  await expect(page.getByText(customer.name)).toBeVisible()
  await shop.receipt(customer.memberId, 50_000)
  await expect(page.getByText('Начислено за покупку')).toBeVisible({ timeout: 15_000 })

  await page.getByRole('button', { name: /Показать код крупно/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog).toHaveCSS('background-color', 'rgb(255, 255, 255)')
  const [read] = await readBarcodes(await seen(dialog), { formats: ['QRCode'] })
  expect(read?.text).toBe((await shop.card(customer.cardToken)).code)
})

/** What a scanner that is held to it sees. */
async function seen(shown: Locator) {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer } })
  return new Blob([new Uint8Array(await shown.screenshot())])
}

test('a card whose design wants an EAN-13 shows one that a scanner reads, small and large', async ({ page, shop }) => {
  const { cardToken, name } = await shop.customer()
  // Not published: the shop's design is every test's.
  const barcode = { format: 'EAN13', message: '9870123456784', altText: '9 870123 456784' }
  await page.route(`**/api/v1/public/cards/${cardToken}`, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), barcode } })
  })
  await page.goto(`/c/${cardToken}`)
  await expect(page.getByText(name)).toBeVisible()
  await expect(page.getByText(barcode.altText)).toBeVisible()
  const bars = page.getByRole('img', { name: /^Штрихкод карты/ })
  const [small] = await readBarcodes(await seen(page.getByRole('button', { name: /Показать код крупно/ })), {
    formats: ['EAN13'],
  })
  expect(small?.text).toBe(barcode.message)
  await page.getByRole('button', { name: /Показать код крупно/ }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(barcode.altText)).toBeVisible()
  const [large] = await readBarcodes(await seen(dialog), { formats: ['EAN13'] })
  expect(large?.text).toBe(barcode.message)
  await expect(bars.first()).toBeVisible()
})

const MAC = 'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko)'
const SEEN_BY = {
  iPhone: { userAgent: devices['iPhone 15'].userAgent, apple: true, google: false, code: false },
  Android: { userAgent: devices['Pixel 7'].userAgent, apple: false, google: true, code: false },
  // An iPad has no Wallet for cards and says it is a Mac: it passes the card on to a phone.
  iPadOS: { userAgent: `${MAC} Version/18.0 Mobile/15E148 Safari/605.1.15`, apple: true, google: true, code: true },
  desktop: { userAgent: devices['Desktop Chrome'].userAgent, apple: true, google: true, code: true },
}

async function openAs(browser: Browser, userAgent: string) {
  const { baseURL, locale } = test.info().project.use
  const context = await browser.newContext({ baseURL, locale, userAgent, viewport: { width: 820, height: 1180 } })
  return { context, page: await context.newPage() }
}

for (const [device, want] of Object.entries(SEEN_BY)) {
  test(`the add page knows ${device}`, async ({ browser, shop, isMobile }) => {
    test.skip(isMobile, 'the user agent decides, not the screen')
    const { cardToken } = await shop.customer()
    const { context, page } = await openAs(browser, want.userAgent)
    await page.goto(`/c/${cardToken}`)
    const apple = page.locator('a[data-wallet=apple]')
    const google = page.locator('a[data-wallet=google]')
    await expect(want.apple ? apple : google).toBeVisible()
    await expect(apple).toBeVisible({ visible: want.apple })
    await expect(google).toBeVisible({ visible: want.google })
    await expect(page.getByRole('img', { name: 'QR-код этой страницы' })).toHaveCount(want.code ? 1 : 0)
    await context.close()
  })
}

test('a card whose time is over says so and shows no code any more', async ({ page, shop }) => {
  const { cardToken, name } = await shop.customer()
  let validUntil = '2030-12-31T20:59:59Z'
  await page.route(`**/api/v1/public/cards/${cardToken}`, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), validUntil } })
  })
  await page.goto(`/c/${cardToken}`)
  await expect(page.getByText(name)).toBeVisible()
  await expect(page.getByText('Действует до 31 декабря 2030')).toBeVisible()
  validUntil = '2026-01-31T20:59:59Z'
  await page.reload()
  await expect(page.getByRole('alert')).toContainText('Срок карты истёк 31 января 2026')
  await expect(page.getByRole('button', { name: /^QR-код карты/ })).toBeDisabled()
})
