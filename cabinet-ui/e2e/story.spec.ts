import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, own, test } from './support'

/** The lock screen of one simulated phone as the simulator tells it: the texts of its notices. */
async function notices(page: Page, phone: string): Promise<string[]> {
  const answer = await page.request.get(`/simulator/phones/${phone}`, { headers: { 'Accept-Language': 'ru' } })
  return ((await answer.json()) as { notices: { text: string }[] }).notices.map((notice) => notice.text)
}

test('from the sign-up page to a card that updates itself, and a message to one tier', async ({
  context,
  shop,
  isMobile,
}) => {
  test.skip(isMobile, 'the story is told once, on a wide screen with both phones in sight')
  test.setTimeout(120_000)
  const name = `История ${String(randomInt(1000, 9999))}`
  const page = await context.newPage()

  // The customer joins and proves the phone with the code from the mailbox.
  await page.goto(`/join/${shop.demo.shopSlug}`)
  await page.getByLabel('Телефон').fill(`8 (999) ${String(randomInt(100, 999))}-${String(randomInt(1000, 9999))}`)
  await page.getByLabel('Как к вам обращаться').fill(name)
  await page.getByText('Принимаю правила').click()
  await page.getByText('обработку моих персональных данных').click()
  await page.getByText('Хочу узнавать об акциях').click()
  await page.getByRole('button', { name: 'Получить код' }).click()
  await page.getByRole('button', { name: /^Вставить код/ }).click()
  await expect(page.getByText('Карта готова!')).toBeVisible()
  const token = new URL(page.url()).pathname.split('/').pop() ?? ''

  // Apple's file is real, Google's link carries a token; then both go into phones.
  const pkpass = await page.request.get(`/c/${token}.pkpass`)
  expect(pkpass.headers()['content-type']).toBe('application/vnd.apple.pkpass')
  expect((await pkpass.body()).subarray(0, 2).toString()).toBe('PK')
  const google = await page.request.get(`/c/${token}/google`, { maxRedirects: 0 })
  expect(google.headers().location).toMatch(/\/gp\/v\/save\/[\w-]+\.[\w-]+\.[\w-]+$/)
  await page.getByRole('button', { name: 'В демо-iPhone' }).click()
  await expect(page).toHaveURL(/\/phone/)
  await page.goto(`/c/${token}`)
  await page.getByRole('button', { name: 'В демо-Android' }).click()
  await expect(page).toHaveURL(/\/phone/)
  const iphone = await (await page.request.get('/simulator/phones/iphone')).json()
  expect(iphone.cards[0].signature).toMatch(/manifest \d+ files, signed by Pass Type ID/)

  // The cashier scans the card and sells; some of it is paid with bonuses.
  const cashier = await context.newPage()
  await cashier.goto('/till')
  await cashier.getByLabel('Ключ кассы').fill(shop.demo.registerKey)
  await cashier.getByRole('button', { name: 'Войти' }).click()
  const { code, balance } = await shop.card(token)
  await cashier.getByRole('textbox', { name: 'Карта или телефон' }).fill(code)
  await cashier.getByRole('button', { name: 'Найти' }).click()
  await expect(cashier.getByRole('region', { name: 'Покупатель' }).getByText(name)).toBeVisible()
  await cashier.getByText('Одной суммой').click()
  await cashier.getByRole('textbox', { name: 'Сумма чека' }).fill('12300')
  await cashier.getByRole('button', { name: /^Максимум/ }).click()
  await cashier
    .getByRole('button', { name: /^Провести/ })
    .filter({ visible: true })
    .click()
  await expect(cashier.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  const after = (await shop.card(token)).balance.available
  expect(after).not.toBe(balance.available)

  // Both phones were told: a notice on the lock screen, the new balance and tier on the card.
  for (const phone of ['iphone', 'android']) {
    await expect
      .poll(() => notices(page, phone).then((texts) => texts.join(' | ')), { timeout: 15_000 })
      .toContain('Серебро')
  }
  await page.bringToFront()
  await expect(page.getByText('Серебро').first()).toBeVisible()

  // The marketer finds the member and writes to one tier; a phone of another tier hears nothing.
  const bronze = await shop.customer()
  const other = await page.request.post('/simulator/phones', {
    headers: own(),
    data: { platform: 'APPLE', name: 'Бронза' },
  })
  const { id: bronzePhone } = (await other.json()) as { id: string }
  await page.request.post(`/simulator/phones/${bronzePhone}/cards`, {
    headers: own(),
    data: { card: bronze.cardToken },
  })
  const marketer = await context.newPage()
  await shop.signIn(marketer)
  await marketer.goto('/cabinet/members')
  await marketer.getByRole('searchbox', { name: 'Поиск' }).fill(name)
  const row = marketer.locator('tr, li').filter({ hasText: name })
  await expect(row.getByText('Серебро')).toBeVisible()
  const text = `Сегодня кофе за наш счёт ${String(randomInt(1000, 9999))}`
  await marketer.goto('/cabinet/campaigns/new')
  await marketer.getByRole('combobox', { name: 'Кому написать' }).click()
  await marketer.getByRole('option', { name: 'Серебро' }).click()
  await marketer.getByLabel('Название для себя').fill(`Кофе ${name}`)
  await marketer.getByLabel('Текст', { exact: true }).fill(text)
  // Chance must not leave this one out.
  await marketer.getByLabel('Доля контрольной группы, %').fill('0')
  await marketer.getByRole('button', { name: /^Отправить/ }).click()
  await marketer
    .getByRole('dialog')
    .getByRole('button', { name: /^Отправить/ })
    .click()
  await expect(marketer.getByText('Завершена')).toBeVisible({ timeout: 30_000 })
  for (const phone of ['iphone', 'android']) {
    await expect.poll(() => notices(page, phone), { timeout: 15_000 }).toContain(text)
  }
  expect(await notices(page, bronzePhone)).not.toContain(text)
  await page.request.delete(`/simulator/phones/${bronzePhone}`, { headers: own() })
})
