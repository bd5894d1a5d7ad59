import { randomInt } from 'node:crypto'
import { expectAccessible } from './accessible'
import { agrees } from './forms'
import { ownShop } from './ownShop'
import { PROGRAM } from './scenario'
import { expect, own, test } from './support'

const WORDS = {
  ru: {
    name: 'Как к вам обращаться',
    phone: 'Телефон',
    terms: 'Принимаю правила программы лояльности',
    data: 'Даю согласие на обработку моих персональных данных',
    messages: /^Хочу узнавать об акциях и подарках/,
    submit: 'Получить код',
    needed: 'Без этого согласия карту не выдать',
    readTerms: /^Правила программы/,
    readData: /^Как магазин обрабатывает данные/,
    code: 'Введите код',
  },
  en: {
    name: 'Your name',
    phone: 'Phone',
    terms: 'I accept the program’s terms',
    data: 'I consent to the processing of my personal data',
    messages: /^Tell me about offers and gifts/,
    submit: 'Send me a code',
    needed: 'The card needs this consent',
    readTerms: /^Program terms/,
    readData: /^How the shop uses data/,
    code: 'Enter the code',
  },
}

for (const locale of ['ru', 'en'] as const) {
  const words = WORDS[locale]
  test.describe(locale, () => {
    test.use({ locale })
    test('three consents are asked apart, none is ticked for the customer, and offers are no condition', async ({
      page,
    }) => {
      const shop = await ownShop(page, 'Согласие', PROGRAM)
      for (const kind of ['terms', 'privacy']) {
        const text = { ru: `Наш текст: ${kind}`, en: `Our text: ${kind}` }
        const answer = await page.request.post(`/api/v1/shop/texts/${kind}`, { headers: own(), data: { text } })
        expect(answer.status(), await answer.text()).toBe(201)
      }
      await page.goto(`/join/${shop.slug}`)
      const boxes = page.getByRole('checkbox')
      await expect(boxes).toHaveCount(3)
      for (const box of await boxes.all()) await expect(box).not.toBeChecked()
      await page.getByLabel(words.phone).fill(`999${randomInt(1_000_000, 9_999_999)}`)
      await page.getByLabel(words.name).fill('Анна')
      await page.getByRole('button', { name: words.submit }).click()
      await expect(page.getByText(words.needed)).toHaveCount(2)
      await expectAccessible(page)
      await page.getByRole('checkbox', { name: words.terms }).check()
      await page.getByRole('button', { name: words.submit }).click()
      await expect(page.getByText(words.needed)).toHaveCount(1)
      await page.getByRole('checkbox', { name: words.data }).check()
      await expect(page.getByRole('checkbox', { name: words.messages })).not.toBeChecked()
      // The shop's own texts stand beside the ticks that they are about.
      for (const [link, kind] of [
        [words.readTerms, 'terms'],
        [words.readData, 'privacy'],
      ] as const) {
        const text = page.context().waitForEvent('page')
        await page.getByRole('link', { name: link }).click()
        await expect((await text).getByText(`${locale === 'ru' ? 'Наш текст' : 'Our text'}: ${kind}`)).toBeVisible()
        await (await text).close()
      }
      await page.getByRole('button', { name: words.submit }).click()
      await expect(page.getByRole('heading', { name: words.code })).toBeVisible()
    })
  })
}

test('what was asked at the till stands on the member’s page, each by itself', async ({ page }) => {
  const shop = await ownShop(page, 'Согласие', PROGRAM)
  const phone = `+7999${randomInt(1_000_000, 9_999_999)}`
  await page.goto('/till')
  await page.getByLabel('Ключ кассы').fill(shop.registerKey)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('textbox', { name: 'Карта или телефон' }).fill(phone)
  await page.getByRole('button', { name: 'Найти' }).click()
  await page.getByRole('button', { name: /^Оформить карту на/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Имя').fill('Анна Согласная')
  for (const box of await dialog.getByRole('checkbox').all()) await expect(box).not.toBeChecked()
  await dialog.getByLabel(/^Принимает правила/).check()
  await dialog.getByRole('button', { name: 'Завести без кода' }).click()
  await expect(dialog.getByText('Без согласия карту завести нельзя')).toHaveCount(1)
  await dialog.getByLabel(/обработку персональных данных/).check()
  const joined = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/members'))
  await dialog.getByRole('button', { name: 'Завести без кода' }).click()
  const { memberId } = await (await joined).json()
  await page.goto(`/cabinet/members/${memberId}`)
  const consents = page.getByRole('list', { name: 'Согласия' }).getByRole('listitem')
  await expect(consents).toHaveCount(2)
  await expect(consents.filter({ hasText: 'Обработка персональных данных' })).toHaveCount(1)
  await expect(consents.filter({ hasText: 'Участие в программе' })).toHaveCount(1)
})

for (const proven of [true, false]) {
  test(`a new member is signed up ${proven ? 'by a code from a message' : 'without a code'} and served at once`, async ({
    page,
    shop,
    till,
  }) => {
    const phone = `+7999${Math.floor(1_000_000 + Math.random() * 8_999_999)}`
    await till.open('Новый участник')
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Отправить код' }).click()
    await expect(dialog.getByText('Введите номер целиком')).toBeVisible()
    await dialog.getByLabel('Телефон').fill(phone)
    await dialog.getByLabel('Имя').fill('Пётр Новый')
    await agrees(dialog)
    if (proven) {
      await dialog.getByRole('button', { name: 'Отправить код' }).click()
      await expect(dialog.getByText('Код отправлен на')).toContainText(phone)
      const code = await shop.codeFor(phone)
      await dialog.getByLabel('Код из сообщения').fill(code === '000000' ? '000001' : '000000')
      await dialog.getByRole('button', { name: 'Подтвердить' }).click()
      await expect(dialog.getByRole('alert')).toContainText('осталось попыток')
      await dialog.getByLabel('Код из сообщения').fill(code)
      await dialog.getByRole('button', { name: 'Подтвердить' }).click()
    } else {
      await dialog.getByRole('button', { name: 'Завести без кода' }).click()
    }
    await expect(dialog.getByRole('img', { name: 'QR-код страницы карты' })).toBeVisible()
    await dialog.getByRole('button', { name: 'Продолжить с этим покупателем' }).click()
    await expect(till.customer.getByText('Пётр Новый')).toBeVisible()
  })
}
