import type { Page } from '@playwright/test'
import type { components } from '../src/base/api/schema'
import { expect, own, test } from './support'

type Phone = components['schemas']['Phone']

/** A phone of the test's own beside those of other tests. */
async function newPhone(page: Page, platform: Phone['platform'], name: string): Promise<Phone> {
  const answer = await page.request.post('/simulator/phones', { headers: own(), data: { platform, name } })
  expect(answer.status(), await answer.text()).toBe(201)
  return (await answer.json()) as Phone
}

async function menu(page: Page, name: string, item: string) {
  await page.getByRole('button', { name: `Действия с телефоном ${name}`, exact: true }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

const screen = (page: Page, name: string) => page.getByRole('region', { name: `Экран телефона ${name}`, exact: true })

test('a phone out of reach keeps the old card and catches up with a notice', async ({ page, shop }) => {
  test.slow()
  const customer = await shop.customer(30_000)
  const name = `Сеть ${customer.phone.slice(-6)}`
  const phone = await newPhone(page, 'APPLE', name)
  await page.request.post(`/simulator/phones/${phone.id}/cards`, { headers: own(), data: { card: customer.cardToken } })
  const before = (await shop.card(customer.cardToken)).balance.available
  await page.goto(`/phone#${phone.id}`)
  const shown = (minor: number) =>
    screen(page, name)
      .getByText(new RegExp(`^${minor / 100}(,\\d\\d)?$`))
      .first()
  await expect(shown(before)).toBeVisible()

  await menu(page, name, 'Отключить сеть')
  await expect(page.getByText('вне сети')).toBeVisible()
  await shop.receipt(customer.memberId, 100_000)
  const after = (await shop.card(customer.cardToken)).balance
  expect(after.available + after.pending).toBeGreaterThan(before)
  await expect(shown(before)).toBeVisible()
  await menu(page, name, 'Вернуть сеть')
  await expect(shown(after.available)).toBeVisible()

  const newName = `${name} 2`
  await menu(page, name, 'Переименовать')
  await page.getByRole('dialog').getByLabel('Название').fill(newName)
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { name: newName, exact: true })).toBeVisible()

  await screen(page, newName).getByRole('button', { name: 'Перевернуть карту' }).click()
  await screen(page, newName).getByRole('button', { name: 'Удалить карту' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить карту' }).click()
  await expect(screen(page, newName).getByText('В кошельке пусто')).toBeVisible()
  await page.request.delete(`/simulator/phones/${phone.id}`, { headers: own() })
})

test('a renewed push token goes on getting updates, a silent wipe ends them', async ({ page, shop }) => {
  const customer = await shop.customer(30_000)
  const name = `Токен ${customer.phone.slice(-6)}`
  const phone = await newPhone(page, 'APPLE', name)
  await page.request.post(`/simulator/phones/${phone.id}/cards`, { headers: own(), data: { card: customer.cardToken } })
  await page.goto(`/phone#${phone.id}`)
  await menu(page, name, 'Сменить push-токен')
  await expect(page.getByText('Токен сменился')).toBeVisible()
  const look = async () => {
    const answer = await page.request.get(`/simulator/phones/${phone.id}`)
    return (await answer.json()) as Phone
  }
  expect((await look()).pushToken).not.toBe(phone.pushToken)
  const balance = async () => (await look()).cards[0]?.headerFields[0]?.value
  const before = await balance()
  await shop.receipt(customer.memberId, 100_000)
  await expect.poll(balance).not.toBe(before)

  await menu(page, name, 'Стереть телефон молча')
  await expect(page.getByText('Прежний токен мёртв')).toBeVisible()
  await page.request.delete(`/simulator/phones/${phone.id}`, { headers: own() })
})

test('an owner tries a design on without publishing it', async ({ page, shop, isMobile, context }) => {
  test.skip(isMobile, 'the form of the design is tested on phones elsewhere')
  await shop.signIn(page)
  const name = `Примерка ${Date.now() % 1_000_000}`
  const phone = await newPhone(page, 'GOOGLE', name)
  await page.goto('/cabinet/design')
  await page.getByRole('radiogroup', { name: 'Фон', exact: true }).getByText('Свой цвет').click()
  await page.getByRole('textbox', { name: 'Фон: Свой цвет' }).fill('#224466')
  await page.keyboard.press('Tab')
  await page.getByRole('combobox', { name: 'Учебный телефон' }).click()
  await page.getByRole('option', { name }).click()
  await page.getByRole('button', { name: 'Примерить' }).click()
  await expect(page.getByText(/Образец в телефоне/)).toBeVisible()

  const other = await context.newPage()
  await other.goto(`/phone#${phone.id}`)
  const card = screen(other, name).getByRole('article')
  await expect(card).toHaveCSS('background-color', 'rgb(34, 68, 102)')
  await page.getByRole('button', { name: 'Примерить' }).click()
  await expect(screen(other, name).getByText(/Бонусы: 1334,50/)).toBeVisible()
  await page.request.delete(`/simulator/phones/${phone.id}`, { headers: own() })
})

test('an iPhone gets an older system and the newer one again', async ({ page, shop }) => {
  const customer = await shop.customer(30_000)
  const name = `Система ${customer.phone.slice(-6)}`
  const phone = await newPhone(page, 'APPLE', name)
  await page.request.post(`/simulator/phones/${phone.id}/cards`, { headers: own(), data: { card: customer.cardToken } })
  await page.goto(`/phone#${phone.id}`)
  const station = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) })
  await expect(station.getByText('iOS 27', { exact: true })).toBeVisible()
  await menu(page, name, 'Вернуть iOS 26')
  await expect(station.getByText('iOS 26', { exact: true })).toBeVisible()
  await menu(page, name, 'Обновить до iOS 27')
  await expect(station.getByText('iOS 27', { exact: true })).toBeVisible()
  await page.request.delete(`/simulator/phones/${phone.id}`, { headers: own() })
})

test('a card whose time is over looks so on both phones', async ({ page, shop }) => {
  await shop.signIn(page)
  const made = await page.request.post('/api/v1/design/preview', {
    headers: own(),
    data: { lang: 'ru' },
  })
  const preview = (await made.json()) as components['schemas']['DesignPreview']
  const past = '2026-01-31T23:59:59+03:00'
  preview.apple.pass.expirationDate = past
  preview.google.loyaltyObject.validTimeInterval = { end: { date: past } }
  for (const platform of ['APPLE', 'GOOGLE'] as const) {
    const name = `Срок ${platform} ${Date.now() % 1_000_000}`
    const phone = await newPhone(page, platform, name)
    await page.request.post(`/simulator/phones/${phone.id}/samples`, { headers: own(), data: preview })
    // Another part of the same page would not load it anew.
    await page.goto('about:blank')
    await page.goto(`/phone#${phone.id}`)
    await expect(screen(page, name).getByRole('article').getByText('Срок карты истёк')).toBeVisible()
    await screen(page, name).getByRole('button', { name: 'Перевернуть карту' }).click()
    await expect(screen(page, name).getByText(/^Действует до 31\.01\.2026/)).toBeVisible()
    await page.request.delete(`/simulator/phones/${phone.id}`, { headers: own() })
  }
})
