import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from './support'

/** The account that the simulated Google knows; it may write for the demo's issuer and for no other. */
const account = join(process.env.KARTELA_DATA ?? 'target/e2e-data', 'certs', 'google-service-account.json')
const DEMO_ISSUER = '3388000000022000001'

test.skip(!existsSync(account), `tell by KARTELA_DATA where the service keeps its data: there is no ${account}`)

test('a Google account is tried at its issuer before it is kept', async ({ page, shop }) => {
  await shop.signIn(page)
  await page.goto('/cabinet/identities')
  await page.getByRole('button', { name: 'Загрузить ключ' }).click()
  const dialog = page.getByRole('dialog')
  const issuer = dialog.getByLabel(/^Номер издателя/)
  const check = dialog.getByRole('button', { name: 'Проверить' })
  await dialog
    .locator('input[type=file]')
    .setInputFiles({ name: 'key.json', mimeType: 'application/json', buffer: readFileSync(account) })
  await issuer.fill('33880000')
  await check.click()
  await expect(dialog.getByText('От 10 до 20 цифр')).toBeVisible()
  await issuer.fill('3388 0000 0009 9999 999')
  await check.click()
  await expect(dialog.getByRole('alert')).toContainText('У аккаунта нет прав у этого издателя')
  await expect(dialog.getByRole('alert')).toContainText('3388000000099999999')
  await issuer.fill(DEMO_ISSUER)
  await check.click()
  await expect(dialog.getByRole('status')).toContainText('Google разрешает этому аккаунту выпускать карты')
})
