import { expectAccessible } from './accessible'
import { join, ownShop } from './ownShop'
import { expect, own, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [{ id: 'one', name: { ru: 'Первый', en: 'First' }, rank: 0, earnBp: 300 }],
  rules: [],
}

const SAY = {
  ru: {
    text: 'Текст',
    written: '{имя|друг}, у вас {бонусы} бонусов',
    sms: 'SMS',
    mail: 'Письмо',
    subject: 'Тема письма',
    member: 'На примере участника',
    seen: 'Анна, у вас 0 бонусов',
    fate: 'Анна: карты в телефоне нет, уйдёт так: SMS.',
    asSms: 'Как это выглядит в SMS',
    parts: 'Для оплаты — 1 SMS',
    asMail: 'Как это выглядит в письме',
    test: 'Отправить себе',
    phone: 'Ваш телефон',
    send: 'Отправить',
    sent: 'Оператор принял сообщение.',
    warning: '«Скидка» — это уже реклама',
    notice: 'Скидка сегодня',
    setUp: 'Настроить: Рассказать о бонусах после покупки',
  },
  en: {
    text: 'Text',
    written: '{name|friend}, you have {bonuses} bonuses',
    sms: 'Text message',
    mail: 'E-mail',
    subject: 'Subject of the letter',
    member: 'For a member of yours',
    seen: 'Анна, you have 0 bonuses',
    fate: 'Анна has no card in the phone; it goes by: Text message.',
    asSms: 'As a text message',
    parts: 'Paid for as 1 SMS',
    asMail: 'As a letter',
    test: 'Send it to myself',
    phone: 'Your phone',
    send: 'Send',
    sent: 'The provider took the message.',
    warning: '“Discount” is advertising',
    notice: 'Discount today',
    setUp: 'Set up: Tell of bonuses after a purchase',
  },
} as const

const CHANNELS = {
  SMS: { vendor: 'SMSC', secret: 'demo', settings: { login: 'demo', sender: 'POLZA' }, marketing: true, price: 300 },
  MAIL: {
    vendor: 'SMTP',
    secret: 'demo',
    settings: { host: 'mail.example.com', port: '465', security: 'TLS', from: 'shop@example.com', login: 'shop' },
    marketing: true,
    price: 0,
  },
}

for (const locale of ['ru', 'en'] as const) {
  test(`a campaign is looked at on a member and sent to oneself, a service text is warned of (${locale})`, async ({
    page,
  }, info) => {
    test.slow()
    const say = SAY[locale]
    await page.addInitScript((chosen) => localStorage.setItem('kartela.locale', chosen), locale)
    const shop = await ownShop(page, 'Зерно', PROGRAM)
    await join(shop)
    for (const [kind, data] of Object.entries(CHANNELS)) {
      const put = await page.request.put(`/api/v1/channels/${kind}`, { headers: own(), data })
      expect(put.ok(), await put.text()).toBe(true)
    }

    await page.goto('/cabinet/campaigns/new')
    await page.getByRole('textbox', { name: say.text, exact: true }).fill(say.written)
    await page.getByRole('checkbox', { name: say.sms }).check()
    await page.getByRole('checkbox', { name: say.mail }).check()
    await page.getByLabel(say.subject).fill('Привет')
    await page.getByRole('combobox', { name: say.member }).click()
    await page.getByRole('option', { name: /Анна/ }).click()
    await expect(page.getByText(say.fate)).toBeVisible()
    await expect(page.getByText(say.seen).first()).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('lock.png'), fullPage: true })

    const views = page.getByRole('radiogroup').filter({ has: page.getByText(locale === 'ru' ? 'Экран' : 'Lock') })
    await views.getByText(locale === 'ru' ? 'Карта' : 'Card').click()
    await page.screenshot({ path: info.outputPath('card.png'), fullPage: true })
    await views.getByText(locale === 'ru' ? 'SMS' : 'SMS').click()
    const sms = page.getByRole('figure', { name: say.asSms })
    await expect(sms).toContainText(say.seen)
    await expect(sms).toContainText(say.parts)
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('sms.png'), fullPage: true })
    await views.getByText(locale === 'ru' ? 'Письмо' : 'Mail').click()
    await expect(page.getByRole('figure', { name: say.asMail })).toContainText('Привет')
    await page.screenshot({ path: info.outputPath('mail.png'), fullPage: true })

    await page.getByRole('button', { name: say.test }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel(say.phone).fill('+7 916 000-00-01')
    await dialog.getByRole('button', { name: say.send, exact: true }).click()
    await expect(dialog.getByText(say.sent)).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('test.png') })
    await page.keyboard.press('Escape')

    await page.goto('/cabinet/automations')
    await page.getByRole('link', { name: say.setUp }).first().click()
    const words = page.getByLabel(say.text, { exact: true })
    await words.fill(say.notice)
    await expect(page.getByText(say.warning)).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('warning.png'), fullPage: true })
    await words.fill('…')
    await expect(page.getByText(say.warning)).toBeHidden()
  })
}
