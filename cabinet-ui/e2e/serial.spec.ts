import { fakeSerial, type Scanner } from './fakeSerial'
import { expect, test } from './support'

test('a scanner at a serial port is chosen once, found again after a reload and after it was unplugged', async ({
  page,
  shop,
  till,
}) => {
  const customer = await shop.customer()
  const second = await shop.customer()
  const scan = (text: string) =>
    page.evaluate((given) => (window as unknown as { scanner: Scanner }).scanner.scan(given), text)
  await page.addInitScript(fakeSerial)
  await page.reload()
  await expect(till.scanField).toBeVisible()
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('menuitem', { name: 'Сканер через COM-порт' }).click()
  const dialog = page.getByRole('dialog', { name: 'Сканер через COM-порт' })
  await dialog.getByRole('button', { name: 'Выбрать порт' }).click()
  await expect(dialog.getByText('Подключён, читает')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await scan(`]Q1${customer.code}\r\n`)
  await expect(till.customer.getByText(customer.name)).toBeVisible()

  // After a reload nothing is asked again.
  await page.reload()
  await expect(till.scanField).toBeVisible()
  await expect(async () => {
    await scan(`${second.code}\r`)
    await expect(till.customer.getByText(second.name)).toBeVisible({ timeout: 1000 })
  }).toPass()

  await page.evaluate(() => (window as unknown as { scanner: Scanner }).scanner.unplug())
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('menuitem', { name: 'Сканер через COM-порт' }).click()
  await expect(dialog.getByText(/Сканер отключён/)).toBeVisible()
  await page.evaluate(() => (window as unknown as { scanner: Scanner }).scanner.plug())
  await expect(dialog.getByText('Подключён, читает')).toBeVisible()
})

test('the scanner at a serial port is heard where a forgotten card is shown, and the sale hears nothing', async ({
  page,
  shop,
  till,
}) => {
  await shop.tillRules({ lateCards: true, lateCardsPerDay: 1000 })
  const customer = await shop.newcomer()
  const scan = (text: string) =>
    page.evaluate((given) => (window as unknown as { scanner: Scanner }).scanner.scan(given), text)
  await page.addInitScript(fakeSerial)
  await page.addInitScript(() => localStorage.setItem('test.granted', 'yes'))
  await page.reload()
  await page.getByRole('button', { name: 'Настройки' }).click()
  await page.getByRole('menuitem', { name: 'Сканер через COM-порт' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Выбрать порт' }).click()
  await expect(page.getByRole('dialog').getByText('Подключён, читает')).toBeVisible()
  await page.keyboard.press('Escape')

  await page
    .getByRole('button', { name: /Чизкейк/ })
    .first()
    .click()
  await till.commit.click()
  await page.getByRole('button', { name: /Следующий покупатель/ }).click()
  await till.open('История чеков')
  await page.getByRole('dialog').getByRole('button', { name: 'Записать на карту' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Чек на карту' })
  await expect(dialog.getByText('Отсканируйте карту покупателя')).toBeVisible()
  await scan(`${customer.code}\r\n`)
  await expect(dialog.getByText(`Чек запишется на карту, покупатель — ${customer.name}`)).toBeVisible()
  await dialog.getByRole('button', { name: /^Записать/ }).click()
  await expect(page.getByText(`Чек записан: ${customer.name}`)).toBeVisible()
  await page.getByRole('button', { name: 'Готово' }).click()
  await page.keyboard.press('Escape')
  await expect(till.customer.getByText(customer.name)).toBeHidden()
})
