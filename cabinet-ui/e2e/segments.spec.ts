import { expectAccessible } from './accessible'
import { join, ownShop, sell } from './ownShop'
import { expect, own, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [{ id: 'one', name: { ru: 'Первый', en: 'First' }, rank: 0, earnBp: 300 }],
  rules: [],
}

test('a marketer gathers those who bought a good, and sees why somebody is not among them', async ({ page }, info) => {
  test.setTimeout(180_000)
  const shop = await ownShop(page, 'Кто что купил', PROGRAM)
  const anna = await join(shop)
  await sell(shop, anna.memberId, 30_000)
  await page.goto('/cabinet/segments/new')
  await page.getByLabel('Название').fill('Любители латте')
  await page.getByRole('button', { name: 'Добавить условие' }).click()
  await page.getByRole('menuitem', { name: 'Что покупал' }).click()
  await expect(page.getByRole('group', { name: 'Что покупал' }).getByText('Латте')).toBeVisible()
  // Purchases are followed once a minute.
  await expect(async () => {
    const counted = await page.request.post('/api/v1/segments/count', {
      headers: own(),
      data: { condition: { type: 'boughtGoods', skus: ['LATTE'], window: { unit: 'DAYS', n: 7 } } },
    })
    expect(((await counted.json()) as { members: number }).members).toBe(1)
  }).toPass({ timeout: 120_000 })
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('goods.png'), fullPage: true })
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Сегмент сохранён')).toBeVisible()
  await page.reload()
  await expect(page.getByText('1 участник', { exact: true })).toBeVisible()
  await page.goto('/cabinet/segments')
  await expect(page.getByText('покупал «Латте» за 30 дней')).toBeVisible()

  await page.goto('/cabinet/segments/rfm')
  await expect(page.getByRole('heading', { name: 'Как покупают участники' })).toBeVisible()
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('rfm.png'), fullPage: true })
  await page.getByRole('table').getByRole('link').first().click()
  await expect(page).toHaveURL(/\/members/)
  await expect(page.getByText('оценки RFM: Давность 5')).toBeVisible()
  await page.screenshot({ path: info.outputPath('rfm-members.png'), fullPage: true })
})

test('a win-back keeps a hold-out and a budget and is replayed over last year', async ({ page }, info) => {
  const shop = await ownShop(page, 'Возврат и деньги', PROGRAM)
  const anna = await join(shop)
  await sell(shop, anna.memberId, 30_000)
  await page.goto('/cabinet/automations/new/WIN_BACK')
  await page.getByRole('button', { name: 'Проиграть прошлый год' }).click()
  await expect(page.getByText('За год никто не получил бы ни одного.')).toBeVisible()
  await page.getByRole('combobox', { name: 'Контрольная группа' }).click()
  await page.getByRole('option', { name: 'Не писать 20 % участников' }).click()
  await page.getByLabel('Не тратить в месяц больше').check()
  await page.getByLabel('Сколько в месяц').fill('5000')
  await expect(page.getByText('Вы поменяли условия: проиграйте ещё раз.')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('limits.png'), fullPage: true })
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Контрольная группа — 20 %. Не больше 5 000 ₽ в месяц.')).toBeVisible()
  await page.getByRole('link', { name: 'Изменить: Если не был 66 дней' }).click()
  await expect(page.getByRole('heading', { name: 'Что это принесло' })).toBeVisible()
  await expect(page.getByText('Участников слишком мало, чтобы сравнивать группы.')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('result.png'), fullPage: true })
})

test.describe('in English', () => {
  test.use({ locale: 'en-US' })

  test('the same in English', async ({ page }, info) => {
    const shop = await ownShop(page, 'English', PROGRAM)
    await join(shop)
    await page.goto('/cabinet/automations/new/WIN_BACK')
    await page.getByRole('button', { name: 'Replay the last year' }).click()
    await expect(page.getByText('Nobody would have got any in a year.')).toBeVisible()
    await page.goto('/cabinet/segments/rfm')
    await expect(page.getByRole('heading', { name: 'How members buy' })).toBeVisible()
    await page.goto('/cabinet/segments/new')
    await page.getByRole('button', { name: 'Add a condition' }).click()
    await page.getByRole('menuitem', { name: 'Group by purchases (RFM)' }).click()
    await expect(
      page.getByRole('group', { name: 'Group by purchases (RFM)' }).getByText('bought often, but not lately'),
    ).toBeVisible()
    await page.screenshot({ path: info.outputPath('english.png'), fullPage: true })
  })
})
