import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { type Customer, expect, type Shop, test } from './support'

/** The card leads to the place, the code from the mailbox opens it. */
async function enter(page: Page, shop: Shop, customer: Customer) {
  await page.goto(`/c/${customer.cardToken}`)
  await page.getByRole('link', { name: 'Личный кабинет: покупки и данные' }).click()
  await page.getByRole('button', { name: 'Получить код' }).click()
  await page.getByRole('textbox', { name: 'Код из 6 цифр' }).fill(await shop.codeFor(customer.phone))
  await expect(page.getByRole('heading', { name: 'Покупки' })).toBeVisible()
}

test('a code opens the member’s place, and a purchase tells why', async ({ page, shop }) => {
  const customer = await shop.customer(12_350)
  await shop.receipt(customer.memberId, 50_000)
  await page.goto(`/c/${customer.cardToken}/place`)
  await expect(page.getByRole('heading', { name: 'Подтвердите, что это вы' })).toBeVisible()
  await expect(page.getByText('Проверка', { exact: true })).toHaveCount(0)
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/place-sign-in.png', fullPage: true })
  await enter(page, shop, customer)

  const lots = page.getByRole('list', { name: 'Откуда бонусы и когда сгорят' })
  await expect(lots.getByText('Начислено магазином')).toBeVisible()
  await expect(lots.getByText('123,50')).toBeVisible()
  const receipt = page.getByRole('list', { name: 'Покупки' }).getByRole('listitem').first()
  await receipt.getByText('500 ₽').first().click()
  await expect(receipt.getByText('Почему столько')).toBeVisible()
  await expect(receipt.getByText('Проверка', { exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/place.png', fullPage: true })
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.screenshot({ path: 'test-results/place-dark.png', fullPage: true })

  await page.getByRole('button', { name: 'EN' }).click()
  await expect(page.getByRole('heading', { name: 'My account' })).toBeVisible()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Confirm that it is you' })).toBeVisible()
})

test('the member mends their data, takes consent back, takes the data along and thinks better of leaving', async ({
  page,
  shop,
}) => {
  const customer = await shop.customer(5_000)
  await enter(page, shop, customer)
  const profile = page.getByRole('region', { name: 'Мои данные' })
  await profile.getByLabel('Как к вам обращаться').fill('Анна-Мария')
  await profile.getByLabel('Электронная почта').fill('не почта')
  await profile.getByRole('button', { name: 'Сохранить' }).click()
  await expect(profile.getByLabel('Электронная почта')).toHaveAttribute('aria-invalid', 'true')
  await profile.getByLabel('Электронная почта').fill('anna@example.com')
  await profile.getByLabel('День').fill('3')
  await profile.getByLabel('Месяц').selectOption('2')
  await profile.getByLabel('Год').fill('1990')
  await profile.getByRole('button', { name: 'Сохранить' }).click()
  await expect(profile.getByText('Дата рождения: 3 февраля 1990')).toBeVisible()

  const words = page.getByRole('region', { name: 'Сообщения и согласия' })
  const offers = words.getByRole('checkbox', { name: 'Хочу узнавать об акциях и подарках' })
  await expect(offers).toBeChecked()
  await offers.click()
  await expect(offers).not.toBeChecked()
  await words.getByText('На что и когда я соглашался').click()
  await expect(words.getByText('Отозвано согласие: акции и подарки')).toBeVisible()

  const data = page.getByRole('region', { name: 'Копия и удаление данных' })
  const download = page.waitForEvent('download')
  await data.getByRole('link', { name: 'Скачать мои данные' }).click()
  expect((await download).suggestedFilename()).toBe('my-data.json')
  await data.getByRole('button', { name: 'Удалить мои данные и карту' }).click()
  await data.getByRole('button', { name: 'Удалить через три дня' }).click()
  await expect(data.getByText(/Ваши данные и карта будут удалены/)).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/place-data.png', fullPage: true })
  await data.getByRole('button', { name: 'Не удалять' }).click()
  await expect(data.getByRole('button', { name: 'Удалить мои данные и карту' })).toBeVisible()
  await page.goto(`/c/${customer.cardToken}`)
  await expect(page.getByText('Анна-Мария')).toBeVisible()
})
