import { done } from './forms'
import { join, ownShop } from './ownShop'
import { PROGRAM } from './scenario'
import { expect, test } from './support'

test('the card says when bonuses that wait become available, and the number of each receipt', async ({ page }) => {
  const shop = await ownShop(page, 'Сроки', { ...PROGRAM, earning: { pendingDays: 14 } })
  const { memberId, cardToken } = await join(shop)
  const sold = await shop.request.post('/api/v1/receipts', {
    headers: { Authorization: `Bearer ${shop.registerKey}`, 'Idempotency-Key': crypto.randomUUID() },
    data: { memberId, number: 'К-00317', lines: [{ sku: 'LATTE', amount: 600_000 }] },
  })
  expect(sold.status(), await sold.text()).toBe(201)
  const day = new Date(Date.now() + 14 * 86_400_000)
  const date = new Intl.DateTimeFormat('ru', { day: 'numeric', month: 'long', timeZone: 'Europe/Moscow' }).format(day)
  await page.goto(`/c/${cardToken}`)
  await expect(page.getByText(`Ещё 120 станут доступны ${date}.`)).toBeVisible()
  await expect(page.getByText('Чек № К-00317')).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('card.png'), fullPage: true })
  await page.goto(`/cabinet/members/${memberId}`)
  await expect(page.getByText('Чек № К-00317').first()).toBeVisible()
  await expect(page.getByText(new RegExp(`120.*${date}`)).first()).toBeVisible()
})

test('before it is published, a new rule says when it applies', async ({ page }) => {
  await ownShop(page, 'Часы', PROGRAM)
  await page.goto('/cabinet/program/draft')
  await page.getByRole('button', { name: 'Добавить правило' }).first().click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Счастливые часы: бонусы ×2/ })
    .click()
  await done(page, page.getByRole('dialog'))
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  const dialog = page.getByRole('dialog')
  await expect(
    dialog.getByText('Новое правило «Счастливые часы: бонусы ×2». Бонусы ×2, если покупка в пн–чт с 09:00 до 12:00.'),
  ).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('publish.png') })
})

test('how often a till may search by name is set by the shop, within what it says', async ({ page }) => {
  await ownShop(page, 'Поиски', PROGRAM)
  await page.goto('/cabinet/stores')
  const field = page.getByRole('textbox', { name: /^Таких поисков за 10 минут/ })
  await field.fill('12')
  await field.blur()
  await expect(page.getByText('Сохранено').first()).toBeVisible()
  await page.reload()
  await expect(field).toHaveValue('12')
  await field.fill('400')
  await field.blur()
  await expect(page.getByText('Больше 300 нельзя: поставили 300')).toBeVisible()
})
