import { randomInt } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, own, test } from './support'

/** A shop's own site, elsewhere: its policy lets in the form's script and what that asks, and nothing else. */
async function site(service: string, slug: string) {
  const policy = `default-src 'none'; script-src ${service}; connect-src ${service}; require-trusted-types-for 'script'`
  const server = createServer((_request, answer) => {
    answer.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy })
    answer.end(
      `<!doctype html><html lang="ru"><title>Кофе</title><main><h1>Кофе</h1><script src="${service}/embed.js" data-shop="${slug}" async></script></main></html>`,
    )
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  // Another name and another port: a stranger to the browser.
  return { server, origin: `http://localhost:${(server.address() as AddressInfo).port}` }
}

test.describe('the form on the shop’s own site', () => {
  // A header of one's own would be asked for at the other origin, and refused.
  test.use({ extraHTTPHeaders: {} })
  let server: Server | undefined
  test.afterEach(() => server?.close())

  test('signs people up there, under a strict policy, and only where the shop says', async ({
    page,
    shop,
    baseURL,
  }) => {
    const service = new URL(baseURL ?? '').origin
    const there = await site(service, shop.demo.shopSlug)
    server = there.server
    const violations: string[] = []
    page.on('console', (message) => /Content Security Policy/.test(message.text()) && violations.push(message.text()))

    await page.goto(there.origin)
    await expect(page.getByRole('link', { name: 'Оформить карту на странице магазина' })).toBeVisible()

    // The owner names the site in the cabinet and is given the line to paste.
    await shop.signIn(page)
    await page.goto(`${service}/cabinet/join-link`)
    await page.getByLabel('На каких сайтах стоит форма').fill(there.origin)
    await page.getByRole('button', { name: 'Сохранить' }).click()
    await expect(page.getByLabel('Вставьте эту строку туда, где должна быть форма')).toHaveValue(
      `<script src="${service}/embed.js" data-shop="${shop.demo.shopSlug}" async></script>`,
    )
    await page.screenshot({ path: 'test-results/embed-cabinet.png', fullPage: true })

    const phone = `+7999${String(randomInt(1_000_000, 9_999_999))}`
    await page.goto(there.origin)
    await page.getByLabel('Телефон').fill(phone)
    await page.getByLabel('Как к вам обращаться').fill('Анна')
    const boxes = page.getByRole('checkbox')
    await expect(boxes).toHaveCount(3)
    for (const box of await boxes.all()) await expect(box).not.toBeChecked()
    await page.getByRole('button', { name: 'Получить код по SMS' }).click()
    await expect(page.getByText('Без этого согласия карту не выдать')).toBeVisible()
    await boxes.nth(0).check()
    await boxes.nth(1).check()
    await page.screenshot({ path: 'test-results/embed.png', fullPage: true })
    await page.getByRole('button', { name: 'Получить код по SMS' }).click()
    await page.getByRole('textbox', { name: 'Код из SMS' }).fill(await shop.codeFor(phone))
    await page.getByRole('button', { name: 'Подтвердить' }).click()
    await expect(page.getByRole('heading', { name: 'Карта готова!' })).toBeVisible()
    const card = await page.getByRole('link', { name: 'Открыть карту' }).getAttribute('href')
    expect(card).toContain('/c/')
    expect(violations).toEqual([])
    expect((await page.context().cookies(there.origin)).length).toBe(0)

    await page.goto(card ?? '')
    await expect(page.getByText('Анна')).toBeVisible()
    const cleared = await page.request.put('/api/v1/place-settings', {
      headers: own(),
      data: { ownBirthday: true, sites: [] },
    })
    expect(cleared.ok(), await cleared.text()).toBe(true)
  })
})
