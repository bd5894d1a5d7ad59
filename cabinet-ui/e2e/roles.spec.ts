import type { APIRequestContext, Browser, Page } from '@playwright/test'
import { expect, own, test } from './support'

/** Each role's menu, exactly; the owner's is all there is. */
const MENUS: Record<string, readonly string[]> = {
  MANAGER: ['Участники', 'Показатели', 'Отзывы', 'Подарочные сертификаты', 'Товары', 'Магазины и кассы', 'Ссылка и QR'],
  MARKETER: [
    'Обзор',
    'Участники',
    'Сегменты',
    'Показатели',
    'Рассылки',
    'Автоматические сообщения',
    'Отзывы',
    'Программа',
    'Друзья',
    'Промокоды',
    'Товары',
    'Вид карты',
    'Магазины и кассы',
    'Пластиковые карты',
    'Ссылка и QR',
  ],
  SUPPORT: ['Участники', 'Отзывы', 'Ссылка и QR'],
  ACCOUNTANT: ['Обзор', 'Участники', 'Показатели', 'Друзья', 'Промокоды', 'Подарочные сертификаты', 'Журнал изменений'],
  CASHIER: ['Участники', 'Программа', 'Товары', 'Магазины и кассы', 'Ссылка и QR'],
  OWNER: [
    'Обзор',
    'Участники',
    'Сегменты',
    'Показатели',
    'Рассылки',
    'Автоматические сообщения',
    'Отзывы',
    'Программа',
    'Друзья',
    'Промокоды',
    'Подарочные сертификаты',
    'Товары',
    'Вид карты',
    'Магазины и кассы',
    'Пластиковые карты',
    'Ссылка и QR',
    'Сертификаты и ключи',
    'Каналы сообщений',
    'Данные магазина',
    'Сотрудники',
    'Журнал изменений',
  ],
}

/** Somebody of this role, who joined by the link and is signed in. */
type Doors = { owner: APIRequestContext; anybody: APIRequestContext }

async function colleague(role: string, { owner, anybody }: Doors, browser: Browser, baseURL: string): Promise<Page> {
  const email = `${role.toLowerCase()}${Date.now() % 1_000_000}@zerno.example`
  const { items } = (await (await owner.get('/api/v1/stores')).json()) as { items: { id: string }[] }
  const invited = await owner.post('/api/v1/staff', {
    headers: own(),
    data: { email, name: role, role, stores: [items[0]?.id] },
  })
  expect(invited.status(), await invited.text()).toBe(201)
  const { url } = (await invited.json()) as { url: string }
  const password = 'a long enough password'
  const token = url.split('#')[1]
  expect((await anybody.post('/api/v1/session/password', { data: { token, password } })).status()).toBe(204)
  const page = await browser.newPage({ locale: 'ru-RU', baseURL })
  expect((await page.request.post('/api/v1/session', { data: { email, password } })).status()).toBe(200)
  return page
}

for (const [role, menu] of Object.entries(MENUS)) {
  test(`${role}: the menu holds what the role may see, and nothing on it is refused`, async ({
    page: owners,
    request,
    browser,
    baseURL,
    shop,
  }) => {
    test.slow() // every page of the cabinet
    const member = await shop.customer(10_000)
    await shop.signIn(owners)
    const page = await colleague(role, { owner: owners.request, anybody: request }, browser, baseURL ?? '')
    const refused: string[] = []
    page.on('response', (answer) => {
      if (answer.status() === 401 || answer.status() === 403) refused.push(`${page.url()} ${answer.url()}`)
    })
    await page.goto('/cabinet/')
    // On a phone the whole menu stands in the drawer, beside the bar with its first entries.
    const phone = page.viewportSize()?.width !== 1440
    if (phone) await page.getByRole('button', { name: 'Ещё', exact: true }).click()
    const menuOf = phone ? page.getByRole('dialog') : page
    const links = menuOf.getByRole('navigation', { name: 'Разделы кабинета' }).getByRole('link')
    await expect(links.first()).toBeVisible()
    expect((await links.allInnerTexts()).map((name) => name.trim())).toEqual(menu)
    const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    for (const address of [...addresses, `/cabinet/members/${member.memberId}`, '/cabinet/account']) {
      await page.goto(address)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await page.waitForLoadState('networkidle')
      await expect(page.getByText('Вашей роли эта страница не видна')).toHaveCount(0)
    }
    expect(refused).toEqual([])
    await page.close()
  })
}
