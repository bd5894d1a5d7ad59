import { expect, type Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { changePart, fillIn } from './forms'
import { join, OPERATOR_KEY, type OwnShop, ownShop, quote } from './ownShop'
import { test } from './support'

test.skip(OPERATOR_KEY === '', 'the operator’s key of this installation is not known')
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, 'the same dialogs on any screen')
test.setTimeout(120_000) // an owner's several changes of mind

const PROGRAM = {
  name: { ru: 'Бонусы', en: 'Bonuses' },
  kind: 'BOTH',
  tiers: [{ id: 'base', name: { ru: 'Старт', en: 'Start' }, rank: 1, earnBp: 500 }],
  // biome-ignore lint/suspicious/noThenProperty: a rule of the document has one
  rules: [{ id: 'earn', name: { ru: 'По уровню', en: 'By tier' }, then: { type: 'earnByTier' } }],
}

const earns = async (shop: OwnShop, memberId: string) =>
  (await quote(shop, { memberId, lines: [{ sku: 'LATTE', amount: 100_000 }] })).earned

/** Chooses a day ahead in the dialog of publishing. */
async function plan(page: Page) {
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('В другое время').click()
  await dialog.getByLabel('День').fill('01.01.2020')
  await dialog.getByRole('button', { name: 'Назначить' }).click()
  await expect(dialog.getByText('уже прошло')).toBeVisible()
  const ahead = new Date(Date.now() + 20 * 86_400_000)
  const day = new Intl.DateTimeFormat('ru', { timeZone: 'Europe/Moscow' }).format(ahead)
  await dialog.getByLabel('День').fill(day)
  await dialog.getByLabel('Время', { exact: true }).fill('09:30')
  await expect(dialog.getByText('С этого времени кассы будут считать так')).toBeVisible()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Назначить' }).click()
  await expect(page.getByText(/Новая версия начнёт действовать .* 09:30/)).toBeVisible()
}

test('a program waits for its moment, is taken back, waits again and is published at once', async ({ page }) => {
  const shop = await ownShop(page, 'Кофейня «Завтра»', PROGRAM)
  const { memberId } = await join(shop)
  await page.goto('/cabinet/program/draft')
  await changePart(page, 'Старт', (form) => fillIn(page, form, { Начислять: '10' }))
  await plan(page)
  await page.getByRole('button', { name: 'Что изменится' }).click()
  await expect(page.getByText(/процент начисления 5\s% → 10\s%/)).toBeVisible()
  await expectAccessible(page)
  expect(await earns(shop, memberId)).toBe(5000)

  await page.getByRole('button', { name: 'Отменить публикацию' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить публикацию' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Изменения программы' })).toBeVisible()
  await expect(page.getByText('Начисляем 10 % от суммы, оплаченной деньгами')).toBeVisible()

  await plan(page)
  // Nothing else is published meanwhile.
  await page.getByRole('link', { name: 'Изменить программу' }).click()
  await changePart(page, 'Старт', (form) => fillIn(page, form, { Начислять: '7' }))
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await expect(page.getByRole('dialog').getByText(/Одна версия уже ждёт своего времени/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Опубликовать сейчас' })).toBeDisabled()
  await page.getByRole('dialog').getByRole('button', { name: 'Отмена' }).click()

  await page.goto('/cabinet/program')
  await page.getByRole('button', { name: 'Опубликовать сразу' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать сразу' }).click()
  await expect(page.getByText('Начисляем 10 % от суммы, оплаченной деньгами')).toBeVisible()
  await expect(page.getByText(/Новая версия начнёт действовать/)).toBeHidden()
  expect(await earns(shop, memberId)).toBe(10_000)
})
