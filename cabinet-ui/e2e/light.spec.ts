import type { Page } from '@playwright/test'
import { expect, test } from './support'

/** What may come over the wire, headers and compression included, before a page of a customer or a cashier can be used. */
const MOST_BYTES = 300_000
const MOST_REQUESTS = 15

/** The card has less: 1 s at 1.4 Mbit/s beside the time that a phone's network needs to wake. */
const CARD_BYTES = 200_000

/** A cheap phone on a bad network, as Chromium's own tools draw it (slow 4G); and what it fetched. */
async function weigh(page: Page) {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: 150,
    downloadThroughput: 200_000,
    uploadThroughput: 90_000,
  })
  const seen = { bytes: 0, requests: 0 }
  const addresses = new Map<string, string>()
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    // What stands in the page itself is no request, and of the demo's buttons no shop's page knows.
    const address = addresses.get(requestId) ?? ''
    if (!address.startsWith('http') || address.includes('/simulator/')) return
    seen.bytes += encodedDataLength
    seen.requests += encodedDataLength > 0 ? 1 : 0
  })
  return seen
}

async function expectLight(page: Page, address: string, most: number, usable: () => Promise<void>) {
  const seen = await weigh(page)
  await page.goto(address)
  await usable()
  const { bytes, requests } = { ...seen }
  test.info().annotations.push({ type: 'weight', description: `${bytes} bytes, ${requests} requests` })
  expect(bytes).toBeGreaterThan(20_000)
  expect(bytes).toBeLessThan(most)
  expect(requests).toBeLessThan(MOST_REQUESTS)
}

test('the card is light enough for a slow phone', async ({ page, shop }) => {
  const { cardToken } = await shop.customer()
  await expectLight(page, `/c/${cardToken}`, CARD_BYTES, () =>
    expect(page.getByRole('img', { name: /^QR-код карты/ }).first()).toBeVisible(),
  )
})

test('the page where one joins is light enough for a slow phone', async ({ page, shop }) => {
  await expectLight(page, `/join/${shop.demo.shopSlug}`, MOST_BYTES, () =>
    expect(page.getByLabel('Телефон')).toBeVisible(),
  )
})

test('the till is light enough for a slow network', async ({ page, till }) => {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.clearBrowserCache')
  await expectLight(page, '/till', MOST_BYTES, () => expect(till.scanField).toBeVisible())
})
