import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { appCode } from './appCodes'
import { Service } from './ownService'
import { OPERATOR_KEY, ownShop } from './ownShop'
import { expect, test } from './support'

const PASSWORD = 'длинный пароль'

const WORDS = {
  'ru-RU': {
    email: 'Почта',
    password: 'Пароль',
    signIn: 'Войти',
    connect: 'Подключить приложение',
    secret: 'Секрет',
    code: 'Код, который показало приложение',
    turnOn: 'Включить',
    codes: 'Запасные коды',
    kept: 'Коды сохранены',
    on: 'включён',
    nowhere: /Здесь ключи доступа не завести/,
    appCode: 'Код из приложения, 6 цифр',
    wrong: /Код не подошёл/,
    byRecovery: 'Запасной код',
    recovery: 'Запасной код',
    left: /Осталось 9 кодов/,
    overview: 'Обзор',
    off: 'Выключить',
    ownPassword: 'Ваш пароль',
    next: 'Продолжить',
  },
  'en-GB': {
    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    connect: 'Connect an app',
    secret: 'Secret',
    code: 'The code that the app shows',
    turnOn: 'Turn on',
    codes: 'Recovery codes',
    kept: 'I have kept them',
    on: 'on',
    nowhere: /No passkeys here/,
    appCode: 'Code from the app, 6 digits',
    wrong: /code is wrong/,
    byRecovery: 'Recovery code',
    recovery: 'Recovery code',
    left: /9 codes are left/,
    overview: 'Overview',
    off: 'Turn off',
    ownPassword: 'Your password',
    next: 'Continue',
  },
} as const
type Words = (typeof WORDS)[keyof typeof WORDS]

/** The password, on the page that asks for it. */
async function password(page: Page, w: Words, email: string, typed: string = PASSWORD) {
  await page.context().clearCookies()
  await page.goto('/cabinet/sign-in')
  await page.getByLabel(w.email).fill(email)
  await page.getByRole('textbox', { name: w.password }).fill(typed)
  await page.getByRole('button', { name: w.signIn, exact: true }).click()
}

/** An app is connected; what it knows, and the recovery codes. */
async function connect(page: Page, w: Words, own: string = PASSWORD): Promise<{ secret: string; codes: string[] }> {
  await page.getByRole('button', { name: w.connect }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(w.ownPassword).fill(own)
  await dialog.getByRole('button', { name: w.next }).click()
  const secret = (await dialog.getByLabel(w.secret).inputValue()).replaceAll(' ', '')
  await expectAccessible(page)
  await dialog.getByLabel(w.code).fill(appCode(secret))
  await dialog.getByRole('button', { name: w.turnOn }).click()
  const list = page.getByRole('dialog', { name: w.codes }).getByRole('listitem')
  await expect(list).toHaveCount(10)
  await expectAccessible(page)
  const codes = await list.allTextContents()
  await page.getByRole('button', { name: w.kept }).click()
  return { secret, codes }
}

for (const locale of Object.keys(WORDS) as (keyof typeof WORDS)[]) {
  test.describe(locale, () => {
    test.use({ locale })

    test('a code from an app opens the cabinet, and so does a recovery code, each once', async ({ page }) => {
      test.setTimeout(180_000)
      const w = WORDS[locale]
      const shop = await ownShop(page, 'Два шага', { name: { ru: 'Проба', en: 'Trial' }, kind: 'BOTH' })
      const email = `${shop.slug}@example.test`
      await page.goto('/cabinet/account')
      await expect(page.getByText(w.nowhere)).toBeVisible()
      const { secret, codes } = await connect(page, w)
      await expect(page.getByText(w.on, { exact: true })).toBeVisible()
      await expectAccessible(page)

      await password(page, w, email)
      await page.getByLabel(w.appCode).fill('000000')
      await page.getByRole('button', { name: w.signIn, exact: true }).click()
      await expect(page.getByText(w.wrong)).toBeVisible()
      await expectAccessible(page)
      // A phone whose clock is ahead: the code of now turned it on and is used up.
      await page.getByLabel(w.appCode).fill(appCode(secret, 1))
      await page.getByRole('button', { name: w.signIn, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: w.overview })).toBeVisible()

      for (const fits of [true, false]) {
        await password(page, w, email)
        await page.getByRole('button', { name: w.byRecovery }).click()
        await page.getByLabel(w.recovery).fill(codes[0] ?? '')
        await page.getByRole('button', { name: w.signIn, exact: true }).click()
        await expect(
          fits ? page.getByRole('heading', { level: 1, name: w.overview }) : page.getByText(w.wrong),
        ).toBeVisible()
      }
      await page.getByLabel(w.recovery).fill(codes[1] ?? '')
      await page.getByRole('button', { name: w.signIn, exact: true }).click()
      await expect(page.getByRole('heading', { level: 1, name: w.overview })).toBeVisible()

      await page.goto('/cabinet/account')
      await page.getByRole('button', { name: w.off }).click()
      await page.getByRole('dialog').getByLabel(w.ownPassword).fill(PASSWORD)
      await page.getByRole('dialog').getByRole('button', { name: w.off }).click()
      await expect(page.getByRole('button', { name: w.connect })).toBeVisible()
      await password(page, w, email)
      await expect(page.getByRole('heading', { level: 1, name: w.overview })).toBeVisible()
    })
  })
}

test('an owner demands two steps of everybody, and the operator helps who lost the second', async ({ page }) => {
  test.setTimeout(180_000)
  const w = WORDS['ru-RU']
  const shop = await ownShop(page, 'Все в два шага', { name: { ru: 'Проба', en: 'Trial' }, kind: 'BOTH' })
  const email = `${shop.slug}@example.test`
  await page.goto('/cabinet/staff')
  await page.getByLabel('Требовать от всех сотрудников').click()
  await expect(page.getByText('Сохранено')).toBeVisible()
  await expect(page.getByLabel('Требовать от всех сотрудников')).toBeChecked()
  await expectAccessible(page)

  await password(page, w, email)
  await expect(page.getByRole('heading', { level: 1, name: 'Настройте вход в два шага' })).toBeVisible()
  await page.goto('/cabinet/staff') // nothing else opens
  await expect(page.getByRole('heading', { level: 1, name: 'Настройте вход в два шага' })).toBeVisible()
  await expectAccessible(page)
  await connect(page, w)
  await expect(page.getByRole('heading', { level: 1, name: 'Сотрудники' })).toBeVisible()
  await expect(page.locator('tr, li').filter({ hasText: email })).toContainText('вход в два шага')
  await page.goto('/cabinet/account')
  await expect(page.getByText(/единственный способ не убрать/)).toBeVisible()
  await expect(page.getByRole('button', { name: w.off })).toHaveCount(0)

  await page.goto('/cabinet/operator')
  await page.getByLabel('Ключ оператора').fill(OPERATOR_KEY)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByLabel('Поиск').fill(shop.slug)
  const row = page.locator('tr, li').filter({ hasText: shop.slug })
  await expect(row).toHaveCount(1)
  await row.getByRole('button').click()
  await page.getByRole('menuitem', { name: 'Сбросить вход в два шага' }).click()
  await page.getByRole('dialog').getByLabel('Почта').fill(email)
  await expectAccessible(page)
  await page.getByRole('dialog').getByRole('button', { name: 'Сбросить' }).click()
  await expect(page.getByText('Вход в два шага сброшен').first()).toBeVisible()

  await password(page, w, email)
  await expect(page.getByRole('heading', { level: 1, name: 'Настройте вход в два шага' })).toBeVisible()
})

test('a passkey signs in by itself and after the password', async ({ browser, playwright, viewport }) => {
  test.setTimeout(480_000)
  const w = WORDS['ru-RU']
  const given = process.env.KARTELA_PASSKEY_URL
  const service = given ? undefined : await Service.start('localhost')
  const baseURL = given ?? service?.url ?? ''
  try {
    const request = await playwright.request.newContext({ baseURL })
    const demo = await (await request.get('/simulator/demo')).json()
    const page = await (
      await browser.newContext({ baseURL, locale: 'ru-RU', viewport, reducedMotion: 'reduce' })
    ).newPage()
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('WebAuthn.enable')
    await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await password(page, w, demo.email, demo.password)
    await expect(page.getByRole('heading', { level: 1, name: w.overview })).toBeVisible()
    await page.goto('/cabinet/account')
    await page.getByRole('button', { name: 'Добавить ключ доступа' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Название').fill('Ноутбук')
    await dialog.getByLabel(w.ownPassword).fill(demo.password)
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Создать ключ' }).click()
    await page.getByRole('button', { name: w.kept }).click()
    await expect(page.getByText('Ноутбук')).toBeVisible()

    await page.getByRole('button', { name: 'Что сделать с ключом: Ноутбук' }).click()
    await page.getByRole('menuitem', { name: 'Переименовать' }).click()
    await page.getByRole('dialog').getByLabel('Название').fill('Ноутбук на работе')
    await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
    await expect(page.getByText('Ноутбук на работе')).toBeVisible()
    await expectAccessible(page)

    await page.context().clearCookies()
    await page.goto('/cabinet/sign-in')
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Войти с ключом доступа' }).click()
    await expect(page.getByRole('heading', { level: 1, name: w.overview })).toBeVisible()

    await password(page, w, demo.email, demo.password)
    await expect(page.getByRole('heading', { level: 1, name: 'Второй шаг' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Показать ключ доступа' }).click()
    await expect(page.getByRole('heading', { level: 1, name: w.overview })).toBeVisible()

    await page.goto('/cabinet/account')
    await page.getByRole('button', { name: 'Что сделать с ключом: Ноутбук на работе' }).click()
    await page.getByRole('menuitem', { name: 'Удалить' }).click()
    await page.getByRole('dialog').getByLabel(w.ownPassword).fill(demo.password)
    await page.getByRole('dialog').getByRole('button', { name: 'Удалить' }).click()
    await expect(page.getByText('Ноутбук на работе')).toHaveCount(0)
    await request.dispose()
  } finally {
    await service?.end()
  }
})
