import { expectAccessible } from './accessible'
import { expect, test } from './support'

const QUESTION = 'Уйти без сохранения?'

test('a message that is being written saves itself, and asks only while it is not kept', async ({ page, shop }) => {
  await shop.signIn(page)
  await page.goto('/cabinet/campaigns/new')
  await page.route('**/api/v1/campaign-drafts**', (route) => route.abort())
  const text = page.getByRole('textbox', { name: 'Текст', exact: true })
  await text.fill('Сегодня второй кофе за наш счёт')
  await expect(page.getByText('Черновик не сохранился, пробуем ещё раз…')).toBeVisible()
  const away = page.getByRole('link', { name: 'Все рассылки' })
  await away.click()
  const question = page.getByRole('dialog', { name: QUESTION })
  await expect(question).toBeVisible()
  await expectAccessible(page)
  await question.getByRole('button', { name: 'Остаться' }).click()
  await expect(text).toHaveValue('Сегодня второй кофе за наш счёт')

  const asked = page.waitForEvent('dialog')
  const closing = page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await closing
  await expect(text).toHaveValue('Сегодня второй кофе за наш счёт')

  await page.unroute('**/api/v1/campaign-drafts**')
  await expect(page.getByText('Черновик сохранён')).toBeVisible()
  await away.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Рассылки' })).toBeVisible()
})

test('the shop’s details ask before they are left, and no longer once they are saved', async ({ page, shop }) => {
  await shop.signIn(page)
  await page.goto('/cabinet/settings')
  const about = page.getByLabel('О программе, коротко')
  const before = await about.inputValue()
  await about.fill(`${before} Приходите`)
  const members = page.getByRole('link', { name: 'Участники' }).filter({ visible: true }).first()
  await members.click()
  await page.getByRole('dialog', { name: QUESTION }).getByRole('button', { name: 'Остаться' }).click()
  await expect(about).toHaveValue(`${before} Приходите`)
  // What is typed and taken back is nothing to lose.
  await about.fill(before)
  await members.click()
  await expect(page.getByRole('heading', { level: 1, name: 'Участники' })).toBeVisible()
})

test('Escape over half a new member asks; over an empty form it does not', async ({ page, till }) => {
  await till.open('Новый участник')
  const dialog = page.getByRole('dialog', { name: 'Новый участник' })
  await dialog.getByLabel('Телефон').press('Escape')
  await expect(dialog).toBeHidden()

  await till.open('Новый участник')
  await dialog.getByLabel('Имя').fill('Вера Долгополова')
  await page.keyboard.press('Escape')
  const question = page.getByRole('dialog', { name: QUESTION })
  await expect(question).toBeVisible()
  await expectAccessible(page)
  await expect(question.getByRole('button', { name: 'Остаться' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(dialog.getByLabel('Имя')).toHaveValue('Вера Долгополова')
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: 'Не сохранять' }).click()
  await expect(dialog).toBeHidden()
})

test('any form in a dialog asks by its fields', async ({ page, shop }) => {
  await shop.signIn(page)
  await page.goto('/cabinet/settings')
  await page.getByRole('button', { name: /: Правила программы$/ }).click()
  const dialog = page.getByRole('dialog', { name: 'Правила программы' })
  const address = new URL('/rules', page.url()).href
  await dialog.getByLabel('Адрес страницы').fill(address)
  await dialog.getByRole('button', { name: 'Закрыть' }).click()
  await expect(page.getByRole('dialog', { name: QUESTION })).toBeVisible()
  await page.getByRole('button', { name: 'Остаться' }).click()
  await expect(dialog.getByLabel('Адрес страницы')).toHaveValue(address)
})
