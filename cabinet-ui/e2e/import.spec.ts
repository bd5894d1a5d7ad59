import { randomInt } from 'node:crypto'
import type { Page } from '@playwright/test'
import { expect, test } from './support'
import { xlsx } from './xlsx'

test.use({ viewport: { width: 1280, height: 900 } })

/** From the file to the check of all its rows. */
async function bring(page: Page, file: { name: string; mimeType: string; buffer: Buffer }) {
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('button', { name: 'Проверить все строки' }).click()
  await expect(page.getByText('Шаг 3 из 4 · Проверка')).toBeVisible()
}

const excel = (rows: (string | number)[][]) => ({
  name: 'участники.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: xlsx(rows),
})

test('members from a workbook, with a wrong row told, and taken back', async ({ page, shop }) => {
  const base = 79_980_000_000 + randomInt(1, 9_000_000)
  const name = `Импорт ${randomInt(100_000, 999_999)}`
  const list = excel([
    ['Номер телефона', 'ФИО', 'Бонусный баланс'],
    [base, name, 1234.5],
    ['нет телефона', 'Никто', 10],
  ])
  await shop.signIn(page)
  await page.goto('/cabinet/members')
  await page.getByRole('link', { name: 'Импорт' }).click()
  await expect(page.getByText(/Согласий импорт не создаёт/)).toBeVisible()
  await bring(page, list)
  await expect(page.getByText('телефон не распознан: нет телефона')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /Скачать строки/ }).click()
  expect((await download).suggestedFilename()).toBe('remarks.csv')
  await page.getByRole('button', { name: 'Загрузить 1 строку' }).click()
  await expect(page.getByText('Шаг 4 из 4 · Итог')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Что сделано' })).toContainText('Новые1')

  await page.goto(`/cabinet/members?q=${base}`)
  await expect(page.getByText('1 234,50')).toBeVisible()

  await page.goto('/cabinet/members/import')
  await bring(page, list)
  await expect(page.getByText('Загружать нечего: всё уже так.')).toBeVisible()

  await page.goto('/cabinet/members/import')
  await page.getByRole('listitem').filter({ hasText: 'готов' }).first().getByRole('link').click()
  await page.getByRole('button', { name: 'Отменить импорт' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отменить импорт' }).click()
  await expect(page.getByRole('region', { name: 'Импорт отменён' })).toContainText('Удалено участников1')
})

test('goods from a table, its columns put right by hand', async ({ page, shop }) => {
  const code = `46${randomInt(10_000_000, 99_999_999)}`
  const table = `Что;Штрихкод;Цена\nИмпортный чай ${code};${code};199,90\n`
  await shop.signIn(page)
  await page.goto('/cabinet/goods')
  await page.getByRole('link', { name: 'Импорт' }).first().click()
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'goods.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: 'Дальше' }).click()
  await page.getByRole('combobox', { name: 'Столбец «Что»' }).click()
  await page.getByRole('option', { name: 'Название' }).click()
  await page.getByRole('button', { name: 'Проверить все строки' }).click()
  await page.getByRole('button', { name: 'Загрузить 1 строку' }).click()
  await expect(page.getByRole('region', { name: 'Что сделано' })).toContainText('Новые1')
  await page.goto(`/cabinet/goods?q=${code}`)
  await expect(page.getByText(`Импортный чай ${code}`).first()).toBeVisible()
})
