import { randomInt } from 'node:crypto'
import type { Browser, Page } from '@playwright/test'
import type { components } from '../src/base/api/schema'
import { expectAccessible } from './accessible'
import { expect, TillPage, test } from './support'

const KEY = process.env.KARTELA_OPERATOR_KEY ?? ''

test.skip(KEY === '', 'the operator’s key of this installation is not known')
test.setTimeout(240_000)

type Opened = { registerKey: string; page: Page }

/** A new shop of the coffee template, its owner in the cabinet. */
async function openCoffeeShop(browser: Browser, origin: string): Promise<Opened> {
  const number = randomInt(100_000, 999_999)
  const context = await browser.newContext({ baseURL: origin, locale: 'ru-RU' })
  const opened = await context.request.post('/api/v1/operator/merchants', {
    headers: { Authorization: `Bearer ${KEY}` },
    data: {
      slug: `coffee-${number}`,
      name: `Кофейня ${number}`,
      zone: 'Europe/Moscow',
      template: 'coffee-shop',
      owner: { email: `olga@coffee-${number}.example`, name: 'Ольга' },
    },
  })
  expect(opened.status(), await opened.text()).toBe(201)
  const { owner, register } = (await opened.json()) as components['schemas']['MerchantOpened']
  const page = await context.newPage()
  await page.goto(`/cabinet/invitation#${owner.invitation.token}`)
  await page.getByRole('textbox', { name: 'Новый пароль' }).fill('зёрна обжарены')
  await page.getByRole('button', { name: 'Сохранить и войти' }).click()
  await expect(page.getByRole('heading', { name: 'Первые шаги' })).toBeVisible()
  return { registerKey: register.key, page }
}

async function addGood(page: Page, name: string, category: string, price: string) {
  await page.getByRole('button', { name: 'Добавить товар' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: 'Название' }).fill(name)
  await dialog.getByRole('combobox', { name: 'Категории' }).click()
  await page.getByRole('option', { name: category, exact: true }).click()
  await dialog.getByRole('textbox', { name: 'Цена, ₽' }).fill(price)
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog).toBeHidden()
}

test('a new coffee shop: goods get their category by the screen, and the sixth coffee is free', async ({
  browser,
  baseURL,
}) => {
  const { page, registerKey } = await openCoffeeShop(browser, baseURL ?? '')
  await expect(page.getByRole('heading', { name: 'Разложите товары по категориям' })).toBeVisible()
  await page.goto('/cabinet/program')
  await expect(page.getByText('В категории «Кофе» пока нет товаров.')).toBeVisible()
  await page.getByRole('link', { name: 'К товарам' }).click()

  await expect(page.getByRole('heading', { name: 'Товаров пока нет' })).toBeVisible()
  await expectAccessible(page)
  await addGood(page, 'Капучино', 'Кофе', '280')
  await addGood(page, 'Раф', 'Кофе', '320')
  await expect(page.getByText('Раф')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Кнопки кассы' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Добавить из каталога' }).fill('капуч')
  await page.getByRole('option', { name: /Капучино/ }).click()
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await expect(dialog).toBeHidden()

  await page.goto('/cabinet/program')
  await expect(page.getByText('Каждый шестой кофе в подарок').first()).toBeVisible()
  await expect(page.getByText('пока нет товаров')).toBeHidden()

  await sixCoffees(page, registerKey)
  await page.context().close()
})

/** At the till, by its button: a customer, five cups that are paid, the sixth that is not. */
async function sixCoffees(page: Page, registerKey: string) {
  const till = new TillPage(page)
  await till.signIn(registerKey)
  const phone = `+7999${randomInt(1_000_000, 9_999_999)}`
  const joined = await page.request.post('/api/v1/members', {
    headers: { Authorization: `Bearer ${registerKey}`, 'Idempotency-Key': crypto.randomUUID() },
    data: { phone, name: 'Анна Шестая', consentTerms: true, consentData: true },
  })
  expect(joined.status(), await joined.text()).toBe(201)
  for (let cup = 1; cup <= 6; cup++) {
    await till.scanField.fill(phone)
    await page.getByRole('button', { name: 'Найти' }).click()
    await expect(till.customer.getByText('Анна Шестая')).toBeVisible()
    await page
      .getByRole('button', { name: /Капучино/ })
      .first()
      .click()
    await till.commit.click()
    await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'Ждём карту' })).toBeVisible()
  }
  const receipts = await page.request.get('/api/v1/receipts?limit=10', {
    headers: { Authorization: `Bearer ${registerKey}` },
  })
  const { items } = (await receipts.json()) as components['schemas']['ReceiptPage']
  expect(items.map((receipt) => receipt.discount)).toEqual([28_000, 0, 0, 0, 0, 0])
}

test('categories make a tree, and goods are sorted into them by the handful', async ({ browser, baseURL }) => {
  const { page, registerKey } = await openCoffeeShop(browser, baseURL ?? '')
  for (const name of ['Эспрессо', 'Чай']) {
    const sold = await page.request.post('/api/v1/receipts', {
      headers: { Authorization: `Bearer ${registerKey}`, 'Idempotency-Key': crypto.randomUUID() },
      data: { lines: [{ sku: name.toUpperCase(), name, amount: 18_000 }] },
    })
    expect(sold.status(), await sold.text()).toBe(201)
  }
  await page.goto('/cabinet/goods')
  await expect(page.getByText('без категории — 2')).toBeVisible()
  await page.getByRole('button', { name: 'Категории' }).click()
  const dialog = page.getByRole('dialog').first()
  await dialog.getByRole('textbox', { name: 'Новая категория' }).fill('Напитки')
  await dialog.getByRole('button', { name: 'Добавить' }).click()
  await dialog.getByRole('button', { name: 'Изменить «Кофе»' }).click()
  const change = page.getByRole('dialog').last()
  await change.getByRole('combobox', { name: 'Внутри категории' }).click()
  await page.getByRole('option', { name: 'Напитки' }).click()
  await change.getByRole('button', { name: 'Сохранить' }).click()
  await expect(change.getByText('Внутри категории')).toBeHidden()
  await dialog.getByRole('button', { name: 'Закрыть' }).first().click()

  await page.getByRole('checkbox', { name: 'Выбрать: Эспрессо' }).check()
  await page.getByRole('button', { name: 'Положить в категорию' }).click()
  await page.getByRole('dialog').getByRole('combobox', { name: 'Категория' }).click()
  await page.getByRole('option', { name: 'Кофе' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Положить', exact: true }).click()
  await expect(page.getByText('Перенесён 1 товар')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Поиск' }).fill('напитки')
  await expect(page.getByText('Чай', { exact: true })).toBeHidden()
  await expect(page.getByText('Эспрессо').first()).toBeVisible()
  await page.context().close()
})
