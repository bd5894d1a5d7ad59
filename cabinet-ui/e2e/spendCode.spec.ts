import type { Page } from '@playwright/test'
import { expect, type Shop, test } from './support'

/** A code that is not this one. */
const wrong = (code: string) => (code === '000000' ? '000001' : '000000')

async function sendCode(page: Page, shop: Shop, phone: string) {
  await page.getByRole('button', { name: 'Списать по коду' }).click()
  const dialog = page.getByRole('dialog', { name: 'Код для списания' })
  await dialog.getByRole('button', { name: 'Отправить код' }).click()
  await expect(dialog.getByText(`Код отправлен на`)).toContainText(phone.slice(-2))
  return { dialog, code: await shop.codeFor(phone) }
}

test('found by phone: bonuses are spent with the code from the customer’s message', async ({
  page,
  shop,
  till,
  isMobile,
}) => {
  const customer = await shop.customer(50_000)
  await till.find(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  await expect(page.getByText(/Карта не прочитана или ещё не подтверждена владельцем/)).toBeVisible()
  await expect(page.getByRole('slider')).toHaveCount(0)
  const { dialog, code } = await sendCode(page, shop, customer.phone)

  // Mistyped: how many tries are left, and the field is ready for the next one.
  const field = dialog.getByLabel('Код из сообщения')
  await expect(field).toBeFocused()
  await field.fill(wrong(code))
  await dialog.getByRole('button', { name: 'Подтвердить' }).click()
  await expect(dialog.getByRole('alert')).toContainText('осталось попыток: 4')
  await expect(field).toBeFocused()
  await expect(field).toHaveValue('')
  await expect(dialog.getByRole('button', { name: /^Ещё раз можно через/ })).toBeDisabled()

  // By finger on a phone, by keyboard at a desk.
  if (isMobile) {
    for (const digit of code) await dialog.getByRole('button', { name: digit, exact: true }).tap()
    await dialog.getByRole('button', { name: 'Подтвердить' }).tap()
  } else {
    await page.keyboard.type(code, { delay: 80 })
    await page.keyboard.press('Enter')
  }
  await expect(dialog).toBeHidden()
  await page.getByRole('button', { name: /^Максимум/ }).click()
  await expect(till.commit).toBeEnabled()
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  const [receipt] = await shop.receiptsOf(customer.memberId)
  expect(receipt?.spent).toBeGreaterThan(0)

  // One code, one purchase.
  await page.getByRole('button', { name: 'Следующий покупатель' }).click()
  await till.find(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  await expect(page.getByRole('button', { name: 'Списать по коду' })).toBeVisible()
})

test('a code that ran out, a slow answer, a cut network and a change of mind', async ({ page, shop, till }) => {
  const customer = await shop.customer(50_000)
  await till.find(customer)
  await page.getByRole('button', { name: /Круассан/ }).click()
  const { dialog, code } = await sendCode(page, shop, customer.phone)
  const field = dialog.getByLabel('Код из сообщения')
  const confirm = dialog.getByRole('button', { name: 'Подтвердить' })

  // No answer: the code stays in the field to be sent again.
  await page.route('**/spend-codes/confirm', (route) => route.abort('connectionreset'), { times: 1 })
  await field.fill(code)
  await confirm.click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expect(field).toHaveValue(code)

  // A slow one is told as such; the code itself had run out.
  let answer = () => {}
  const asked = new Promise<void>((resolve) => {
    answer = resolve
  })
  await page.route('**/spend-codes/confirm', async (route) => {
    await asked
    await route.fulfill({
      status: 410,
      contentType: 'application/problem+json',
      body: JSON.stringify({ code: 'CODE_EXPIRED', detail: 'Код устарел, запросите новый', status: 410 }),
    })
  })
  await confirm.click()
  await expect(dialog.getByText('Связь медленная, ждём ответа…')).toBeVisible()
  answer()
  await expect(dialog.getByRole('alert')).toContainText('Код устарел')
  await page.unroute('**/spend-codes/confirm')

  // The customer changes their mind: nothing is spent, the receipt goes on.
  await dialog.getByRole('button', { name: 'Без списания' }).click()
  await expect(dialog).toBeHidden()
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  const [receipt] = await shop.receiptsOf(customer.memberId)
  expect(receipt).toMatchObject({ spent: 0 })
})

test('the card comes out after all: scanned over the dialog, it needs no code', async ({
  page,
  shop,
  till,
  isMobile,
}) => {
  test.skip(isMobile, 'wedge scanners sit at desks')
  const customer = await shop.customer(50_000)
  await till.find(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  await page.keyboard.press('F8')
  const dialog = page.getByRole('dialog', { name: 'Код для списания' })
  await expect(dialog).toBeVisible()
  await till.wedge(customer.code)
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('button', { name: /^Максимум/ })).toBeVisible()
})

test('when the program takes the card only, the till says so', async ({ page, shop, till }) => {
  const customer = await shop.customer(50_000)
  await page.route('**/api/v1/scans', async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: { ...(await answer.json()), spending: 'NEVER' } })
  })
  await till.find(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  await expect(page.getByText(/Бонусы списываются только по карте/)).toBeVisible()
  await expect(page.getByRole('slider')).toHaveCount(0)
})
