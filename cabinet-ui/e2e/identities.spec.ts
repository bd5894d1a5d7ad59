import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './support'

test.beforeEach(async ({ page, shop }) => shop.signIn(page))

test('a certificate that a phone would refuse is refused here, with the reason in words', async ({ page }) => {
  await page.goto('/cabinet/identities')
  await page.getByRole('button', { name: 'Загрузить сертификат' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Проверить' }).click()
  await expect(dialog.getByText('Выберите файл')).toBeVisible()
  await dialog
    .locator('input[type=file]')
    .first()
    .setInputFiles({ name: 'pass.p12', mimeType: 'application/x-pkcs12', buffer: Buffer.from('not a certificate') })
  await dialog.getByRole('button', { name: 'Проверить' }).click()
  await expect(dialog.getByRole('alert')).toContainText('Файл не читается как ключ или сертификат')
  await dialog.getByRole('button', { name: 'Загрузить', exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('Файл не читается как ключ или сертификат')
})

test('a request for Apple is made and downloaded, and can be thrown away', async ({ page }) => {
  const name = `Карты ${test.info().project.name} ${Date.now() % 1_000_000}`
  await page.goto('/cabinet/identities')
  await page.getByRole('button', { name: 'Запросить у Apple' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Почта владельца аккаунта Apple').fill('owner@shop.example')
  await dialog.getByLabel('Название').fill(name)
  await dialog.getByRole('button', { name: 'Создать' }).click()
  const coming = page.waitForEvent('download')
  await dialog.getByRole('link', { name: 'Скачать запрос' }).click()
  const file = await (await coming).path()
  expect(readFileSync(file, 'utf8')).toMatch(/^-----BEGIN CERTIFICATE REQUEST-----/)
  expect(readFileSync(file, 'utf8')).not.toContain('PRIVATE')
  await dialog.getByRole('button', { name: 'Готово' }).click()

  const card = page.getByRole('listitem', { name, exact: true })
  await expect(card.getByText('ждёт ответа Apple')).toBeVisible()
  await card.getByRole('button', { name: 'Удалить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(card).toBeHidden()
})

test('an NFC key shows the halves that Apple and Google want, and never the private one', async ({ page }) => {
  const name = `Ключ ${test.info().project.name} ${Date.now() % 1_000_000}`
  await page.goto('/cabinet/identities')
  await page.getByRole('button', { name: 'Добавить ключ NFC' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Название').fill(name)
  await dialog.getByRole('button', { name: 'Создать' }).click()
  await expect(dialog.getByRole('textbox', { name: /Для Apple/ })).toHaveValue(/^MDkwEwYHKoZIzj0CAQ/)
  await expect(dialog.getByRole('textbox', { name: /Для Google/ })).toHaveValue(/BEGIN PUBLIC KEY/)
  await dialog.getByRole('button', { name: 'Готово' }).click()
  const card = page.getByRole('listitem', { name, exact: true })
  await card.getByText('Открытая половина').click()
  await expect(card.getByRole('textbox', { name: /Для Apple/ })).toBeVisible()
  await card.getByRole('button', { name: 'Удалить' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
  await expect(card).toBeHidden()
})

test('a certificate in use that ends soon is told of on the overview', async ({ page }) => {
  const ends = new Date(Date.now() + 6.5 * 86_400_000).toISOString()
  await page.route('**/api/v1/identities', (route) =>
    route.fulfill({
      json: {
        items: [
          {
            id: '1',
            kind: 'APPLE_PASS',
            state: 'ACTIVE',
            name: 'pass.shop',
            detail: {},
            notAfter: ends,
            daysLeft: 6,
            warning: 'CRITICAL',
            createdBy: 'x',
            createdAt: '2026-01-01T00:00:00Z',
          },
        ],
      },
    }),
  )
  await page.goto('/cabinet')
  await expect(page.getByText('«pass.shop» кончится через 6 дней')).toBeVisible()
  await page.getByRole('link', { name: 'Заменить' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Сертификаты и ключи' })).toBeVisible()
  await expect(page.getByRole('listitem', { name: 'pass.shop' }).getByText('ещё 6 дней')).toBeVisible()
})

/** The development CA of the service under test: what a merchant has before there is an account at Apple. */
const certs = join(process.env.KARTELA_DATA ?? 'target/e2e-data', 'certs')

/** Its pass certificate as Keychain Access would export it. */
function p12(password: string): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'p12-'))
  const file = join(folder, 'pass.p12')
  const given = ['-inkey', 'pass.key.pem', '-in', 'pass.pem', '-certfile', 'wwdr.pem']
  execFileSync('openssl', ['pkcs12', '-export', ...given, '-passout', `pass:${password}`, '-out', file], {
    cwd: certs,
    stdio: 'pipe',
  })
  return readFileSync(file)
}

test.describe('a .p12', () => {
  test.skip(!existsSync(certs), `tell by KARTELA_DATA where the service keeps its data: there is no ${certs}`)

  test('is dropped on the dialog, checked, kept, and looked at', async ({ page }) => {
    const name = `Файл ${test.info().project.name} ${Date.now() % 1_000_000}`
    const content = p12('слово').toString('base64')
    await page.goto('/cabinet/identities')
    await page.getByRole('button', { name: 'Загрузить сертификат' }).click()
    const dialog = page.getByRole('dialog')
    const dropped = await page.evaluateHandle((base64) => {
      const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0))
      const data = new DataTransfer()
      data.items.add(new File([bytes], 'pass.p12', { type: 'application/x-pkcs12' }))
      return data
    }, content)
    // Beside the field it does nothing; the page must not go away for it.
    await dialog.getByRole('heading').dispatchEvent('drop', { dataTransfer: dropped })
    const field = dialog.getByRole('button', { name: /^Файл .p12/ })
    await field.dispatchEvent('dragover', { dataTransfer: dropped })
    await field.dispatchEvent('drop', { dataTransfer: dropped })
    await expect(field).toContainText('pass.p12')

    await dialog.getByLabel('Пароль файла').fill('слова')
    await dialog.getByRole('button', { name: 'Проверить' }).click()
    await expect(dialog.getByRole('alert')).toContainText(/[Пп]ароль/)
    await dialog.getByLabel('Пароль файла').fill('слово')
    await dialog.getByRole('button', { name: 'Проверить' }).click()
    await expect(dialog.getByText('Всё в порядке: телефоны примут карты.')).toBeVisible()
    await dialog.getByLabel('Название').fill(name)
    await dialog.getByRole('button', { name: 'Загрузить', exact: true }).click()
    await expect(dialog).toBeHidden()

    const card = page.getByRole('listitem', { name, exact: true })
    await expect(card.getByText('pass.io.kartela.demo')).toBeVisible()
    await expect(card.getByText('настоящие iPhone его не примут')).toBeVisible()
    await card.getByRole('button', { name: 'Удалить' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
    await expect(card).toBeHidden()
  })
})
