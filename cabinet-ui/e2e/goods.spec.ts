import { expect, test } from './support'

test('every seventh coffee is free at a till that knows no categories', async ({ page, shop, till }) => {
  const customer = await shop.customer()
  await till.show(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  for (let more = 0; more < 6; more++) await page.getByRole('button', { name: 'Больше: Латте' }).click()
  await page.getByRole('button', { name: 'Как посчитано' }).click()
  await expect(page.getByText('Каждый седьмой кофе в подарок').first()).toBeVisible()
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  const [receipt] = await shop.receiptsOf(customer.memberId)
  expect(receipt).toMatchObject({ gross: 210_000, discount: 30_000, toPay: 180_000 })
})

test('a button of the cashier’s own counts by its name, and by the code that was given to it', async ({
  page,
  shop,
  till,
}) => {
  const customer = await shop.customer()
  await till.show(customer)
  await page.getByRole('button', { name: 'Изменить кнопки' }).click()
  const dialog = page.getByRole('dialog')
  for (const [name, code, price] of [
    ['Эспрессо', '', '180'],
    ['Мой кофе', 'RAF', '360'],
  ] as const) {
    await dialog.getByRole('button', { name: 'Добавить кнопку' }).click()
    await dialog.getByLabel('Название').last().fill(name)
    await dialog.getByLabel('Код').last().fill(code)
    await dialog.getByLabel('Цена, ₽').last().fill(price)
  }
  await dialog.getByRole('button', { name: 'Готово' }).click()
  // The register keeps its buttons: a test before this one may have made the same.
  await page
    .getByRole('button', { name: /Эспрессо/ })
    .first()
    .click()
  for (let more = 0; more < 2; more++) await page.getByRole('button', { name: 'Больше: Эспрессо' }).click()
  await page
    .getByRole('button', { name: /Мой кофе/ })
    .first()
    .click()
  for (let more = 0; more < 3; more++) await page.getByRole('button', { name: 'Больше: Мой кофе' }).click()
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  const [receipt] = await shop.receiptsOf(customer.memberId)
  expect(receipt?.discount).toBeGreaterThan(0)
})
