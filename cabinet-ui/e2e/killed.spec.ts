import { expect, test } from '@playwright/test'
import { Service } from './ownService'
import { Shop, TillPage } from './support'

test('the network is cut in mid-shift and the service is killed between commits: every receipt once', async ({
  page,
  context,
  playwright,
  isMobile,
}) => {
  test.skip(isMobile, 'one width is enough for this')
  test.setTimeout(480_000)
  const service = await Service.start()
  try {
    const request = await playwright.request.newContext({ baseURL: service.url })
    const demo = await (await request.get('/simulator/demo')).json()
    const shop = new Shop(request, demo, service.url, [])
    const customer = await shop.customer()
    const till = new TillPage(page)
    await page.goto(`${service.url}/till`)
    await page.getByLabel('Ключ кассы').fill(demo.registerKey)
    await page.getByRole('button', { name: 'Войти' }).click()

    let committed = 0
    const sell = async (price: number) => {
      await till.find(customer)
      await ring(price)
    }
    const ring = async (price: number) => {
      await page.keyboard.press('F4')
      await page.keyboard.type(String(price))
      await page.keyboard.press('Enter')
      await till.commit.click()
      await expect(page.getByRole('heading', { name: /^Чек (проведён|сохранён на кассе)$/ })).toBeVisible()
      committed++
      await page.getByRole('button', { name: 'Следующий покупатель' }).click()
    }

    await sell(101)
    // The network goes after the customer was found, and comes back.
    await till.find(customer)
    await context.setOffline(true)
    await expect(page.getByRole('heading', { name: 'Ждём карту' })).toBeHidden()
    await ring(102)
    await context.setOffline(false)
    await expect(page.getByRole('button', { name: /ждёт|ждут/ })).toBeHidden({ timeout: 40_000 })

    // The service dies while a commit is under way: the request has left, the answer never comes.
    await till.find(customer)
    let killed = false
    await page.route('**/api/v1/receipts', async (route) => {
      if (route.request().method() !== 'POST' || killed) return route.continue()
      killed = true
      await Promise.all([route.fetch().catch(() => undefined), service.kill()])
      return route.abort('connectionreset')
    })
    await ring(103)
    await page.unroute('**/api/v1/receipts')
    await expect(page.getByRole('button', { name: /1 чек ждёт/ })).toBeVisible()
    await service.begin()
    await expect(page.getByRole('button', { name: /1 чек ждёт/ })).toBeHidden({ timeout: 60_000 })
    await sell(104)

    const receipts = await shop.receiptsOf(customer.memberId)
    expect(receipts.map((receipt) => receipt.gross).sort()).toEqual([10_100, 10_200, 10_300, 10_400])
    expect(committed).toBe(4)
    await request.dispose()
  } finally {
    await service.end()
  }
})
