import { randomInt } from 'node:crypto'
import { expectAccessible } from './accessible'
import { fakeSerial } from './fakeSerial'
import { expect, test } from './support'

// A long list has thousands of elements to look at, twice.
test.describe.configure({ timeout: 150_000 })

for (const path of [
  '',
  '/members',
  '/campaigns',
  '/campaigns/new',
  '/program',
  '/segments',
  '/settings',
  '/staff',
  '/account',
  '/audit',
  '/design',
  '/identities',
  '/stores',
  '/plastic',
  '/join-link',
  '/goods/import',
  '/members/import',
]) {
  test(`cabinet${path}`, async ({ page, shop }) => {
    await shop.signIn(page)
    await page.goto(`/cabinet${path}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  })
}

test('members under a condition, ticked, and what is done to them', async ({ page, shop }) => {
  const { phone } = await shop.customer()
  await shop.signIn(page)
  await page.goto(`/cabinet/members?q=${phone.slice(-10)}&when=${encodeURIComponent('{"type":"consent"}')}`)
  await page.getByRole('checkbox', { name: /^Отметить: / }).check()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Сделать с ними' }).click()
  await page.getByRole('menuitem', { name: 'Начислить бонусы' }).click()
  await expect(page.getByRole('dialog').getByText('получит')).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Условия', exact: true }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await expectAccessible(page)
})

test('every tab of the card designer, with a mistake in it', async ({ page, shop }) => {
  test.slow()
  await shop.signIn(page)
  await page.goto('/cabinet/design')
  await page.getByRole('radiogroup', { name: 'Фон', exact: true }).getByText('Свой цвет').click()
  await page.getByRole('tab', { name: 'Поля' }).click()
  await page.getByRole('button', { name: /^Бонусы/, expanded: false }).click()
  await page.getByText('Тонкая настройка').click()
  await page.getByRole('textbox', { name: 'Подпись, по-русски' }).fill('{nothing}')
  await expect(page.getByText(/публиковать пока нельзя/)).toBeVisible()
  await expectAccessible(page)
  for (const tab of ['Оборот', 'Код и показ', 'Прочее', 'Цвета и картинки']) {
    await page.getByRole('tab', { name: tab }).click()
    if (tab === 'Код и показ') await page.getByRole('button', { name: 'Добавить: Место' }).click()
    await expectAccessible(page)
  }
})

test('an invitation, a wrong code, and the member’s page', async ({ page, shop }) => {
  const { cardToken, memberId, name } = await shop.customer()
  const { invite, shop: of } = await shop.card(cardToken)
  await page.goto(`/join/${of.slug}?invite=${invite?.code}`)
  await expect(page.getByText(/приглашает вас/)).toBeVisible()
  await expectAccessible(page)
  await page.goto(`/join/${of.slug}?invite=2222-2222`)
  await expect(page.getByText(/Такого кода нет/)).toBeVisible()
  await expectAccessible(page)
  await shop.signIn(page)
  await page.goto(`/cabinet/members/${memberId}`)
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expectAccessible(page)
})

test('an import with mistakes, at every step', async ({ page, shop }) => {
  await shop.signIn(page)
  await page.goto('/cabinet/members/import')
  const buffer = Buffer.from('Телефон;ФИО;Уровень\nнет;Анна;\n+7 999 700-00-01;Вера;Платина\n+7 999 700-00-02;Зоя;\n')
  await page.locator('input[type=file]').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Дальше' }).click()
  await expect(page.getByRole('button', { name: 'Проверить все строки' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Проверить все строки' }).click()
  await expect(page.getByRole('heading', { name: 'Замечания к строкам' })).toBeVisible()
  await expectAccessible(page)
})

test('a member’s card and the simulated phones', async ({ page, shop }) => {
  const { cardToken, name } = await shop.customer()
  await page.goto(`/c/${cardToken}`)
  await expect(page.getByText(name)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/phone')
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await page
    .getByRole('button', { name: /^Действия с телефоном/ })
    .first()
    .click()
  await expect(page.getByRole('menuitem', { name: 'Переименовать' })).toBeVisible()
  await expectAccessible(page)
})

test('sign-in and start pages', async ({ page }) => {
  for (const path of ['/', '/cabinet/sign-in', '/cabinet/forgot', '/till']) {
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page)
  }
})

test('the till with a receipt', async ({ page, shop, till }) => {
  await till.show(await shop.customer(30_000))
  await page.getByRole('button', { name: /Латте/ }).click()
  await page.getByRole('button', { name: /^Максимум/ }).click()
  await page.getByRole('button', { name: 'Как посчитано' }).click()
  await expect(till.commit).toBeEnabled()
  await expectAccessible(page)
})

test('the cashier’s PIN', async ({ page, shop }) => {
  const store = await shop.otherStore()
  const key = await shop.register(store, `Доступность ${randomInt(100_000)}`)
  const name = `Зоя ${randomInt(10_000, 99_999)}`
  await shop.cashier(store, name, '4721')
  await shop.cashier(store, `Вторая ${randomInt(10_000, 99_999)}`, '4721') // one alone is not asked who she is
  await page.goto('/till')
  await page.getByLabel('Ключ кассы').fill(key)
  await page.getByRole('button', { name: 'Войти' }).click()
  await expect(page.getByRole('button', { name })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name }).click()
  await page.getByLabel('PIN-код', { exact: true }).fill('0000')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('осталось попыток')
  await expectAccessible(page)
})

test('the scanner at a serial port', async ({ page, till }) => {
  await page.addInitScript(fakeSerial)
  await page.reload()
  await expect(till.scanField).toBeVisible()
  await page.getByRole('button', { name: 'Настройки' }).click()
  await expect(page.getByRole('menuitem', { name: 'Сканер через COM-порт' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('menuitem', { name: 'Сканер через COM-порт' }).click()
  const dialog = page.getByRole('dialog', { name: 'Сканер через COM-порт' })
  await expect(dialog).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Выбрать порт' }).click()
  await expect(dialog.getByText('Подключён, читает')).toBeVisible()
  await expectAccessible(page)
})

test('a card re-issued, and a certificate that is refused', async ({ page, shop }) => {
  const { memberId } = await shop.customer()
  await shop.signIn(page)
  await page.goto(`/cabinet/members/${memberId}`)
  await page.getByRole('button', { name: 'Перевыпустить карту' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Телефон потерян или украден' }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Погасить и выпустить новую' }).click()
  await expect(dialog.getByRole('img', { name: 'QR-код ссылки на новую карту' })).toBeVisible()
  await expectAccessible(page)
  await page.goto('/cabinet/identities')
  await page.getByRole('button', { name: 'Загрузить сертификат' }).click()
  const broken = { name: 'pass.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from('broken') }
  await dialog.locator('input[type=file]').first().setInputFiles(broken)
  await dialog.getByRole('button', { name: 'Проверить' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await expectAccessible(page)
})

test('the code that lets a customer without a card spend', async ({ page, shop, till }) => {
  const customer = await shop.customer(30_000)
  await till.find(customer)
  await page.getByRole('button', { name: /Латте/ }).click()
  await page.getByRole('button', { name: 'Списать по коду' }).click()
  await page.getByRole('button', { name: 'Отправить код' }).click()
  await expect(page.getByLabel('Код из сообщения')).toBeFocused()
  await expectAccessible(page)
})

test('a person with a keyboard reaches the content first', async ({ page, shop, isMobile }) => {
  test.skip(isMobile)
  await shop.signIn(page)
  await page.goto('/cabinet/members')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'К содержимому' })).toBeFocused()
})

test('what is found, the price and the booking are said aloud', async ({ page, shop, till }) => {
  const customer = await shop.customer(30_000)
  const said = page.getByTestId('said')
  const price = page.getByTestId('price')
  await expect(said).toHaveText('')
  await till.show(customer)
  await expect(said).toContainText(`${customer.name}, уровень «Бронза», бонусов 400`)
  await page.getByRole('button', { name: /Латте/ }).click()
  await expect(price).toContainText(/К оплате 300.₽/)
  await till.commit.click()
  await expect(said).toContainText(/Чек проведён, оплачено 300.₽/)
})
