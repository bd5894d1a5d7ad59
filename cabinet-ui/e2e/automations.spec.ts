import { expectAccessible } from './accessible'
import { join, ownShop } from './ownShop'
import { expect, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [{ id: 'one', name: { ru: 'Первый', en: 'First' }, rank: 0, earnBp: 300 }],
  rules: [],
}

test('a marketer sets up a win-back from a ready one, switches it on and deletes it', async ({ page }, info) => {
  const shop = await ownShop(page, 'Возврат', PROGRAM)
  await join(shop)

  await page.goto('/cabinet/automations')
  await expect(page.getByText('Пока ничего не настроено')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('gallery.png'), fullPage: true })

  await page.getByRole('link', { name: 'Настроить: Вернуть тех, кто давно не был' }).click()
  await expect(page.getByRole('heading', { name: 'Вернуть тех, кто давно не был' })).toBeVisible()
  await expect(page.getByText('Сегодня не получил бы никто.')).toBeVisible()
  const days = page.getByLabel('Сколько дней, сообщение 1')
  await expect(days).toHaveValue('66')
  await days.fill('30')
  await page.getByLabel('Сколько бонусов').fill('150')
  await page.getByRole('button', { name: 'Добавить ещё одно, если не придёт' }).click()
  const second = page.getByRole('group', { name: 'Сообщение 2' })
  await second.getByLabel('Подарить бонусы').uncheck()
  await second.getByLabel('Текст').fill('')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Напишите текст')).toBeVisible()
  await second.getByLabel('Текст').fill('Ждём вас, ')
  await second.getByRole('button', { name: '+ имя' }).click()
  await expect(second.getByLabel('Текст')).toHaveValue('Ждём вас, {имя|друг}')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('form.png'), fullPage: true })
  await page.getByRole('button', { name: 'Сохранить' }).click()

  await expect(page.getByText('Если не был 30 дней — подарить 150 бонусов на 7 дней')).toBeVisible()
  await expect(page.getByText('Не пришёл ещё 14 дней — написать:')).toBeVisible()
  const on = page.getByRole('switch', { name: 'Включено: Если не был 30 дней' })
  await expect(on).not.toBeChecked()
  await on.click({ force: true })
  await expect(on).toBeChecked()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('list.png'), fullPage: true })
  await page.reload()
  await expect(on).toBeChecked()

  await page.getByRole('link', { name: 'Изменить: Если не был 30 дней' }).click()
  await page.getByLabel('Сколько дней, сообщение 1').fill('45')
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Если не был 45 дней')).toBeVisible()

  await page.getByRole('button', { name: 'Удалить: Если не был 45 дней' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(page.getByText('Пока ничего не настроено')).toBeVisible()
})

test('a birthday greeting tells who would get it today, and why others would not', async ({ page }) => {
  const shop = await ownShop(page, 'Именинники', PROGRAM)
  await join(shop)
  await page.goto('/cabinet/automations/new/WELCOME')
  await expect(page.getByText('вступил сегодня')).toBeVisible()
  await expect(page.getByText('не получит: карты нет в телефоне')).toBeVisible()
  await expectAccessible(page)
})
