import type { Locator, Page } from '@playwright/test'
import { expect, TillPage, test } from './support'

/** Tabs on until the element has the focus, as a cashier without a mouse does. */
async function tabTo(page: Page, target: Locator) {
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('the keyboard does not reach it')
}

/** With a person's pauses: what comes faster is a scanner. */
function typeByHand(page: Page, text: string) {
  return page.keyboard.type(text, { delay: 80 })
}

test('a whole shift by keyboard alone', async ({ page, shop, isMobile }) => {
  test.skip(isMobile, 'phones have no keyboard')
  test.slow()
  const regular = await shop.customer(80_000)
  const second = await shop.customer()
  const till = new TillPage(page)

  // The key field has the focus when the page opens.
  await page.goto('/till')
  await expect(page.getByLabel('Ключ кассы')).toBeFocused()
  await typeByHand(page, shop.demo.registerKey)
  await page.keyboard.press('Enter')
  await expect(till.scanField).toBeFocused()

  // A regular pays a part with bonuses: scan, price, F8, F9.
  await till.wedge(regular.code)
  await expect(till.customer.getByText(regular.name)).toBeVisible()
  await page.keyboard.press('F4')
  await typeByHand(page, '1250,50')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F8')
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  const [paid] = await shop.receiptsOf(regular.memberId)
  expect(paid).toMatchObject({ gross: 125_050 })
  expect(paid?.spent).toBeGreaterThan(0)
  expect((paid?.spent ?? 0) + (paid?.toPay ?? 0)).toBe(125_050)

  // Somebody without a card, then one whose phone number is typed.
  await page.keyboard.press('Enter')
  await expect(till.scanField).toBeFocused()
  await page.keyboard.press('F4')
  await typeByHand(page, '90')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(till.scanField).toBeFocused()
  await typeByHand(page, second.phone.replace('+7', '8'))
  await page.keyboard.press('Enter')
  await expect(till.customer.getByText(second.name)).toBeVisible()
  await page.keyboard.press('F4')
  await typeByHand(page, '300')
  await page.keyboard.press('Enter')
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(till.scanField).toBeFocused()

  // The regular brings everything back: history, return, confirm.
  const before = (await shop.card(regular.cardToken)).balance.available
  await page.keyboard.press('F7')
  const row = page.getByRole('listitem').filter({ hasText: regular.name })
  await tabTo(page, row.getByRole('button', { name: 'Возврат' }))
  await page.keyboard.press('Enter')
  await tabTo(page, page.getByRole('button', { name: 'Оформить возврат' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('Возврат оформлен')).toBeVisible()
  await page.keyboard.press('Escape')
  // Only the return is closed. The list stays: longer than a drawer takes to leave, and the keyboard is still in it.
  await expect(page.getByText('Возврат оформлен')).toBeHidden()
  await page.waitForTimeout(600)
  await expect(row.getByText('возвращён')).toBeVisible()
  await page.keyboard.press('Tab')
  const inside = () => page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null)
  expect(await inside()).toBe(true)
  expect((await shop.card(regular.cardToken)).balance.available).toBeGreaterThan(before)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Ждём карту' })).toBeVisible()
})

test('a whole shift by touch', async ({ page, shop, till, isMobile }) => {
  test.skip(!isMobile, 'desks have no touch')
  test.slow()
  const customer = await shop.customer(40_000)

  // By total on the large keys.
  await till.scanField.tap()
  await till.scanField.fill(customer.code)
  await page.getByRole('button', { name: 'Найти' }).tap()
  await expect(till.customer.getByText(customer.name)).toBeVisible()
  await page.getByText('Одной суммой').tap()
  for (const key of ['4', '5', '00']) await page.getByRole('button', { name: key, exact: true }).tap()
  await expect(page.getByRole('textbox', { name: 'Сумма чека' })).toHaveValue(/4\s?500/)
  await page.getByRole('button', { name: 'Стереть' }).tap()
  await page.getByRole('button', { name: /^Максимум/ }).tap()
  await till.commit.tap()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  const [paid] = await shop.receiptsOf(customer.memberId)
  expect(paid).toMatchObject({ gross: 45_000 })
  expect(paid?.spent).toBeGreaterThan(0)

  // The next one by goods, nothing spent; the store's day is at hand.
  await page.getByRole('button', { name: 'Следующий покупатель' }).tap()
  await till.scanField.fill(customer.phone)
  await page.getByRole('button', { name: 'Найти' }).tap()
  await expect(till.customer.getByText(customer.name)).toBeVisible()
  await page.getByText('По товарам').tap()
  await page.getByRole('button', { name: /Круассан/ }).tap()
  await till.commit.tap()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  await page.getByRole('button', { name: 'Следующий покупатель' }).tap()
  await till.open('История чеков')
  await expect(page.getByRole('region', { name: 'Итоги дня этой кассы' })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: customer.name })).toHaveCount(2)
  // Nothing sticks out to the side on a phone.
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
