import { randomInt } from 'node:crypto'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { agrees, done } from './forms'
import { OPERATOR_KEY } from './ownShop'

test.skip(OPERATOR_KEY === '', 'the operator’s key of this installation is not known')
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, 'the same steps on any screen')
test.setTimeout(300_000)

/** What people's hands do in all their windows: the figure in the README. */
class Hands {
  clicks = 0
  fields = 0
  readonly began = Date.now()

  /** Somebody's own browser; nothing but what is on the screen is used. */
  async person(browser: Browser, baseURL: string): Promise<Page> {
    const context = await browser.newContext({ baseURL, locale: 'ru-RU', ignoreHTTPSErrors: true })
    const page = await context.newPage()
    await page.exposeFunction('kartelaHand', (what: string) => {
      if (what === 'click') this.clicks++
      else this.fields++
    })
    await page.addInitScript(() => {
      const tell = (event: Event) =>
        event.isTrusted && (window as unknown as { kartelaHand: (what: string) => void }).kartelaHand(event.type)
      document.addEventListener('click', tell, true)
      document.addEventListener('change', tell, true)
    })
    return page
  }

  told() {
    return `${this.clicks} clicks, ${this.fields} fields, ${Math.round((Date.now() - this.began) / 1000)} s by a robot`
  }
}

type Handed = { link: string; registerKey: string }

async function operatorOpens(page: Page, name: string, email: string): Promise<Handed> {
  await page.goto('/cabinet/operator')
  await page.getByRole('textbox', { name: 'Ключ оператора' }).fill(OPERATOR_KEY)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('link', { name: 'Открыть магазин' }).click()
  await page.getByRole('textbox', { name: 'Название' }).fill(name)
  await page.getByRole('textbox', { name: 'Что обещает программа' }).fill('Бонусы за каждую чашку')
  await page.getByRole('combobox', { name: 'Начать с готовой' }).click()
  await page.getByRole('option', { name: 'Кофейня' }).click()
  await page.getByRole('textbox', { name: 'Имя' }).fill('Ольга Облакова')
  await page.getByRole('textbox', { name: 'Почта' }).fill(email)
  await page.getByRole('button', { name: 'Открыть магазин' }).click()
  await expect(page.getByRole('heading', { name: `«${name}» открыт` })).toBeVisible()
  return {
    link: await page.getByRole('textbox', { name: `Ссылка владельцу: ${email}` }).inputValue(),
    registerKey: await page.getByRole('textbox', { name: /^Ключ кассы/ }).inputValue(),
  }
}

async function ownerComesIn(page: Page, link: string) {
  await page.goto(link)
  await page.getByRole('textbox', { name: 'Новый пароль' }).fill('облака плывут')
  await page.getByRole('button', { name: 'Сохранить и войти' }).click()
  await expect(page.getByRole('heading', { name: 'Первые шаги' })).toBeVisible()
}

/** A second branch, from the menu. */
async function secondBranch(page: Page) {
  await page.getByRole('link', { name: 'Магазины и кассы' }).first().click()
  await page.getByRole('button', { name: 'Добавить магазин' }).click()
  await page.getByRole('dialog').getByLabel('Название').fill('На Набережной')
  await page.getByRole('dialog').getByLabel('Адрес').fill('Набережная, 7')
  await page.getByRole('dialog').getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'На Набережной' })).toBeVisible()
}

/** A marketer, and a manager of the new branch. */
async function twoColleagues(page: Page, number: number) {
  await page.getByRole('link', { name: 'Сотрудники' }).click()
  const dialog = page.getByRole('dialog')
  for (const [name, manager] of [
    ['Марк', false],
    ['Мария', true],
  ] as const) {
    await page.getByRole('button', { name: 'Пригласить' }).click()
    await dialog.getByLabel('Имя').fill(name)
    await dialog.getByLabel('Почта').fill(`${manager ? 'maria' : 'mark'}@oblaka-${number}.example`)
    if (manager) {
      await dialog.getByRole('radio', { name: 'Управляющий' }).check()
      await dialog.getByRole('checkbox', { name: 'На Набережной' }).check()
    }
    await dialog.getByRole('button', { name: 'Получить ссылку' }).click()
    await expect(dialog.getByRole('textbox', { name: 'Ссылка' })).toHaveValue(/invitation#/)
    await dialog.getByRole('button', { name: 'Готово' }).click()
  }
}

/** Twice the bonuses, all day and every day, so that the test's hour is among the happy ones. */
async function happyHours(page: Page) {
  await page.getByRole('link', { name: 'Программа', exact: true }).click()
  await page.getByRole('link', { name: 'Изменить программу' }).click()
  await page.getByRole('button', { name: 'Добавить правило' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: /Счастливые часы: бонусы ×2/ }).click()
  for (const day of ['пятница', 'суббота', 'воскресенье'])
    await dialog.getByRole('checkbox', { name: day }).press('Space')
  await dialog.getByRole('checkbox', { name: 'Весь день' }).check()
  await done(page, dialog)
  await page.getByRole('button', { name: 'Опубликовать' }).click()
  await dialog.getByRole('button', { name: 'Опубликовать сейчас' }).click()
  await expect(page.getByText(/Счастливые часы/).first()).toBeVisible()
}

/** A newcomer at the till: the card, and the receipt of 1,000 ₽. */
async function firstReceipt(page: Page, registerKey: string) {
  await page.goto('/till')
  await page.getByLabel('Ключ кассы').fill(registerKey)
  await page.getByRole('button', { name: 'Войти' }).click()
  await page.getByRole('textbox', { name: 'Карта или телефон' }).fill(`999${randomInt(1_000_000, 9_999_999)}`)
  await page.getByRole('button', { name: 'Найти' }).click()
  await page.getByRole('button', { name: /^Оформить карту на \+7/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Имя').fill('Анна')
  await agrees(dialog)
  await dialog.getByRole('button', { name: 'Завести без кода' }).click()
  await dialog.getByRole('button', { name: 'Продолжить с этим покупателем' }).click()
  await page.getByText('Одной суммой').click()
  await page.getByRole('textbox', { name: 'Сумма чека' }).fill('1000')
  await page
    .getByRole('button', { name: /^Провести/ })
    .filter({ visible: true })
    .click()
  await expect(page.getByRole('heading', { name: 'Чек проведён' })).toBeVisible()
}

test('an empty installation, a shop of two branches with happy hours, the first receipt: by the browser alone', async ({
  browser,
  baseURL,
}) => {
  const number = randomInt(100_000, 999_999)
  const hands = new Hands()
  const handed = await operatorOpens(
    await hands.person(browser, baseURL ?? ''),
    `Облака ${number}`,
    `olga@oblaka-${number}.example`,
  )
  const owner = await hands.person(browser, baseURL ?? '')
  await ownerComesIn(owner, handed.link)
  await secondBranch(owner)
  await twoColleagues(owner, number)
  await happyHours(owner)
  const till = await hands.person(browser, baseURL ?? '')
  await firstReceipt(till, handed.registerKey)
  // Twice the 3 % of a coffee shop's first tier.
  await expect(till.getByText('+60', { exact: true }).first()).toBeVisible()

  test.info().annotations.push({ type: 'hands', description: hands.told() })
  expect(hands.clicks).toBeGreaterThan(10)
  expect(hands.clicks).toBeLessThan(60)
  expect(hands.fields).toBeLessThan(40)
})
