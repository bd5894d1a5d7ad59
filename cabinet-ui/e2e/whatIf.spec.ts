import { expectAccessible } from './accessible'
import { join, OPERATOR_KEY, ownShop, sell, setGoods } from './ownShop'
import { expect, test } from './support'

test.skip(OPERATOR_KEY === '', 'the operator’s key of this installation is not known')
test.setTimeout(120_000)

const PROGRAM = {
  name: { ru: 'Бонусы', en: 'Bonuses' },
  kind: 'BOTH',
  tiers: [
    { id: 'base', name: { ru: 'Старт', en: 'Start' }, rank: 1, earnBp: 500, maxSpendBp: 3000 },
    {
      id: 'top',
      name: { ru: 'Друг', en: 'Friend' },
      rank: 2,
      earnBp: 500,
      maxSpendBp: 3000,
      upgrades: [{ type: 'totalPurchases', from: 10_000_000 }],
    },
  ],
  // biome-ignore lint/suspicious/noThenProperty: a rule of the document has one
  rules: [{ id: 'earn', name: { ru: 'По уровню', en: 'By tier' }, then: { type: 'earnByTier' } }],
}

test('the owner sees on past receipts what changes would have cost, before publishing', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a phone lists the same figures below each other')
  const shop = await ownShop(page, 'Кофейня «Пенка»', PROGRAM)
  await setGoods(shop, [{ code: 'LATTE', name: 'Латте', categories: ['coffee'] }])
  const anna = await join(shop)
  await sell(shop, anna.memberId, 200_000)
  await sell(shop, anna.memberId, 100_000)
  await sell(shop, null, 50_000)

  // Looking makes no draft: there is nothing to work out, and nothing in the log.
  await page.goto('/cabinet/program/draft')
  await expect(page.getByText('Пока ничего не изменено')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Посчитать на прошлых чеках' })).toBeHidden()
  expect((await (await page.request.get('/api/v1/program/drafts')).json()).items).toEqual([])
  await page.goto('/cabinet/program/draft/what-if')
  await expect(page.getByRole('heading', { name: 'Изменений пока нет' })).toBeVisible()
  await page.getByRole('link', { name: 'Изменить программу' }).click()

  await page.getByRole('button', { name: 'Изменить: Старт' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Начислять').fill('10')
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('Сохранено')).toBeVisible()
  await page.getByRole('link', { name: 'Посчитать на прошлых чеках' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Что было бы по новой программе' })).toBeVisible()
  await page.getByText('30 дней', { exact: true }).click()
  await page.getByRole('button', { name: 'Посчитать', exact: true }).click()

  // 5 % of 3,000 was 150; 10 % is 300. The figures are the service's own.
  await expect(page.getByText(/Вместо 150 бонусов было бы начислено 300: на 100\s% больше/)).toBeVisible()
  await expect(page.getByText(/Программа обошлась бы в 300\s₽ вместо 150\s₽: на 150\s₽ дороже/)).toBeVisible()
  await expect(page.getByText('Изменились бы 2 из 3 чеков.')).toBeVisible()
  const figures = page.getByRole('table', { name: 'Что было и что было бы' })
  await expect(figures.getByRole('row', { name: /Куплено на сумму 3\s500\s₽ 3\s500\s₽/ })).toBeVisible()
  await expect(figures.getByRole('row', { name: /Начислено бонусов 150 300 \+150/ })).toBeVisible()
  await expectAccessible(page)

  // The receipt that changes most, with both whys.
  const top = page.getByRole('table', { name: 'Чеки, которые изменились бы сильнее всего' })
  await top.getByRole('row').nth(1).getByRole('button').click()
  await expect(dialog.getByText('Латте, 1 —')).toBeVisible()
  await expect(dialog.getByText(/^Было: По уровню: \+100/)).toBeVisible()
  await expect(dialog.getByText(/^Было бы: По уровню: \+200/)).toBeVisible()
  await dialog.getByRole('button', { name: 'Закрыть' }).click()

  // Come back to: the result is there; once the draft is another, that is said and can be worked out again.
  await page.goto('/cabinet/program/draft')
  await page.getByRole('button', { name: 'Изменить: Старт' }).click()
  await dialog.getByLabel('Начислять').fill('20')
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await expect(dialog).toBeHidden()
  await page.getByRole('link', { name: 'Посчитать на прошлых чеках' }).click()
  await expect(page.getByText('С тех пор программу изменили')).toBeVisible()
  await page.getByRole('button', { name: 'Посчитать ещё раз' }).click()
  await expect(page.getByText(/Вместо 150 бонусов было бы начислено 600: на 300\s% больше/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Прежние подсчёты' })).toBeVisible()

  // A period without receipts says so.
  await page.getByText('Свои даты', { exact: true }).click()
  await page.getByLabel('С', { exact: true }).fill('2020-01-01')
  await page.getByLabel('По', { exact: true }).fill('2020-01-31')
  await page.getByRole('button', { name: 'Посчитать', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'За это время чеков нет' })).toBeVisible()
})
