import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { type OwnShop, ownShop } from './ownShop'
import { PROGRAM } from './scenario'
import { expect, own, test } from './support'

const WORDS = {
  ru: {
    name: 'Как к вам обращаться',
    terms: 'Принимаю правила программы лояльности',
    data: 'Даю согласие на обработку моих персональных данных',
    phone: 'Телефон',
    max: /^Через MAX/,
    call: /^Звонком/,
    confirmMax: 'Подтвердить в MAX',
    confirmCall: 'Подтвердить звонком',
    open: 'Открыть MAX',
    begin: 'Начать',
    account: 'Номер этого аккаунта',
    share: 'Поделиться номером',
    forward: 'Переслать чужой контакт',
    foreign: /Это чужой контакт/,
    other: /В мессенджере другой номер/,
    ring: 'Позвонить · демо',
  },
  en: {
    name: 'Your name',
    terms: 'I accept the program’s terms',
    data: 'I consent to the processing of my personal data',
    phone: 'Phone',
    max: /^In MAX/,
    call: /^By a call/,
    confirmMax: 'Confirm in MAX',
    confirmCall: 'Confirm by a call',
    open: 'Open MAX',
    begin: 'Start',
    account: 'This account’s number',
    share: 'Share my number',
    forward: 'Send somebody else’s contact',
    foreign: /This is somebody else's contact/,
    other: /The messenger has another number/,
    ring: 'Ring · demo',
  },
}

/** A shop with a bot, whose owner lets phones be proven by it and by calls. */
async function shopWithFreeWays(page: Page, ways: string[]): Promise<OwnShop> {
  const shop = await ownShop(page, 'Без SMS', PROGRAM)
  const bot = `bot_${shop.slug.replace(/\D/g, '')}`
  const max = await page.request.put('/api/v1/channels/MAX', {
    headers: own(),
    data: { vendor: 'MAX', secret: 'demo', settings: { bot } },
  })
  expect(max.status(), await max.text()).toBe(200)
  const set = await page.request.put('/api/v1/phone-proofs', { headers: own(), data: { ways } })
  expect(set.status(), await set.text()).toBe(204)
  return shop
}

for (const locale of ['ru', 'en'] as const) {
  const words = WORDS[locale]
  test.describe(locale, () => {
    test.use({ locale })

    async function fill(page: Page, slug: string, phone: string) {
      await page.goto(`/join/${slug}`)
      await page.getByLabel(words.phone, { exact: true }).fill(phone)
      await page.getByLabel(words.name).fill('Анна')
      await page.getByRole('checkbox', { name: words.terms }).check()
      await page.getByRole('checkbox', { name: words.data }).check()
    }

    test('the button of a messenger opens the card without a code', async ({ page }) => {
      const shop = await shopWithFreeWays(page, ['MAX', 'CALL', 'SMS'])
      const phone = `999${randomInt(1_000_000, 9_999_999)}`
      await fill(page, shop.slug, phone)
      await expect(page.getByRole('radio', { name: words.max })).toBeChecked()
      await expectAccessible(page)
      await page.screenshot({ path: test.info().outputPath('ways.png'), fullPage: true })
      await page.getByRole('button', { name: words.confirmMax }).click()
      const [messenger] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: words.open }).click(),
      ])
      await messenger.getByRole('alert').getByRole('button', { name: words.begin }).click()
      const chat = messenger.getByRole('listitem').filter({ hasText: `bot_${shop.slug.replace(/\D/g, '')}` })
      await chat.getByRole('button', { name: words.forward }).click()
      await expect(chat.getByText(words.foreign)).toBeVisible()
      await messenger.screenshot({ path: test.info().outputPath('chat.png'), fullPage: true })
      await expectAccessible(page)
      await page.screenshot({ path: test.info().outputPath('waiting.png'), fullPage: true })
      await chat.getByLabel(words.account).fill(`+7${phone}`)
      await chat.getByRole('button', { name: words.share }).click()
      await page.waitForURL(/\/c\//, { timeout: 20_000 })
    })

    test('a messenger on another number does not, a call from the phone does', async ({ page }) => {
      const shop = await shopWithFreeWays(page, ['MAX', 'CALL', 'SMS'])
      const phone = `999${randomInt(1_000_000, 9_999_999)}`
      await fill(page, shop.slug, phone)
      await page.getByRole('button', { name: words.confirmMax }).click()
      const [messenger] = await Promise.all([
        page.context().waitForEvent('page'),
        page.getByRole('link', { name: words.open }).click(),
      ])
      await messenger.getByRole('alert').getByRole('button', { name: words.begin }).click()
      const chat = messenger.getByRole('listitem').filter({ hasText: `bot_${shop.slug.replace(/\D/g, '')}` })
      await chat.getByLabel(words.account).fill(`+7999${randomInt(1_000_000, 9_999_999)}`)
      await chat.getByRole('button', { name: words.share }).click()
      await expect(page.getByText(words.other)).toBeVisible({ timeout: 20_000 })
      await page.getByRole('button', { name: /Изменить номер или способ|Change the number or the way/ }).click()
      await page.getByRole('radio', { name: words.call }).check()
      await page.getByRole('button', { name: words.confirmCall }).click()
      await expect(page.getByRole('link', { name: /\(800\)/ })).toBeVisible()
      await page.screenshot({ path: test.info().outputPath('call.png'), fullPage: true })
      await page.getByRole('button', { name: words.ring }).click()
      await page.waitForURL(/\/c\//, { timeout: 20_000 })
    })
  })
}

test('the owner chooses by which ways customers confirm their phones', async ({ page }) => {
  const shop = await shopWithFreeWays(page, ['MAX', 'SMS'])
  await page.goto('/cabinet/channels')
  const call = page.getByRole('switch', { name: /^Звонок покупателя/ })
  await expect(call).not.toBeChecked()
  await call.press('Space')
  await page.getByRole('button', { name: /первым: Звонок/i }).click()
  await page.screenshot({ path: test.info().outputPath('ways.png'), fullPage: true })
  await page.getByRole('button', { name: 'Сохранить' }).first().click()
  await expect
    .poll(async () => (await (await page.request.get(`/api/v1/public/shops/${shop.slug}`)).json()).proofs)
    .toEqual(['CALL', 'MAX', 'SMS'])
})
