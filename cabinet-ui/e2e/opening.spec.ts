import { randomInt } from 'node:crypto'
import type { APIRequestContext, Page } from '@playwright/test'
import type { components } from '../src/base/api/schema'
import { expectAccessible } from './accessible'
import { expect, own, test } from './support'

const KEY = process.env.KARTELA_OPERATOR_KEY ?? ''

test.skip(KEY === '', 'the operator’s key of this installation is not known')
test.setTimeout(300_000) // an owner's whole first hour

/** The first page of an installation without a shop and without a demo. */
async function startPageOfNobody(page: Page) {
  await page.route('**/api/v1/public/installation', (route) => route.fulfill({ json: { empty: true } }))
  await page.route('**/simulator/demo', (route) => route.fulfill({ status: 404, json: {} }))
  await page.goto('/')
  await expect(page.getByText('Установка готова, магазинов пока нет')).toBeVisible()
  await expectAccessible(page)
  await page.unrouteAll()
  await page.getByRole('link', { name: 'Войти и открыть магазин' }).click()
}

async function signIn(page: Page) {
  await page.getByRole('textbox', { name: 'Ключ оператора' }).fill('kop_wrong')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByText('Ключ оператора неверен')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Ключ оператора' }).fill(KEY)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Магазины' })).toBeVisible()
  const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]))
  expect(kept).not.toContain(KEY)
}

type Handed = { link: string; registerKey: string }

async function open(page: Page, name: string, email: string): Promise<Handed> {
  await page.getByRole('link', { name: 'Открыть магазин' }).click()
  await page.getByRole('button', { name: 'Открыть магазин' }).click()
  await expect(page.getByText('не заполнено')).toHaveCount(4)
  await page.getByRole('textbox', { name: 'Название' }).fill(name)
  await expect(page.getByRole('textbox', { name: 'Адрес страницы вступления' })).toHaveValue(/^salon-pion-\d+$/)
  await page.getByRole('textbox', { name: 'Что обещает программа' }).fill('Бонусы за каждый визит')
  await page.getByRole('combobox', { name: 'Начать с готовой' }).click()
  await page.getByRole('option', { name: 'Салон красоты' }).click()
  await expect(page.getByText('VIP: 7 %, оплата до 30 %')).toBeVisible()
  await page.getByRole('textbox', { name: 'Имя' }).fill('Полина Пионова')
  await page.getByRole('textbox', { name: 'Почта' }).fill(email)
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Открыть магазин' }).click()
  await expect(page.getByRole('heading', { name: `«${name}» открыт` })).toBeVisible()
  await expectAccessible(page)
  return {
    link: await page.getByRole('textbox', { name: `Ссылка владельцу: ${email}` }).inputValue(),
    registerKey: await page.getByRole('textbox', { name: /^Ключ кассы/ }).inputValue(),
  }
}

/** What is left of the first steps, done through the API: texts and a look published, a till signed in, a customer, a sale. */
async function firstSale(owner: APIRequestContext, registerKey: string) {
  const design = (await (await owner.get('/api/v1/design/draft')).json()) as { revision: number }
  const published = await owner.post('/api/v1/design/publish', {
    headers: own(),
    data: { revision: design.revision },
  })
  expect(published.status(), await published.text()).toBe(201)
  for (const kind of ['terms', 'privacy']) {
    const text = await owner.post(`/api/v1/shop/texts/${kind}`, { headers: own(), data: { text: { ru: 'Текст' } } })
    expect(text.status(), await text.text()).toBe(201)
  }
  const register = () => ({ Authorization: `Bearer ${registerKey}`, 'Idempotency-Key': crypto.randomUUID() })
  const joined = await owner.post('/api/v1/members', {
    headers: register(),
    data: { phone: `+7999${randomInt(1_000_000, 9_999_999)}`, name: 'Анна', consentTerms: true, consentData: true },
  })
  expect(joined.status(), await joined.text()).toBe(201)
  const { memberId } = (await joined.json()) as components['schemas']['TillSignUpDone']
  const sold = await owner.post('/api/v1/receipts', {
    headers: register(),
    data: { memberId, lines: [{ amount: 200_000 }] },
  })
  expect(sold.status(), await sold.text()).toBe(201)
  expect((await sold.json()).earned).toBe(6_000)
}

/** The owner's way: the link, a password, the cabinet with its first steps, a shop that runs. */
async function ownerBegins(page: Page, handed: Handed, email: string) {
  await page.goto(handed.link)
  await expect(page.getByText('Полина Пионова, вас пригласили в кабинет')).toBeVisible()
  await expect(page.getByRole('textbox', { name: 'Почта для входа' })).toHaveValue(email)
  await expectAccessible(page)
  await page.getByRole('textbox', { name: 'Новый пароль' }).fill('короткий')
  await page.getByRole('button', { name: 'Сохранить и войти' }).click()
  await expect(page.getByText('Пароль короче 10 знаков')).toBeVisible()
  await page.getByRole('textbox', { name: 'Новый пароль' }).fill('пионы расцвели')
  await page.getByRole('button', { name: 'Сохранить и войти' }).click()

  const guide = page.getByRole('heading', { name: 'Первые шаги' })
  await expect(guide).toBeVisible()
  expect(page.url()).not.toContain('#')
  await expect(page.getByText('Готово 2 из 7')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Скрыть' }).click()
  await expect(guide).toBeHidden()
  await page.getByRole('button', { name: 'Показать первые шаги' }).click()
  await page.getByRole('link', { name: 'Плакат и QR' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Ссылка и QR' })).toBeVisible()

  await firstSale(page.request, handed.registerKey)
  await page.goto('/cabinet')
  await expect(page.getByRole('heading', { name: 'Магазин работает' })).toBeVisible()
  await page.getByRole('button', { name: 'Скрыть' }).click()
  await expect(page.getByRole('heading', { name: 'Магазин работает' })).toBeHidden()

  await page.goto('/cabinet/sign-in')
  await page.goto(handed.link)
  await expect(page.getByText('Приглашение не подходит')).toBeVisible()
}

async function closeAndReopen(page: Page, owner: Page, name: string) {
  await page.getByRole('searchbox', { name: 'Поиск' }).fill(name)
  await page.getByRole('button', { name: `Действия: ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Закрыть магазин' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Закрыть магазин' }).click()
  await expect(page.getByText('Магазин закрыт', { exact: true })).toBeVisible()
  await owner.goto('/cabinet')
  await expect(owner.getByRole('heading', { name: 'Вход в кабинет' })).toBeVisible()

  await page.getByRole('button', { name: `Действия: ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Открыть снова' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Открыть снова' }).click()
  await expect(page.getByText('Магазин снова открыт')).toBeVisible()
  await owner.goto('/cabinet')
  await expect(owner.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible()
}

test('from an empty installation to the first sale', async ({ page, browser }) => {
  const number = randomInt(100_000, 999_999)
  const name = `Салон Пион ${number}`
  const email = `polina@pion-${number}.example`
  await startPageOfNobody(page)
  await signIn(page)
  const handed = await open(page, name, email)
  expect(handed.link).toContain('/cabinet/invitation#')

  const owner = await (await browser.newContext({ baseURL: new URL(page.url()).origin, locale: 'ru-RU' })).newPage()
  await ownerBegins(owner, handed, email)

  await page.getByRole('link', { name: 'Передал, готово' }).click()
  await closeAndReopen(page, owner, name)

  await page.getByRole('button', { name: `Действия: ${name}` }).click()
  await page.getByRole('menuitem', { name: 'Пригласить владельца' }).click()
  await page.getByRole('textbox', { name: 'Имя' }).fill('Пётр')
  await page.getByRole('textbox', { name: 'Почта' }).fill(`petr@pion-${number}.example`)
  await page.getByRole('button', { name: 'Получить ссылку' }).click()
  await expect(page.getByRole('textbox', { name: /^Ссылка владельцу: petr/ })).toHaveValue(/invitation#/)
  await page.getByRole('button', { name: 'Передал, готово' }).click()

  await page.getByRole('link', { name: 'Журнал' }).click()
  await expect(page.getByText(`Приглашён владелец petr@pion-${number}.example`)).toBeVisible()
  await expect(page.getByText(`Магазин открыт, владелец ${email}`)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Выйти' }).click()
  await expect(page.getByRole('heading', { name: 'Вход оператора' })).toBeVisible()
  await owner.context().close()
})
