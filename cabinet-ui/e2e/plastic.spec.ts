import { expect, test } from './support'

test('a list of cards pasted from a spreadsheet is taken, with its wrong lines told; numbers for the printer are downloaded', async ({
  page,
  shop,
}) => {
  await shop.signIn(page)
  await page.goto('/cabinet/plastic')
  await page.getByRole('button', { name: 'Добавить партию' }).click()
  const dialog = page.getByRole('dialog')
  const stamp = String(Date.now()).slice(-9)
  await dialog.getByRole('textbox', { name: 'Название партии' }).fill(`Весна ${stamp}`)
  await dialog.getByRole('button', { name: 'Загрузить' }).click()
  await expect(dialog.getByText('Вставьте номера карт')).toBeVisible()
  await dialog.getByRole('textbox', { name: 'Номера карт' }).fill(`Номер\n77${stamp}1.0\n4.6E12\n77${stamp}2`)
  await expect(dialog.getByText('4 строки с номером')).toBeVisible()
  await dialog.getByRole('button', { name: 'Загрузить' }).click()
  await expect(dialog.getByText('Добавлено 2 карты.')).toBeVisible()
  await expect(dialog.getByText(/Строка 3, 4\.6E12:/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await expect(page.getByText(`Весна ${stamp}`).filter({ visible: true })).toBeVisible()

  await page.getByRole('button', { name: 'Добавить партию' }).click()
  await dialog.getByRole('radio', { name: 'Номера для печати' }).press('Space')
  await dialog.getByRole('textbox', { name: 'Название партии' }).fill(`Печать ${stamp}`)
  await dialog.getByRole('textbox', { name: 'Сколько карт' }).fill('12')
  await dialog.getByRole('button', { name: 'Выпустить номера' }).click()
  const download = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Скачать номера' }).click()
  const stream = await (await download).createReadStream()
  let text = ''
  for await (const part of stream) text += part
  expect(text.trim().split('\r\n')).toHaveLength(12)
})
