import type { Page } from '@playwright/test'
import type { Schemas } from '../src/base/api/client'
import { expect, own, test } from './support'

test.describe.configure({ mode: 'serial' })

const section = (page: Page, name: string) =>
  page.locator('section').filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) })

/** Only customers of the highest tier see what is changed here, and it is changed back: others test by this program, too. */
test.describe('the owner changes the program', () => {
  test.beforeEach(async ({ page, shop }) => shop.signIn(page))

  test('a percent, a name and a happy hour reach the till; going back undoes them', async ({ page, shop }) => {
    test.slow()
    const before = (await (await page.request.get('/api/v1/program')).json()) as Schemas['PublishedProgram']
    const customer = await shop.customer()
    await shop.receipt(customer.memberId, 1_500_000)
    const quote = async () => {
      const answer = await page.request.post('/api/v1/quotes', {
        headers: { Authorization: `Bearer ${shop.demo.registerKey}` },
        data: { memberId: customer.memberId, lines: [{ lineNo: 1, name: 'Проба', amount: 100_000 }] },
      })
      expect(answer.status(), await answer.text()).toBe(200)
      return (await answer.json()) as Schemas['Quote']
    }
    await page.goto('/cabinet/program')
    await expect(page.getByText('Начисляем 10 % от суммы, оплаченной деньгами')).toBeVisible()
    await expect(page.getByText('Из этих на чек действует только самое выгодное').first()).toBeVisible()
    await page.getByRole('link', { name: 'Изменить программу' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Изменения программы' })).toBeVisible()

    await page.getByRole('button', { name: 'Изменить: Золото' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Начислять').fill('12,5')
    await dialog.getByLabel('Название по-русски').fill('Платина')
    await dialog.getByRole('button', { name: 'Готово' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('Начисляем 12,5 % от суммы, оплаченной деньгами')).toBeVisible()

    await section(page, 'Акции и скидки').getByRole('button', { name: 'Добавить правило' }).click()
    await dialog.getByRole('button', { name: /Счастливые часы: бонусы ×2/ }).click()
    await dialog.getByLabel('Название, по-русски').fill('Всегда вдвое')
    for (const day of ['пятница', 'суббота', 'воскресенье'])
      await dialog.getByRole('checkbox', { name: day }).press('Space')
    await dialog.getByRole('checkbox', { name: 'Весь день' }).check()
    await dialog.getByRole('button', { name: 'Добавить условие' }).click()
    await page.getByRole('menuitem', { name: 'Уровень карты' }).click()
    await dialog.getByRole('button', { name: 'Готово' }).click()
    await expect(dialog).toBeHidden()
    await expect(section(page, 'Акции и скидки').getByText('Всегда вдвое', { exact: true })).toBeVisible()

    // Removed by mistake, and back.
    await page.getByRole('button', { name: 'Убрать: 3 круассана по цене 2' }).click()
    await expect(page.getByText('3 круассана по цене 2', { exact: true })).toBeHidden()
    await page.getByRole('button', { name: 'Вернуть', exact: true }).click()
    await expect(page.getByText('3 круассана по цене 2', { exact: true })).toBeVisible()

    // Tried before anybody buys by it: 1,000 ₽ at 12.5 %, twice.
    await page.getByRole('button', { name: 'Попробовать чек' }).click()
    await page.getByRole('dialog').getByLabel('Уровень').selectOption('Платина')
    await page.getByRole('dialog').getByRole('button', { name: 'Посчитать' }).click()
    await expect(
      page
        .getByRole('region', { name: 'Что получится' })
        .getByText(/Всегда вдвое/)
        .first(),
    ).toBeVisible()
    await page.getByRole('dialog').getByRole('button', { name: 'Закрыть' }).click()

    const old = (await quote()).earned
    await page.getByRole('button', { name: 'Опубликовать' }).click()
    await expect(dialog.getByText(/процент начисления 10\s% → 12,5\s%/)).toBeVisible()
    await dialog.getByRole('button', { name: 'Опубликовать сейчас' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Бонусы «Зерно»' })).toBeVisible()
    await expect(page.getByText('Начисляем 12,5 % от суммы, оплаченной деньгами')).toBeVisible()
    const now = await quote()
    expect(now.earned).toBeGreaterThan(old)
    expect(now.explanations.some((one) => one.applied && one.text.ru.startsWith('Всегда вдвое'))).toBe(true)

    await page.getByRole('button', { name: 'История' }).click()
    await page.getByRole('button', { name: `Вернуться к этой версии: Версия ${before.number}` }).click()
    await page.getByRole('button', { name: 'Открыть для изменений' }).click()
    await expect(page.getByText('Начисляем 10 % от суммы, оплаченной деньгами')).toBeVisible()
    await page.getByRole('button', { name: 'Опубликовать' }).click()
    await dialog.getByRole('button', { name: 'Опубликовать сейчас' }).click()
    await expect(page.getByRole('link', { name: 'Изменить программу' })).toBeVisible()
    expect((await quote()).earned).toBe(old)
  })

  test('a second person’s change is told, nothing is overwritten', async ({ page }) => {
    await page.goto('/cabinet/program/draft')
    await expect(page.getByRole('heading', { name: 'Уровни' })).toBeVisible()
    // The first change makes the draft.
    await page.getByRole('button', { name: 'Выключить: 3 круассана по цене 2' }).click()
    await expect(page.getByText('Сохранено')).toBeVisible()
    const { items } = (await (await page.request.get('/api/v1/program/drafts')).json()) as {
      items: Schemas['ProgramDraftHead'][]
    }
    const path = `/api/v1/program/drafts/${items[0]?.id}`
    const draft = (await (await page.request.get(path)).json()) as { program: Record<string, unknown> }
    const theirs = { ...draft.program, signUp: { amount: 77_700, note: undefined } }
    const changed = await page.request.put(path, {
      headers: own(),
      data: { revision: items[0]?.revision, program: theirs },
    })
    expect(changed.status(), await changed.text()).toBe(200)

    await page.getByRole('button', { name: 'Выше: Бронза' }).click()
    await expect(page.getByText(/тем временем изменил другой человек/)).toBeVisible()
    await page.getByRole('button', { name: 'Показать', exact: true }).click()
    await expect(page.getByText(/777 бонусов/)).toBeVisible()
    await page.getByRole('main').getByRole('button', { name: 'Ещё', exact: true }).click()
    await page.getByRole('menuitem', { name: 'Отменить все изменения' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Отменить все изменения' }).click()
    await expect(page.getByRole('link', { name: 'Изменить программу' })).toBeVisible()
  })
})

test('the marketer reads the program and sees no buttons that are refused', async ({ page, shop }) => {
  const answer = await page.request.post('/api/v1/session', {
    headers: own(),
    data: { email: shop.demo.email.replace(/^\w+@/, 'marketer@'), password: shop.demo.password },
  })
  expect(answer.status(), await answer.text()).toBe(200)
  await page.goto('/cabinet/program')
  await expect(page.getByRole('heading', { name: 'Как тратятся бонусы' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'История' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Изменить программу' })).toBeHidden()
  await expect(page.getByRole('button', { name: /^Изменить/ })).toHaveCount(0)
  await page.goto('/cabinet/program/draft')
  await expect(page.getByRole('heading', { name: 'Как тратятся бонусы' })).toBeVisible()
  await expect(page).toHaveURL(/\/cabinet\/program$/)
})
