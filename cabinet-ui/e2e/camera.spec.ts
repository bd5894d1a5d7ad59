import { writeCameraVideo } from './fakeCamera'
import { expect, TillPage, test } from './support'

for (const format of ['QRCode', 'Aztec', 'PDF417', 'Code128'] as const) {
  test(`the camera reads a card as ${format}, with nothing fetched from outside`, async ({
    playwright,
    shop,
    baseURL,
  }, info) => {
    test.skip(info.project.name !== 'desktop', 'the same camera code on both')
    const customer = await shop.customer()
    const { code } = await shop.card(customer.cardToken)
    const video = info.outputPath('camera.y4m')
    await writeCameraVideo(video, code, format)

    const { launchOptions } = info.project.use
    const browser = await playwright.chromium.launch({
      ...launchOptions,
      args: [
        ...(launchOptions?.args ?? []),
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
        `--use-file-for-fake-video-capture=${video}`,
      ],
    })
    try {
      const page = await browser.newPage({ baseURL, locale: 'ru-RU' })
      const outside: string[] = []
      page.on('request', (request) => {
        const url = request.url()
        if (!url.startsWith(baseURL ?? '') && !/^(data|blob):/.test(url)) outside.push(url)
      })
      const till = new TillPage(page)
      await till.signIn(shop.demo.registerKey)
      await page.getByRole('button', { name: 'Сканировать камерой' }).click()
      await expect(till.customer.getByText(customer.name)).toBeVisible({ timeout: 20_000 })
      expect(outside).toEqual([])
    } finally {
      await browser.close()
    }
  })
}
