import { randomInt } from 'node:crypto'
import { expect, own, test } from './support'

test('signing in by hand leads where one wanted to go, signing out ends it', async ({ page, shop, isMobile }) => {
  await page.goto('/cabinet/members')
  await page.getByLabel('Почта').fill(shop.demo.email)
  await page.getByRole('textbox', { name: 'Пароль' }).fill('wrong-password')
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('textbox', { name: 'Пароль' }).fill(shop.demo.password)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Участники' })).toBeVisible()

  if (isMobile) await page.getByRole('button', { name: 'Ещё', exact: true }).click()
  await page.getByRole('button', { name: 'Выйти' }).filter({ visible: true }).click()
  await expect(page.getByRole('heading', { name: 'Вход в кабинет' })).toBeVisible()
  await page.goto('/cabinet/members')
  await expect(page.getByRole('heading', { name: 'Вход в кабинет' })).toBeVisible()
})

test.describe('signed in', () => {
  test.beforeEach(async ({ page, shop }) => shop.signIn(page))

  test('the overview shows the shop in figures', async ({ page, shop }) => {
    // A receipt of today, whether or not the demo shop's past is written yet.
    await shop.receipt((await shop.customer()).memberId, 10_000)
    await page.goto('/cabinet')
    await expect(page.getByRole('heading', { level: 1, name: 'Обзор' })).toBeVisible()
    await expect(page.getByRole('img', { name: 'График по дням: Выручка' })).toBeVisible()
    await page.getByText('7 дней').click()
    await expect(page.getByText('Бонусов на руках')).toBeVisible()
  })

  test('a member is found by phone and gets bonuses with a reason', async ({ page, shop }) => {
    const customer = await shop.customer()
    const before = (await shop.card(customer.cardToken)).balance.available
    await page.goto('/cabinet/members')
    await page.getByRole('searchbox', { name: 'Поиск' }).fill(customer.phone)
    await page.getByRole('link', { name: customer.name }).click()
    await expect(page.getByRole('heading', { level: 1, name: customer.name })).toBeVisible()

    await page.getByRole('button', { name: 'Начислить или списать' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Начислить' }).click()
    await expect(dialog.getByText('Укажите причину')).toBeVisible()
    await dialog.getByLabel('Сколько бонусов').fill('150,50')
    await dialog.getByLabel('Причина').fill('Извинение за ожидание')
    await dialog.getByRole('button', { name: 'Начислить' }).click()
    await expect(page.getByText('Извинение за ожидание').first()).toBeVisible()
    await expect(page.getByText('+150,50')).toBeVisible()
    expect((await shop.card(customer.cardToken)).balance.available).toBe(before + 15_050)
  })

  test('a leaked code is changed, the card stays where it is', async ({ page, shop }) => {
    const customer = await shop.customer()
    await page.goto(`/cabinet/members/${customer.memberId}`)
    await page.getByRole('button', { name: 'Перевыпустить карту' }).click()
    const dialog = page.getByRole('dialog')
    await expect(dialog.getByRole('radio', { name: 'Код попал к чужим' })).toBeFocused()
    await dialog.getByRole('button', { name: 'Сменить код' }).click()
    await expect(dialog.getByRole('status')).toContainText('Старый код не действует')
    await expect(dialog.getByRole('button', { name: 'Готово' })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
    const { code } = await shop.card(customer.cardToken)
    expect(code).not.toBe(customer.code)
  })

  test('a card is renewed where the design counts a time from its issue', async ({ page, shop }) => {
    const customer = await shop.customer()
    // The design of the shop is every test's: only this page believes that cards live a year.
    await page.route('**/api/v1/design', async (route) => {
      const answer = await route.fetch()
      const design = (await answer.json()) as { document: object }
      await route.fulfill({ json: { ...design, document: { ...design.document, validity: { months: 12 } } } })
    })
    await page.route('**/cards/reissue', (route) => {
      expect(route.request().postDataJSON()).toEqual({ reason: 'RENEWAL', send: false })
      const done = { id: '1', kind: 'WALLET', status: 'ACTIVE', reason: 'RENEWAL', validUntil: '2030-06-30T20:59:59Z' }
      return route.fulfill({ status: 201, json: done })
    })
    await page.goto(`/cabinet/members/${customer.memberId}`)
    await page.getByRole('button', { name: 'Перевыпустить карту' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: /^Срок карты кончился/ }).check()
    await dialog.getByRole('button', { name: 'Продлить' }).click()
    await expect(dialog.getByRole('status')).toContainText('Карта продлена')
    await expect(dialog.getByText('Действует до 30 июня 2030')).toBeVisible()
  })

  test('after a lost phone the old card ends everywhere and a new link adds another one', async ({ page, shop }) => {
    const customer = await shop.customer(30_000)
    const name = `Потерян ${customer.phone.slice(-6)}`
    const made = await page.request.post('/simulator/phones', { headers: own(), data: { platform: 'APPLE', name } })
    const phone = (await made.json()) as { id: string }
    await page.request.post(`/simulator/phones/${phone.id}/cards`, {
      headers: own(),
      data: { card: customer.cardToken },
    })
    const old = await page.context().newPage()
    await old.goto(`/c/${customer.cardToken}`)
    await expect(old.getByText(customer.name)).toBeVisible()

    await page.goto(`/cabinet/members/${customer.memberId}`)
    await page.getByRole('button', { name: 'Перевыпустить карту' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('radio', { name: 'Телефон потерян или украден' }).check()
    await dialog.getByRole('checkbox', { name: /^Отправить новую ссылку/ }).check()
    await dialog.getByRole('button', { name: 'Погасить и выпустить новую' }).click()
    await expect(dialog.getByText('Ссылка на новую карту отправлена')).toBeVisible()
    await expect(dialog.getByRole('img', { name: 'QR-код ссылки на новую карту' })).toBeVisible()
    const link = await dialog.getByLabel('Ссылка на новую карту', { exact: true }).inputValue()
    expect(link).not.toContain(customer.cardToken)
    await dialog.getByRole('button', { name: 'Готово' }).click()
    await expect(page.getByLabel('Адрес карты')).toHaveValue(link)

    // The finder's browser shows nothing of the customer, not even what it kept for a bad network.
    await old.reload()
    await expect(old.getByRole('heading', { level: 1 })).toContainText('заменена')
    await expect(old.getByText(customer.name)).toBeHidden()
    expect(await old.evaluate(() => JSON.stringify(localStorage))).not.toContain(customer.name)
    await old.goto(`/phone#${phone.id}`)
    const screen = old.getByRole('region', { name: `Экран телефона ${name}`, exact: true })
    await expect(screen.getByText('заменена новой')).toBeVisible()
    await expect(screen.getByText(customer.name)).toBeHidden()
    await page.goto(link)
    await expect(page.getByText(customer.name)).toBeVisible()
    await page.request.delete(`/simulator/phones/${phone.id}`, { headers: own() })
  })

  test('filters live in the address', async ({ page }) => {
    await page.goto('/cabinet/members?sort=balance&q=nobody-has-this-name')
    await expect(page.getByRole('heading', { name: 'Никого не нашли' })).toBeVisible()
    await page.getByRole('link', { name: 'Сбросить фильтры' }).click()
    await expect(page).toHaveURL(/\/cabinet\/members$/)
    await expect(page.getByRole('heading', { name: 'Никого не нашли' })).toBeHidden()
  })

  test('a register is made, works at the till, and stops when closed', async ({ page, shop, request }) => {
    const name = `Проверка ${Date.now() % 100_000}`
    await page.goto('/cabinet/stores')
    await page.getByRole('button', { name: 'Добавить кассу' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Название').fill(name)
    await dialog.getByRole('button', { name: 'Создать' }).click()
    const key = await dialog.getByRole('textbox', { name: 'Ключ' }).inputValue()
    expect(key).not.toBe(shop.demo.registerKey)
    const ask = () => request.get('/api/v1/register', { headers: { Authorization: `Bearer ${key}` } })
    expect((await ask()).status()).toBe(200)
    await dialog.getByRole('button', { name: 'Ключ сохранён' }).click()

    const row = page.locator('tr, li').filter({ hasText: name })
    await row.getByRole('button', { name: `Что сделать с кассой ${name}` }).click()
    await page.getByRole('menuitem', { name: 'Закрыть кассу' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть кассу' }).click()
    await expect(row.getByText('закрыта')).toBeVisible()
    expect((await ask()).status()).toBe(401)
  })

  test('a wrong batch of plastic is thrown away after a question', async ({ page, shop }) => {
    const first = randomInt(100_000_000, 999_999_999)
    const name = `Партия ${first}`
    await shop.batch(name, [`55${first}1`, `55${first}2`])
    await page.goto('/cabinet/plastic')
    const remove = page.getByRole('button', { name: `Удалить партию «${name}»` })
    await remove.click()
    const dialog = page.getByRole('dialog', { name: `Удалить партию «${name}»?` })
    await expect(dialog).toContainText('Невыданные карты (2)')
    await dialog.getByRole('button', { name: 'Отмена' }).click()
    await expect(dialog).toBeHidden()
    await remove.click()
    await dialog.getByRole('button', { name: 'Удалить' }).click()
    await expect(page.getByText('Партия удалена: карт убрано — 2')).toBeVisible()
    await expect(remove).toHaveCount(0)
  })

  test('a campaign is seen on a phone that holds the shop’s own card', async ({ page }) => {
    await page.goto('/cabinet/campaigns/new')
    await page.getByRole('textbox', { name: 'Текст' }).fill('Второй кофе за наш счёт')
    const lockScreen = page.getByRole('region', { name: 'Как это увидят: Экран блокировки' })
    await lockScreen.getByRole('button', { name: 'Второй кофе за наш счёт' }).click()
    const wallet = page.getByRole('region', { name: 'Как это увидят: Карта' })
    await expect(wallet.getByRole('article')).toContainText('Анна Петрова')
    await wallet.getByRole('button', { name: 'Перевернуть карту' }).click()
    await expect(wallet.getByRole('article')).toContainText('Второй кофе за наш счёт')
  })

  test('program and sign-up link can be read', async ({ page, shop }) => {
    await page.goto('/cabinet/program')
    await expect(page.getByRole('heading', { name: 'Уровни' })).toBeVisible()
    await page.goto('/cabinet/join-link')
    await expect(page.getByRole('textbox', { name: /Ссылка/ })).toHaveValue(new RegExp(`/join/${shop.demo.shopSlug}$`))
  })
})
