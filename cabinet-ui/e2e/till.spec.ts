import { agrees } from './forms'
import { expect, test } from './support'

test('a receipt by goods: spend the maximum, commit, slip, next customer', async ({ page, shop, till }) => {
  const customer = await shop.customer(50_000)
  const before = (await shop.card(customer.cardToken)).balance.available
  await till.show(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  await page.getByRole('button', { name: 'Больше: Латте' }).click()
  await page.getByRole('button', { name: /^Максимум/ }).click()
  await expect(page.getByText(/^Можно списать/)).toBeVisible()
  await till.commit.click()

  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  const [receipt] = await shop.receiptsOf(customer.memberId)
  expect(receipt).toMatchObject({ gross: 60_000 })
  expect(receipt?.spent).toBeGreaterThan(0)
  expect(receipt?.toPay).toBe(60_000 - (receipt?.spent ?? 0))
  const { available, pending } = (await shop.card(customer.cardToken)).balance
  expect(available + pending).toBe(before - (receipt?.spent ?? 0) + (receipt?.earned ?? 0))

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Ждём карту' })).toBeVisible()
  await expect(till.scanField).toBeFocused()
})

test('slow answers do not set the till back: bonuses of a moment ago are spent', async ({ page, shop, till }) => {
  for (const path of ['scans', 'quotes']) {
    await page.route(`**/api/v1/${path}`, async (route) => {
      const answer = await route.fetch()
      await new Promise((done) => setTimeout(done, 4000))
      await route.fulfill({ response: answer })
    })
  }
  const customer = await shop.customer(50_000)
  await till.show(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  await page.getByRole('button', { name: /^Максимум/ }).click()
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible({ timeout: 20_000 })
  expect((await shop.receiptsOf(customer.memberId))[0]?.spent).toBeGreaterThan(0)
})

test('a scanner is heard wherever the focus is and leaves no digits behind', async ({ page, shop, till, isMobile }) => {
  test.skip(isMobile, 'wedge scanners sit at desks')
  const customer = await shop.customer()
  const { code } = await shop.card(customer.cardToken)
  await page.getByText('Одной суммой').click()
  await page.getByRole('textbox', { name: 'Сумма чека' }).fill('250')
  await till.wedge(code)
  await expect(till.customer.getByText(customer.name)).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Сумма чека' })).toHaveValue('250')
  await page.keyboard.press('F9')
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()

  // The next customer's scan starts the next receipt without touching anything.
  const second = await shop.customer()
  await till.wedge((await shop.card(second.cardToken)).code)
  await expect(till.customer.getByText(second.name)).toBeVisible()
})

test('an unknown card is refused in words and nothing else happens', async ({ page, till }) => {
  await till.scanField.fill('00000000000000000000')
  await page.getByRole('button', { name: 'Найти' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Ждём карту' })).toBeVisible()
})

test('a number that nobody has is signed up with it filled in; Escape forgets it', async ({ page, shop, till }) => {
  const phone = `+7999${Math.floor(1_000_000 + Math.random() * 8_999_999)}`
  await till.scanField.fill(`8 ${phone.slice(2, 5)} ${phone.slice(5)}`)
  await page.getByRole('button', { name: 'Найти' }).click()
  const offer = page.getByRole('button', { name: /^Оформить карту на \+7/ })
  await expect(offer).toBeVisible()
  await till.scanField.press('Escape')
  await expect(offer).toBeHidden()
  await expect(till.scanField).toHaveValue('')

  await till.scanField.fill(phone.slice(2))
  await page.getByRole('button', { name: 'Найти' }).click()
  await offer.click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Телефон')).toHaveValue(/^\+7 999/)
  await dialog.getByLabel('Имя').fill('Анна Новая')
  await agrees(dialog)
  await dialog.getByRole('button', { name: 'Завести без кода' }).click()
  await dialog.getByRole('button', { name: 'Продолжить с этим покупателем' }).click()
  await expect(till.customer.getByText('Анна Новая')).toBeVisible()
  expect(await shop.codeFor(phone).catch(() => null)).toBeNull()
})

test('the button that completes the sale is always in sight', async ({ page, shop, till, isMobile }) => {
  test.skip(isMobile, 'the phone has its bar')
  const customer = await shop.customer(50_000)
  await till.show(customer)
  for (const name of [/Латте/, /Чизкейк/, /Сэндвич/, /Зерно/, /Капучино/])
    await page.getByRole('button', { name }).first().click()
  await page.getByRole('button', { name: 'Как посчитано' }).click()
  for (const [width, height] of [
    [1024, 768],
    [1366, 768],
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height })
    await page.evaluate(() => window.scrollTo(0, 0))
    await expect(till.commit).toBeInViewport({ ratio: 1 })
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight))
    await expect(till.commit).toBeInViewport({ ratio: 1 })
  }
})

test('with a customer found, the sum is typed next', async ({ page, shop, till, isMobile }) => {
  test.skip(isMobile, 'by finger a keyboard would cover half of the screen')
  const customer = await shop.customer()
  await page.getByText('Одной суммой').click()
  await till.scanField.fill(customer.phone)
  await till.scanField.press('Enter')
  await expect(till.customer.getByText(customer.name)).toBeVisible()
  await page.keyboard.type('600')
  await expect(page.getByRole('textbox', { name: 'Сумма чека' })).toHaveValue('600')
})

test('the network drops before the answer: the receipt is kept and booked once', async ({ page, shop, till }) => {
  const customer = await shop.customer()
  await till.find(customer)
  await page.getByRole('button', { name: /Капучино/ }).click()
  await expect(till.commit).toBeEnabled()

  // The service books the receipt, but its answer never arrives.
  const keys: string[] = []
  let cut = true
  await page.route('**/api/v1/receipts', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    keys.push((await route.request().headerValue('Idempotency-Key')) ?? '')
    if (!cut) return route.continue()
    await route.fetch()
    return route.abort('connectionreset')
  })
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек сохранён на кассе' })).toBeVisible()
  expect(await shop.receiptsOf(customer.memberId)).toHaveLength(1)

  // Even a reload does not lose it.
  await page.reload()
  await expect(page.getByRole('button', { name: /1 чек ждёт/ })).toBeVisible()
  cut = false
  await expect(page.getByRole('button', { name: /1 чек ждёт/ })).toBeHidden({ timeout: 40_000 })
  expect(new Set(keys).size).toBe(1)
  expect(await shop.receiptsOf(customer.memberId)).toHaveLength(1)
})

test('no network at all: the till says so, keeps the receipt and sends it later', async ({
  page,
  context,
  shop,
  till,
}) => {
  const customer = await shop.customer()
  await till.find(customer)
  await context.setOffline(true)
  await page.getByRole('button', { name: /Круассан/ }).click()
  await expect(page.getByText(/Списать бонусы сейчас нельзя/)).toBeVisible()
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек сохранён на кассе' })).toBeVisible()
  expect(await shop.receiptsOf(customer.memberId)).toHaveLength(0)

  await context.setOffline(false)
  await expect.poll(() => shop.receiptsOf(customer.memberId), { timeout: 40_000 }).toHaveLength(1)
})

test('a part of a receipt is returned from the history', async ({ page, shop, till }) => {
  const customer = await shop.customer()
  await till.find(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  await page.getByRole('button', { name: /Чизкейк/ }).click()
  await till.commit.click()
  await page.getByRole('button', { name: 'Следующий покупатель' }).click()

  await till.open('История чеков')
  const row = page.getByRole('listitem').filter({ hasText: customer.name })
  await row.getByRole('button', { name: 'Возврат' }).click()
  const dialog = page.getByRole('dialog', { name: 'Возврат по чеку' })
  await expect(dialog.getByText(customer.name)).toBeVisible()
  await expect(dialog.getByRole('button', { name: /^Оформить возврат · 650/ })).toBeVisible()
  await page.getByText('Отдельные строки').click()
  await page.getByRole('textbox', { name: 'Сколько: Чизкейк' }).fill('1')
  await page.getByRole('button', { name: /^Оформить возврат · 350/ }).click()
  await expect(page.getByText('Возврат оформлен')).toBeVisible()
  await page.getByRole('button', { name: 'Готово' }).click()
  await expect(row.getByText(/возврат 350/)).toBeVisible()

  const [receipt] = await shop.receiptsOf(customer.memberId)
  expect(receipt?.returns).toHaveLength(1)
  expect(receipt?.returns[0]?.money).toBe(35_000)
})

test('a wrong key is refused in words', async ({ page }) => {
  await page.goto('/till')
  await page.getByLabel('Ключ кассы').fill('krt_1_1_wrong')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
})

test('a receipt is found by its sum, and by the customer whose card was scanned', async ({ page, shop, till }) => {
  const customer = await shop.customer()
  await shop.receipt(customer.memberId, 734_211)
  await till.show(customer)
  await till.open('История чеков')
  const history = page.getByRole('dialog', { name: 'История чеков' })
  await history.getByRole('searchbox', { name: 'Найти чек' }).fill('7342,11')
  await expect(history.getByText(customer.name).first()).toBeVisible()
  await expect(history.getByText('Итоги дня этой кассы')).toBeHidden()
  await history.getByRole('searchbox', { name: 'Найти чек' }).fill('7342,12')
  await expect(history.getByText('Такого чека не нашли')).toBeVisible()
  await history.getByRole('searchbox', { name: 'Найти чек' }).fill('')
  await history.getByRole('switch', { name: /^Только покупки/ }).press('Space')
  await expect(history.getByRole('listitem')).toHaveCount(1)
})
