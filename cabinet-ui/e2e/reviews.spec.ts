import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { join, ownShop, sell } from './ownShop'
import { expect, own, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [{ id: 'one', name: { ru: 'Первый', en: 'First' }, rank: 0, earnBp: 300 }],
  rules: [],
}

/** Where it is about two in the afternoon: people are asked by day, and this test runs at night, too. */
function dayZone(): string {
  const ahead = (14 - new Date().getUTCHours() + 24) % 24
  const offset = ahead > 12 ? ahead - 24 : ahead
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}

/** The link of the request, once it has come to this phone. */
async function linkTo(page: Page, phone: string): Promise<string> {
  let link = ''
  await expect(async () => {
    const answer = await page.request.get('/simulator/messages')
    const { items } = (await answer.json()) as { items: { to: string; text: string }[] }
    const found = items
      .filter((message) => message.to === phone)
      .map(({ text }) => /\/r\/[0-9a-z]+-[\w-]{16}/.exec(text)?.[0])
      .find(Boolean)
    expect(found).toBeTruthy()
    link = found ?? ''
  }).toPass({ timeout: 90_000, intervals: [1_000] })
  return link
}

test('an owner asks, a customer rates with one tap, the shop answers', async ({ page, browser }, info) => {
  test.setTimeout(240_000)
  const shop = await ownShop(page, 'Отзывчивая', PROGRAM, dayZone())
  const channel = {
    vendor: 'SMSC',
    secret: 'demo',
    settings: { login: 'demo', sender: 'POLZA' },
    marketing: true,
    price: 300,
  }
  const put = await page.request.put('/api/v1/channels/SMS', { headers: own(), data: channel })
  expect(put.ok(), await put.text()).toBe(true)

  await page.goto('/cabinet/reviews')
  await expect(page.getByText('Отзывов пока нет')).toBeVisible()
  await page.getByRole('link', { name: 'Как спрашивать' }).first().click()
  await page.getByRole('switch', { name: 'Спрашивать покупателей' }).check({ force: true })
  await page.getByLabel('Через сколько часов').fill('0')
  await page.getByLabel('Дарить бонусы за оценку').check()
  await page.getByRole('checkbox', { name: 'SMS' }).check()
  await page.getByLabel('Кому ещё писать о плохих оценках').fill('boss@example.test')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('settings.png'), fullPage: true })
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Отзывов пока нет')).toBeVisible()

  const { memberId, phone } = await join(shop)
  await sell(shop, memberId, 45_000)
  const link = await linkTo(page, phone)

  const theirs = await browser.newContext({ locale: 'ru-RU' })
  const customer = await theirs.newPage()
  await customer.goto(link)
  await expect(customer.getByRole('heading', { level: 1 })).toContainText('Отзывчивая')
  await expect(customer.getByText('За оценку начислим 50 бонусов')).toBeVisible()
  await expectAccessible(customer)
  await customer.screenshot({ path: info.outputPath('rate.png'), fullPage: true })
  await theirs.setOffline(true)
  await customer.getByRole('button', { name: '3 из 10' }).click()
  await expect(customer.getByText('Нет связи')).toBeVisible()
  await theirs.setOffline(false)
  await expect(customer.getByRole('heading', { name: 'Спасибо!' })).toBeVisible({ timeout: 30_000 })
  await customer.getByLabel('Что нам исправить?').fill('Долго ждали кофе')
  await customer.getByRole('button', { name: 'Отправить' }).click()
  await expect(customer.getByRole('blockquote')).toHaveText('Долго ждали кофе')
  await expectAccessible(customer)
  await customer.screenshot({ path: info.outputPath('thanks.png'), fullPage: true })
  await customer.getByRole('button', { name: 'EN' }).click()
  await expect(customer.getByRole('heading', { name: 'Thank you!' })).toBeVisible()
  await theirs.close()

  await page.goto('/cabinet')
  await expect(page.getByText('1 плохой отзыв никто не взял в работу.')).toBeVisible()
  await page.getByRole('link', { name: 'Открыть', exact: true }).click()
  await expect(page.getByText('Долго ждали кофе')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('list.png'), fullPage: true })
  await page.getByRole('link', { name: 'Анна' }).click()
  await page.getByRole('button', { name: 'Взять в работу' }).click()
  await expect(page.getByRole('button', { name: 'Закрыть', exact: true })).toBeVisible()
  await page.getByRole('textbox', { name: 'Ответ покупателю' }).fill('Простите, починили вторую кофемашину.')
  await page.getByRole('button', { name: 'Ответить' }).click()
  await expect(page.getByText('Ответ отправляется')).toBeVisible()
  await expect(page.getByRole('blockquote').filter({ hasText: 'кофемашину' })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('review.png'), fullPage: true })
  await page.getByRole('button', { name: 'Закрыть', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Вернуть в работу' })).toBeVisible()

  await page.goto('/cabinet/reviews/figures')
  await expect(page.getByText('Мало ответов').first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('figures.png'), fullPage: true })
})
