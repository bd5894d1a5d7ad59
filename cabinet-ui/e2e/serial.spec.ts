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
