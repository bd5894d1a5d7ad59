import { expectAccessible } from './accessible'
import { giveBack, join, ownShop, sell } from './ownShop'
import { expect, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [{ id: 'one', name: { ru: 'Первый', en: 'First' }, rank: 0, earnBp: 300 }],
  rules: [],
}

test('figures of the month, down to the receipts and into a file', async ({ page }, info) => {
  const shop = await ownShop(page, 'Показатели', PROGRAM)
  const { memberId } = await join(shop)
  await sell(shop, memberId, 150_000)
  const second = await sell(shop, memberId, 50_000)
  await sell(shop, null, 30_000)
  await giveBack(shop, second.id)

  await page.goto('/cabinet/figures')
  await expect(page.getByRole('heading', { level: 1, name: 'Показатели' })).toBeVisible()
  const main = page.getByRole('main')
  await expect(main.getByText('1 800 ₽').first()).toBeVisible()
  await expect(main).toContainText('Прошлый период')
  await expect(main).toContainText('впервые 1, снова 0')
  const table = page.getByRole('table', { name: 'Таблица' })
  await expect(table.getByRole('row', { name: /^Всего/ })).toContainText('1 800 ₽')
  const behind = page.locator('#receipts')
  await expect(behind.getByText('Возврат').first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('month.png'), fullPage: true })

  await behind.getByRole('button', { name: /^Чек/ }).first().click()
  await expect(page.getByRole('dialog')).toContainText('Латте')
  await page.keyboard.press('Escape')

  await main.getByText('Сегодня', { exact: true }).click()
  await expect(page).toHaveURL(/from=/)
  await expect(main).toContainText('до этого же часа')
  await page.getByRole('button', { name: 'Выгрузить' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem').first().click()])
  expect(file.suggestedFilename()).toBe('figures.csv')
})
