import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, type Shop, TillPage, test } from './support'

/** A register of its own in the demo's other store, with cashiers of its own names. */
async function counter(shop: Shop, names: readonly string[]) {
  const store = await shop.otherStore()
  const key = await shop.register(store, `Касса ${randomInt(1000, 9999)}`)
  const people = names.map((name) => ({
    name: `${name} ${randomInt(10_000, 99_999)}`,
    pin: String(randomInt(1000, 9999)),
  }))
  for (const person of people) await shop.cashier(store, person.name, person.pin)
  return { key, people }
}

async function pair(page: Page, key: string) {
  await page.goto('/till')
  await page.getByLabel('Ключ кассы').fill(key)
  await page.getByRole('button', { name: 'Войти' }).click()
}

test('a cashier is made in the cabinet, signs in with the PIN, sells, and the day shows who did what', async ({
  page,
  shop,
  isMobile,
}) => {
  test.slow()
  const { key, people } = await counter(shop, ['Анна', 'Борис'])
  const [anna, boris] = people as [(typeof people)[0], (typeof people)[0]]
  const till = new TillPage(page)
  await pair(page, key)

  // By keyboard at a desk, by finger on a phone; a wrong PIN says how many tries are left.
  await page.getByRole('button', { name: anna.name }).click()
  const pin = page.getByLabel('PIN-код', { exact: true })
  await expect(pin).toBeFocused()
  await pin.fill(anna.pin === '0000' ? '0001' : '0000')
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('осталось попыток: 4')
  if (isMobile) {
    for (const digit of anna.pin) await page.getByRole('button', { name: digit, exact: true }).tap()
    await page.getByRole('button', { name: 'Войти', exact: true }).tap()
  } else {
    await page.keyboard.type(anna.pin, { delay: 80 })
    await page.keyboard.press('Enter')
  }
  await expect(till.scanField).toBeVisible()

  await page.getByRole('button', { name: /Латте/ }).click()
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  await page.getByRole('button', { name: 'Следующий покупатель' }).click()

  // The next cashier takes over in the middle of a receipt, which stays.
  await page.getByRole('button', { name: /Круассан/ }).click()
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('menuitem', { name: 'Сменить кассира' }).click()
  await expect(till.scanField).toBeHidden()
  await page.getByRole('button', { name: 'Другой кассир' }).click()
  await page.getByRole('button', { name: boris.name }).click()
  await page.getByLabel('PIN-код', { exact: true }).fill(boris.pin)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(till.scanField).toBeVisible()
  await till.commit.click()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
  await page.getByRole('button', { name: 'Следующий покупатель' }).click()

  await till.open('История чеков')
  const day = page.getByRole('table', { name: 'Итоги дня по кассирам' })
  await expect(day.getByRole('row', { name: new RegExp(`^${anna.name} 1 `) })).toBeVisible()
  await expect(day.getByRole('row', { name: new RegExp(`^${boris.name} 1 `) })).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: anna.name })).toHaveCount(1)
})

test('an idle till locks itself, and the receipt waits behind the PIN', async ({ page, shop }) => {
  const { key, people } = await counter(shop, ['Вера'])
  const [vera] = people as [(typeof people)[0]]
  const till = new TillPage(page)
  await page.clock.install()
  await pair(page, key)
  await page.getByRole('button', { name: vera.name }).click()
  await page.getByLabel('PIN-код', { exact: true }).fill(vera.pin)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(till.scanField).toBeVisible()
  await page.getByRole('button', { name: /Латте/ }).click()
  await expect(till.commit).toBeEnabled()
  await page.clock.fastForward('11:00')
  await expect(page.getByRole('heading', { name: `Здравствуйте, ${vera.name}` })).toBeVisible()
  await expect(till.scanField).toBeHidden()
  await page.getByLabel('PIN-код', { exact: true }).fill(vera.pin)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Больше: Латте' })).toBeVisible()
})

test('a cashier whom the owner removed is asked to leave at the next scan', async ({ page, shop }) => {
  const { key, people } = await counter(shop, ['Глеб', 'Дарья'])
  const [gleb] = people as [(typeof people)[0]]
  const till = new TillPage(page)
  await pair(page, key)
  await page.getByRole('button', { name: gleb.name }).click()
  await page.getByLabel('PIN-код', { exact: true }).fill(gleb.pin)
  await page.getByRole('button', { name: 'Войти', exact: true }).click()
  await expect(till.scanField).toBeVisible()
  await shop.signIn(page)
  const cabinet = await page.context().newPage()
  await cabinet.goto('/cabinet/stores')
  const row = cabinet.getByRole('listitem').filter({ hasText: gleb.name })
  await row.getByRole('button', { name: 'Убрать' }).click()
  await cabinet.getByRole('dialog').getByRole('button', { name: 'Убрать' }).click()
  await expect(row).toBeHidden()
  await page.bringToFront()
  await expect(async () => {
    await till.scanField.fill('10000000000000000000')
    await page.getByRole('button', { name: 'Найти' }).click()
    await expect(page.getByRole('heading', { name: 'Кто работает на кассе?' })).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 20_000 })
  await expect(page.getByRole('button', { name: gleb.name })).toBeHidden()
})

test('a till that locks takes every dialog with it, and a dialog takes the keys of the till', async ({
  page,
  shop,
  isMobile,
}) => {
  test.slow()
  const { key, people } = await counter(shop, ['Жанна'])
  const [zhanna] = people as [(typeof people)[0]]
  const till = new TillPage(page)
  const dialogs = page.getByRole('dialog')
  await page.clock.install()
  const come = async () => {
    await page.getByLabel('PIN-код', { exact: true }).fill(zhanna.pin)
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    await expect(till.scanField).toBeVisible()
  }
  const lock = async () => {
    await page.clock.fastForward('11:00')
    await expect(page.getByRole('heading', { name: `Здравствуйте, ${zhanna.name}` })).toBeVisible()
    await expect(dialogs).toHaveCount(0)
  }
  await pair(page, key)
  await page.getByRole('button', { name: zhanna.name }).click()
  await come()
  await page.getByRole('button', { name: /Латте/ }).click()
  await till.commit.click()
  await page.getByRole('button', { name: 'Следующий покупатель' }).click()

  // F9 in the goods' dialog sells nothing: the receipt is under it.
  await page.getByRole('button', { name: /Круассан/ }).click()
  await expect(till.commit).toBeEnabled()
  await page.getByRole('button', { name: 'Изменить кнопки' }).click()
  await expect(dialogs).toBeVisible()
  if (!isMobile) {
    await page.keyboard.press('F9')
    await page.keyboard.press('F7')
    await expect(dialogs).toHaveCount(1)
  }
  await lock()
  await come()
  await expect(page.getByRole('button', { name: 'Больше: Круассан' })).toBeVisible()

  // Neither may a return be made behind the PIN.
  await till.open('История чеков')
  await page.getByRole('button', { name: 'Возврат', exact: true }).first().click()
  await expect(dialogs).toHaveCount(2)
  await lock()
  await come()
  await till.open('История чеков')
  await expect(page.getByRole('button', { name: 'Возврат', exact: true }).first()).toBeVisible()
  await expect(dialogs).toHaveCount(1)
})
