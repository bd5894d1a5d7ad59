import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { join, ownShop } from './ownShop'
import { PROGRAM } from './scenario'
import { expect, own, test } from './support'

/** Without a window Chromium asks nobody; here the person says yes. */
async function allowsNotices(context: BrowserContext) {
  await context.grantPermissions(['notifications'])
  await context.addInitScript(() => {
    if (!('Notification' in window)) return
    Object.defineProperty(Notification, 'permission', { get: () => 'granted' })
    Notification.requestPermission = async () => 'granted'
  })
}

async function setUp(page: Page) {
  await page.goto('/cabinet/channels')
  await page.getByRole('button', { name: 'Подключить: Уведомления в браузере' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/появится кнопка/)).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('dialog.png'), fullPage: true })
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('button', { name: 'Изменить: Уведомления в браузере' })).toBeVisible()
  await page.screenshot({ path: test.info().outputPath('channels.png'), fullPage: true })
  // At night, too.
  const rules = await page.request.put('/api/v1/message-rules', { headers: own(), data: { day: null, cap: null } })
  expect(rules.status(), await rules.text()).toBe(204)
}

async function campaign(page: Page, text: string) {
  const begun = await page.request.post('/api/v1/campaigns', {
    headers: { ...own(), 'Idempotency-Key': randomUUID() },
    data: { name: text, text, ways: ['WEB'] },
  })
  expect(begun.status(), await begun.text()).toBe(201)
}

for (const [locale, words] of Object.entries({
  ru: {
    allow: 'Получать уведомления в этом браузере',
    on: 'Уведомления приходят в этот браузер',
    mute: 'Не присылать неделю',
    muted: /^Не присылаем до/,
    again: 'Снова присылать',
    stop: 'Отключить в этом браузере',
    block: 'Запретить уведомления',
  },
  en: {
    allow: 'Get notices in this browser',
    on: 'Notices come to this browser',
    mute: 'Nothing for a week',
    muted: /^We send nothing until/,
    again: 'Send them again',
    stop: 'Stop in this browser',
    block: 'Block notices',
  },
})) {
  test(`a member allows notices, reads, mutes and stops them (${locale})`, async ({ page, context }) => {
    await allowsNotices(context)
    const shop = await ownShop(page, 'Уведомления', PROGRAM)
    const { cardToken } = await join(shop)
    await setUp(page)
    await page.evaluate((to) => localStorage.setItem('kartela.locale', to), locale)
    await page.goto(`/c/${cardToken}`)
    const allow = page.getByRole('button', { name: words.allow })
    await expect(allow).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: test.info().outputPath('card.png'), fullPage: true })
    await allow.click()
    await expect(page.getByText(words.on)).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: test.info().outputPath('card-on.png'), fullPage: true })

    const offer = `Кофе ${randomUUID().slice(0, 8)}`
    await campaign(page, offer)
    const mailbox = await context.newPage()
    await mailbox.goto('/mailbox')
    const browser = mailbox.getByRole('listitem').filter({ hasText: offer })
    await expect(browser).toBeVisible({ timeout: 20_000 })
    await expectAccessible(mailbox)
    await mailbox.screenshot({ path: test.info().outputPath('mailbox.png'), fullPage: true })

    await page.getByRole('button', { name: words.mute }).click()
    await expect(page.getByText(words.muted)).toBeVisible()
    await page.getByRole('button', { name: words.again }).click()
    await expect(page.getByText(words.on)).toBeVisible()
    await page.reload()
    await expect(page.getByText(words.on)).toBeVisible()
    await page.getByRole('button', { name: words.stop }).click()
    await expect(allow).toBeVisible()
    await allow.click()
    await expect(page.getByText(words.on)).toBeVisible()

    await browser.getByRole('button', { name: words.block }).click()
    await campaign(page, 'Уже запрещено')
    await expect(async () => {
      await page.reload()
      await expect(allow).toBeVisible({ timeout: 1_000 })
    }).toPass({ timeout: 20_000 })
  })
}

test('the service worker shows what comes, and leads to the card', async ({ page, context, shop }) => {
  await allowsNotices(context)
  const { cardToken } = await shop.customer()
  const devtools = await context.newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const ours = registrations.find((one) => one.scopeURL.endsWith('/c/') && !one.isDeleted)
      if (ours) resolve(ours.registrationId)
    })
  })
  await devtools.send('ServiceWorker.enable')
  await page.goto(`/c/${cardToken}`)
  const registrationId = await registered
  await page.waitForFunction(
    async () => (await navigator.serviceWorker.getRegistration('/c/'))?.active?.state === 'activated',
  )
  const data = { title: 'Зерно', text: 'Кофе за наш счёт', page: `/c/${cardToken}`, tag: 't1', lang: 'ru' }
  for (let twice = 0; twice < 2; twice++) {
    await devtools.send('ServiceWorker.deliverPushMessage', {
      origin: new URL(page.url()).origin,
      registrationId,
      data: JSON.stringify(data),
    })
  }
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const known = await navigator.serviceWorker.getRegistration('/c/')
        return (await known?.getNotifications())?.map(({ title, body, data }) => ({ title, body, data }))
      }),
    )
    .toEqual([{ title: 'Зерно', body: 'Кофе за наш счёт', data: `/c/${cardToken}` }])
})
