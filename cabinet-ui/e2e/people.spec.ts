import { expect, test } from './support'

test('the owner opens a branch and invites a marketer, and the change log tells it', async ({
  page,
  shop,
  request,
  browser,
}) => {
  test.slow() // a day's work of an owner, by two people
  const mark = Date.now() % 1_000_000
  const branch = `Филиал ${mark}`
  const email = `mark${mark}@zerno.example`
  const password = 'a long enough password'
  await shop.signIn(page)
  await page.goto('/cabinet/stores')
  await page.getByRole('button', { name: 'Добавить магазин' }).click()
  await page.getByRole('dialog').getByLabel('Название').fill(branch)
  await page.getByRole('dialog').getByLabel('Адрес').fill('Большая улица, 1')
  await page.getByRole('dialog').getByLabel('пн').fill('9-21')
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
  const panel = page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name: branch }) })
  await expect(panel.getByText(/Большая улица, 1 · пн 09:00–21:00 · Москва/)).toBeVisible()
  await panel.getByRole('button', { name: 'Добавить кассу' }).first().click()
  await page.getByRole('dialog').getByLabel('Название').fill('Касса у входа')
  await page.getByRole('dialog').getByRole('button', { name: 'Создать' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ключ сохранён' }).click()

  await page.goto('/cabinet/staff')
  await page.getByRole('button', { name: 'Пригласить' }).click()
  await page.getByRole('dialog').getByLabel('Имя').fill(`Марк ${mark}`)
  await page.getByRole('dialog').getByLabel('Почта').fill(email)
  await page.getByRole('dialog').getByRole('button', { name: 'Получить ссылку' }).click()
  const link = await page.getByRole('dialog').getByRole('textbox', { name: 'Ссылка' }).inputValue()
  await page.getByRole('dialog').getByRole('button', { name: 'Готово' }).click()
  await expect(page.locator('tr, li').filter({ hasText: email })).toContainText('приглашение отправлено')

  const token = link.split('#')[1]
  expect((await request.post('/api/v1/session/password', { data: { token, password } })).status()).toBe(204)
  const own = await browser.newPage({ locale: 'ru-RU', baseURL: new URL(page.url()).origin })
  await own.goto('/cabinet/sign-in')
  await own.getByLabel('Почта').fill(email)
  await own.getByRole('textbox', { name: 'Пароль' }).fill(password)
  await own.getByRole('button', { name: 'Войти' }).click()
  await expect(own.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible()
  await own.goto('/cabinet/stores')
  await expect(own.getByRole('heading', { level: 2, name: branch })).toBeVisible()
  for (const forbidden of ['Добавить магазин', 'Добавить кассу', 'Изменить', 'Закрыть']) {
    await expect(own.getByRole('button', { name: forbidden })).toHaveCount(0)
  }
  await own.goto('/cabinet/audit')
  await expect(own.getByText('Вашей роли эта страница не видна')).toBeVisible()
  await own.close()

  await page.goto('/cabinet/audit')
  const entries = page.locator('tbody tr, ul li')
  await expect(entries.filter({ hasText: 'Магазин добавлен' }).filter({ hasText: branch })).toBeVisible()
  await expect(entries.filter({ hasText: 'Сотрудник приглашён' }).filter({ hasText: email })).toBeVisible()
})
