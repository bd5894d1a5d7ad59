import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { ownShop } from './ownShop'
import { expect, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [
    { id: 'one', name: { ru: 'Первый', en: 'First' }, rank: 0, earnBp: 300 },
    { id: 'two', name: { ru: 'Второй', en: 'Second' }, rank: 1, earnBp: 500 },
  ],
  rules: [],
}

async function choose(page: Page, view: string) {
  await page.getByRole('button', { name: /^Вид/ }).click()
  await page.getByRole('menuitem', { name: view }).click()
}

test('a view of members is kept, chosen, shared, replaced and deleted', async ({ page }) => {
  await ownShop(page, 'Виды', PROGRAM)
  await page.goto('/cabinet/members')
  await choose(page, 'Крупные покупатели')
  await expect(page).toHaveURL(/sort=spent/)
  await expect(page.getByRole('button', { name: 'Вид: Крупные покупатели' })).toBeVisible()

  await page.getByRole('combobox', { name: 'Уровень' }).click()
  await page.getByRole('option', { name: 'Второй' }).click()
  await expect(page.getByRole('button', { name: 'Виды списка' })).toBeVisible()
  await choose(page, 'Сохранить этот вид…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Название').fill('Второй уровень')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('button', { name: 'Вид: Второй уровень' })).toBeVisible()

  await choose(page, 'Давно не были')
  await expect(page).toHaveURL(/lastPurchase/)
  await expect(page).not.toHaveURL(/tier=two/)
  await choose(page, 'Второй уровень')
  await expect(page).toHaveURL(/tier=two/)
  await expect(page.getByRole('button', { name: 'Вид: Второй уровень' })).toBeVisible()

  await choose(page, 'Именинники недели')
  await expect(page).toHaveURL(/birthday/)
  await choose(page, 'Изменить или удалить виды…')
  await page.getByRole('button', { name: 'Изменить вид «Второй уровень»' }).click()
  const change = page.getByRole('dialog', { name: 'Вид списка', exact: true })
  await change.getByLabel('Название').fill('Ближайшие')
  await change.getByLabel('Общий для всех').check()
  await change.getByLabel('Записать в него нынешний фильтр').check()
  await change.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('dialog').getByText('Ближайшие')).toBeVisible()
  await expect(page.getByRole('dialog').getByText('Общий', { exact: true })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.goto('/cabinet/members')
  await choose(page, 'Ближайшие')
  await expect(page).toHaveURL(/birthday/)

  await choose(page, 'Изменить или удалить виды…')
  await page.getByRole('button', { name: 'Удалить вид «Ближайшие»' }).click()
  await page.getByRole('dialog', { name: 'Удалить вид «Ближайшие»?' }).getByRole('button', { name: 'Удалить' }).click()
  await expect(page.getByText('Видов, которые можно изменить, больше нет.')).toBeVisible()
})

test('a filter by what is there no more is said, and taken out', async ({ page }) => {
  await ownShop(page, 'Прежнее', PROGRAM)
  await page.goto('/cabinet/members?tier=gone')
  await expect(page.getByText('Уровня, по которому отобран список, в программе больше нет.')).toBeVisible()
  await page.getByRole('button', { name: 'Убрать из фильтра' }).click()
  await expect(page).not.toHaveURL(/tier=/)

  await page.goto('/cabinet/goods?category=987654321')
  await expect(page.getByText('Категории, по которой отобран список, больше нет.')).toBeVisible()
  await page.getByRole('button', { name: 'Убрать из фильтра' }).click()
  await expect(page).not.toHaveURL(/category=/)
})

test('goods and the change log have views, and the goods are exported as they are seen', async ({ page }) => {
  await ownShop(page, 'Товары', PROGRAM)
  await page.goto('/cabinet/goods')
  await choose(page, 'Без категории')
  await expect(page).toHaveURL(/category=none/)
  const coming = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Выгрузить' }).click()
  await page.getByRole('menuitem', { name: 'Excel' }).click()
  const file = await coming
  expect(file.suggestedFilename()).toBe('goods.xlsx')
  expect(file.url()).toContain('category=none')

  await page.goto('/cabinet/audit')
  await page.getByRole('combobox', { name: 'Что' }).click()
  await page.getByRole('option', { name: 'Список товаров выгружен' }).click()
  await choose(page, 'Сохранить этот вид…')
  await page.getByRole('dialog').getByLabel('Название').fill('Выгрузки')
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
  await page.goto('/cabinet/audit')
  await choose(page, 'Выгрузки')
  await expect(page).toHaveURL(/kind=GOODS_EXPORTED/)
  await expect(page.getByText('Список товаров выгружен').first()).toBeVisible()
})
