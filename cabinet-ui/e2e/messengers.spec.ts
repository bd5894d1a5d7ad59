import { expectAccessible } from './accessible'
import { join, ownShop } from './ownShop'
import { PROGRAM } from './scenario'
import { expect, test } from './support'

for (const [locale, words] of Object.entries({
  ru: {
    connect: 'Получать сообщения в MAX',
    on: 'MAX: сообщения приходят',
    muted: /^MAX: не пишем до/,
    begin: 'Начать',
    mute: 'Без звука на 8 часов',
    unmute: 'Включить звук',
    stop: 'Остановить бота',
    hello: /Готово: сюда будут приходить сообщения/,
  },
  en: {
    connect: 'Get messages in MAX',
    on: 'MAX: messages come there',
    muted: /^MAX: we do not write until/,
    begin: 'Start',
    mute: 'Mute for 8 hours',
    unmute: 'Unmute',
    stop: 'Stop the bot',
    hello: /Готово: сюда будут приходить сообщения/,
  },
})) {
  test(`a member comes to the shop's bot, mutes it, stops it and comes back (${locale})`, async ({ page }) => {
    test.setTimeout(120_000)
    const shop = await ownShop(page, 'Мессенджеры', PROGRAM)
    const { cardToken } = await join(shop)
    await page.goto('/cabinet/channels')
    await page.getByRole('button', { name: 'Подключить: MAX' }).click()
    const dialog = page.getByRole('dialog')
    const bot = `bot_${shop.slug.replace(/\D/g, '')}`
    await dialog.getByLabel('Имя бота').fill(bot)
    await dialog.getByLabel('Токен бота').fill('demo')
    await page.screenshot({ path: test.info().outputPath('dialog.png'), fullPage: true })
    await dialog.getByRole('button', { name: 'Сохранить' }).click()
    await expect(page.getByRole('button', { name: 'Изменить: MAX' })).toBeVisible()
    await page.screenshot({ path: test.info().outputPath('channels.png'), fullPage: true })

    await page.evaluate((to) => localStorage.setItem('kartela.locale', to), locale)
    await page.goto(`/c/${cardToken}`)
    const connect = page.getByRole('button', { name: words.connect })
    await expect(connect).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: test.info().outputPath('card.png'), fullPage: true })
    await connect.click()
    await page.waitForURL(/\/mailbox\?chat=MAX/)
    await page.screenshot({ path: test.info().outputPath('invited.png'), fullPage: true })
    await page.getByRole('alert').getByRole('button', { name: words.begin }).click()
    const chat = page.getByRole('listitem').filter({ hasText: bot })
    await expect(chat.getByText(words.hello)).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: test.info().outputPath('chat.png'), fullPage: true })

    const card = await page.context().newPage()
    await card.goto(`/c/${cardToken}`)
    await expect(card.getByText(words.on)).toBeVisible()
    await card.screenshot({ path: test.info().outputPath('card-on.png'), fullPage: true })
    await chat.getByRole('button', { name: words.mute }).click()
    await expect(card.getByText(words.muted)).toBeVisible({ timeout: 30_000 })
    await chat.getByRole('button', { name: words.unmute }).click()
    await expect(card.getByText(words.on)).toBeVisible({ timeout: 30_000 })
    await chat.getByRole('button', { name: words.stop }).click()
    await expect(card.getByRole('button', { name: words.connect })).toBeVisible({ timeout: 30_000 })
    await chat.getByRole('button', { name: words.begin }).click()
    await expect(card.getByText(words.on)).toBeVisible({ timeout: 30_000 })
  })
}

test('a Telegram bot carries offers only when the owner says so, and is warned', async ({ page }) => {
  await ownShop(page, 'Телеграм', PROGRAM)
  await page.goto('/cabinet/channels')
  await page.getByRole('button', { name: 'Подключить: Telegram' }).click()
  const dialog = page.getByRole('dialog')
  const offers = dialog.getByRole('switch', { name: 'Можно и рекламу' })
  await expect(offers).not.toBeChecked()
  await offers.press('Space')
  await expect(dialog.getByText(/ФАС считает рекламу в Telegram нарушением/)).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('warning.png'), fullPage: true })
  await offers.press('Space')
  await dialog.getByLabel('Имя бота').fill('zerno_bot')
  await dialog.getByLabel('Токен бота').fill('not a token')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog.getByText(/токен от @BotFather/i).last()).toBeVisible()
  await dialog.getByLabel('Токен бота').fill('1:demo')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Только служебные сообщения, без рекламы')).toBeVisible()
})
