import { expectAccessible } from './accessible'
import { join, ownShop } from './ownShop'
import { expect, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [{ id: 'one', name: { ru: 'Первый', en: 'First' }, rank: 0, earnBp: 300 }],
  rules: [],
}

test('an owner sets text messages up, tries them out, and writes to those without a card', async ({ page }, info) => {
  test.setTimeout(120_000) // the gateway tells of a text after a while
  const shop = await ownShop(page, 'Польза', PROGRAM)
  const { phone } = await join(shop)

  await page.goto('/cabinet/channels')
  await page.getByRole('button', { name: 'Подключить: SMS' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'Оператор' }).click()
  await page.getByRole('option', { name: 'SMSC' }).click()
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog.getByText('впишите ключ')).toBeVisible()
  await dialog.getByLabel('Логин').fill('demo')
  await dialog.getByLabel('Имя отправителя').fill('POLZA')
  await dialog.getByLabel('Ключ или пароль').fill('ne-tot')
  await dialog.getByLabel('Цена одного сообщения, ₽').fill('4,99')
  await page.screenshot({ path: info.outputPath('dialog.png') })
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog).toHaveCount(0)
  const panel = page.locator('section', { hasText: 'Через SMSC' })
  await expect(panel).toContainText('4,99 ₽ за часть')

  await page.getByRole('button', { name: 'Проверить: SMS' }).click()
  await dialog.getByLabel('Ваш телефон').fill('8 916 555-44-33')
  await dialog.getByRole('button', { name: 'Отправить' }).click()
  await expect(dialog.getByText('Оператор не принимает ключ или логин.')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel.getByRole('alert')).toContainText('Оператор не принимает ключ')
  await page.screenshot({ path: info.outputPath('stopped.png'), fullPage: true })

  await page.getByRole('button', { name: 'Изменить: SMS' }).click()
  await dialog.getByLabel('Ключ или пароль').fill('demo')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(panel.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: 'Проверить: SMS' }).click()
  await dialog.getByLabel('Ваш телефон').fill('8 916 555-44-33')
  await dialog.getByRole('button', { name: 'Отправить' }).click()
  await expect(dialog.getByText('Оператор принял сообщение')).toBeVisible()
  await page.keyboard.press('Escape')

  const rules = page.locator('section', { hasText: 'Когда и как часто писать' })
  await expect(rules.getByLabel('Писать только днём')).toBeChecked()
  await rules.getByLabel('Писать только днём').uncheck() // this test runs at night, too
  await rules.getByLabel('Не писать слишком часто').check()
  await rules.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Сохранено').first()).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('channels.png'), fullPage: true })

  await page.goto('/cabinet/campaigns/new')
  await page.getByLabel('SMS', { exact: true }).check()
  await expect(page.getByText('SMS: 1, до 4,99 ₽')).toBeVisible()
  await page.getByRole('textbox', { name: 'Текст' }).fill('Скучаем, ')
  await page.getByRole('button', { name: '+ имя' }).click()
  await page.getByLabel('Название для себя').fill('Вернись')
  await page.getByLabel('Доля контрольной группы, %').fill('0')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('campaign.png'), fullPage: true })
  await page.getByRole('button', { name: 'Отправить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отправить' }).click()
  const beside = page.locator('section', { hasText: 'Кроме карты' })
  await expect(beside).toContainText('Потрачено 4,99 ₽')
  const arrived = await page.request.get('/simulator/messages')
  expect(await arrived.text()).toContain('Скучаем, Анна')
  expect(phone).toMatch(/^\+7999/)
  await expect(page.getByText('Завершена')).toBeVisible({ timeout: 60_000 })
  await page.screenshot({ path: info.outputPath('result.png'), fullPage: true })
})
