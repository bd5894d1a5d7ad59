import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, TillPage, test } from './support'

/** WCAG 2.2 AA of what is open now. */
async function expectAccessible(page: Page) {
  await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' })
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)).toEqual(
    [],
  )
}

test('a customer without card and number is found by the last digits and by name, and proved nothing', async ({
  page,
  shop,
  till,
}) => {
  const customer = await shop.customer(50_000)
  const end = customer.phone.slice(-4)
  await till.scanField.fill(end)
  await page.getByRole('button', { name: 'Найти', exact: true }).click()
  const found = page.getByRole('region', { name: 'Подходящие покупатели' })
  const one = found.getByRole('button', { name: `•• ${end.slice(0, 2)}-${end.slice(2)}` }).first()
  await expect(one).toBeVisible()
  await expect(found.getByText(customer.phone)).toHaveCount(0)
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('found.png') })
  // Another question, another answer.
  await till.scanField.press('Escape')
  await expect(found).toBeHidden()

  await till.scanField.fill(`проверка ${end}`)
  await till.scanField.press('Enter')
  await found.getByRole('button').first().click()
  await expect(till.customer.getByText(customer.name)).toBeVisible()
  await expect(till.customer.getByText('найден по имени или концу номера')).toBeVisible()
  await page.getByRole('button', { name: /Латте/ }).click()
  await expect(page.getByRole('button', { name: 'Списать по коду' })).toBeVisible()

  await till.open('История чеков')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Убрать покупателя' }).click()
  await till.scanField.fill('яъюэ')
  await till.scanField.press('Enter')
  await expect(page.getByText(/^Никого не нашли/)).toBeVisible()
})

test('a receipt without a card goes to the card that is shown later the same day', async ({ page, shop }) => {
  await shop.tillRules({ lateCards: true, lateCardsPerDay: 1000 })
  const till = new TillPage(page)
  await till.signIn(shop.demo.registerKey)
  const customer = await shop.newcomer()
  await page
    .getByRole('button', { name: /Чизкейк/ })
    .first()
    .click()
  await till.commit.click()
  await page.getByRole('button', { name: /Следующий покупатель/ }).click()
  await till.open('История чеков')
  const history = page.getByRole('dialog', { name: 'История чеков' })
  await history.getByRole('button', { name: 'Записать на карту' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Чек на карту' })
  await expect(dialog.getByText('Отсканируйте карту покупателя')).toBeVisible()
  await expect(dialog.getByText('Оплачено деньгами')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('late.png') })
  // A phone number is no card.
  await till.wedge(customer.phone.slice(1))
  await expect(dialog.getByText(/карта не прочитана, только найдена/)).toBeVisible()
  await till.wedge(customer.code)
  await expect(dialog.getByText(`Чек запишется на карту, покупатель — ${customer.name}`)).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('late-confirm.png') })
  await dialog.getByRole('button', { name: /^Записать/ }).click()
  await expect(page.getByText(`Чек записан: ${customer.name}`)).toBeVisible()
  await page.getByRole('button', { name: 'Готово' }).click()
  await expect(history.getByText(customer.name)).toBeVisible()
  await expect(history.getByText(/^карта в/).first()).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('late-history.png') })

  await shop.signIn(page)
  await page.goto(`/cabinet/members/${customer.memberId}`)
  await page.getByRole('button', { name: 'Начислено за покупку, карту показали позже' }).click()
  await expect(page.getByRole('dialog').getByText(/^Карту показали позже:/)).toBeVisible()
})

test('the page of a member: all purchases, what was said, and bonuses for somebody else', async ({ page, shop }) => {
  const [giver, taker] = [await shop.customer(30_000), await shop.customer()]
  await shop.receipt(giver.memberId, 12_300)
  await shop.signIn(page)
  await page.goto(`/cabinet/members/${giver.memberId}`)
  const panel = (name: string) =>
    page.locator('section').filter({ has: page.getByRole('heading', { name, exact: true }) })
  const bought = panel('Покупки')
  await expect(bought.getByText(/123/).first()).toBeVisible()
  await bought.getByRole('button', { name: 'Чек' }).first().click()
  await expect(page.getByRole('dialog').getByText('Почему так')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel('Сообщения').getByText('Ничего не отправляли')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: test.info().outputPath('member.png'), fullPage: true })

  await page.getByRole('button', { name: 'Другие действия' }).click()
  await page.getByRole('menuitem', { name: 'Передать бонусы другому' }).click()
  const dialog = page.getByRole('dialog', { name: 'Передать бонусы другому' })
  await dialog.getByLabel('Кому').fill(taker.name)
  await page.getByRole('option', { name: new RegExp(taker.name) }).click()
  await dialog.getByLabel('Сколько бонусов').fill('100000')
  await dialog.getByLabel('Почему').fill('подарок')
  await dialog.getByRole('button', { name: 'Передать' }).click()
  await expect(dialog.getByText(/^На карте/)).toBeVisible()
  await dialog.getByLabel('Сколько бонусов').fill('150')
  await page.screenshot({ path: test.info().outputPath('transfer.png') })
  await dialog.getByRole('button', { name: 'Передать' }).click()
  await expect(page.getByText(`Перевод участнику: ${taker.name}`)).toBeVisible()
  await page.goto(`/cabinet/members/${taker.memberId}`)
  await expect(page.getByText(`Перевод от участника: ${giver.name}`)).toBeVisible()
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('the till asks which of them it is, the page tells what was said', async ({ page, shop }) => {
    const customer = await shop.customer()
    await page.goto('/till')
    await page.getByLabel('Register key').fill(shop.demo.registerKey)
    await page.getByRole('button', { name: 'Sign in' }).click()
    const field = page.getByRole('textbox', { name: 'Card or phone' })
    await field.fill(customer.phone.slice(-4))
    await field.press('Enter')
    await expect(page.getByText(/^(Ask |Others fit as well)/)).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('found-en.png') })
    await page.getByRole('region', { name: 'Customers who fit' }).getByRole('button').first().click()
    await expect(page.getByText(/found by name or end of phone/)).toBeVisible()
    await shop.signIn(page)
    await page.goto(`/cabinet/members/${customer.memberId}`)
    await expect(page.getByText('Nothing was sent')).toBeVisible()
    await expect(page.getByText('No purchases yet')).toBeVisible()
    await page.goto('/cabinet/stores')
    await expect(page.getByRole('switch', { name: 'Find customers by name and last 4 digits' })).toBeChecked()
    await page.screenshot({ path: test.info().outputPath('rules-en.png'), fullPage: true })
  })
})
