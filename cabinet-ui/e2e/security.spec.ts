import { expect, own, test } from './support'

test('who forgot the password gets a letter, sets another, and every open session ends', async ({
  page,
  request,
  shop,
  browser,
}) => {
  test.slow()
  const email = `forgot${Date.now() % 1_000_000}@zerno.example`
  const password = 'a long enough password'
  const owner = await browser.newPage({ baseURL: new URL(own().Origin).origin })
  await shop.signIn(owner)
  const invited = await owner.request.post('/api/v1/staff', {
    headers: own(),
    data: { email, name: 'Лена', role: 'SUPPORT', locale: 'ru' },
  })
  expect(invited.status(), await invited.text()).toBe(201)
  const token = ((await invited.json()) as { url: string }).url.split('#')[1]
  expect((await request.post('/api/v1/session/password', { data: { token, password } })).status()).toBe(204)
  const before = await browser.newPage({ baseURL: new URL(own().Origin).origin })
  expect((await before.request.post('/api/v1/session', { data: { email, password } })).status()).toBe(200)

  await page.goto('/cabinet/sign-in')
  await page.getByRole('link', { name: 'Забыли пароль?' }).click()
  await page.getByLabel('Почта').fill(email)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('status')).toContainText('Проверьте почту')
  let link = ''
  await expect
    .poll(async () => {
      const { items } = (await (await request.get('/simulator/messages')).json()) as {
        items: { to: string; text: string }[]
      }
      link = items.find((letter) => letter.to === email)?.text.match(/https?:\S+#\S+/)?.[0] ?? ''
      return link
    })
    .not.toBe('')
  await page.goto(link)
  await expect(page.getByRole('heading', { level: 1, name: 'Новый пароль' })).toBeVisible()
  await page.getByRole('textbox', { name: 'Новый пароль' }).fill('another long password')
  await page.getByRole('button', { name: 'Сохранить и войти' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Участники' })).toBeVisible()
  expect((await before.request.get('/api/v1/session')).status()).toBe(401)
  await before.close()

  // Where one is signed in, and from which address.
  await page.goto('/cabinet/account')
  await expect(page.getByText(/(127\.0\.0\.1|198\.18\.\d+\.\d+) · Вход/).first()).toBeVisible()

  // The owner ends it from afar.
  await shop.signIn(page)
  await page.goto('/cabinet/staff')
  const row = page.locator('tr, li').filter({ hasText: email })
  await row.getByRole('button', { name: /Что сделать/ }).click()
  await page.getByRole('menuitem', { name: 'Завершить все входы' }).click()
  await expect(page.getByText('Входы завершены')).toBeVisible()
})

test('the owner makes somebody manager of a store and sets what support may do', async ({ page, shop }) => {
  await shop.signIn(page)
  await page.goto('/cabinet/staff')
  await page.getByRole('button', { name: 'Пригласить' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Имя').fill('Мария')
  await dialog.getByLabel('Почта').fill(`maria${Date.now() % 1_000_000}@zerno.example`)
  await dialog.getByRole('radio', { name: 'Управляющий' }).check()
  await dialog.getByRole('button', { name: 'Получить ссылку' }).click()
  await expect(dialog.getByText('Выберите хотя бы один магазин')).toBeVisible()
  await dialog.getByRole('checkbox').first().check()
  await dialog.getByRole('button', { name: 'Получить ссылку' }).click()
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await page.getByLabel('Бонусов вручную за сутки, на человека').fill('700')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Сохранено')).toBeVisible()
})
