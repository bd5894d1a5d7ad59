import { expectAccessible } from './accessible'
import { join, ownShop, sell } from './ownShop'
import { expect, own, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [{ id: 'one', name: { ru: 'Первый', en: 'First' }, rank: 0, earnBp: 300 }],
  rules: [],
}

test('a marketer holds some out and sees what the campaign brought', async ({ page }, info) => {
  test.setTimeout(120_000)
  const shop = await ownShop(page, 'Польза', PROGRAM)
  const members: string[] = []
  for (let i = 0; i < 40; i++) members.push((await join(shop)).memberId)

  await page.goto('/cabinet/settings')
  const judged = page.locator('section', { hasText: 'Как считать пользу рассылок' })
  await judged.getByLabel('Маржа магазина').fill('40')
  await judged.getByLabel('Общая контрольная группа').fill('0')
  await judged.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Сохранено')).toBeVisible()
  await expectAccessible(page)
  await page.reload()
  await expect(judged.getByLabel('Маржа магазина')).toHaveValue('40 %')

  await page.goto('/cabinet/campaigns/new')
  const holdOut = page.getByRole('group', { name: 'Контрольная группа' })
  await expect(holdOut).toContainText('40 участников слишком мало')
  const percent = holdOut.getByLabel('Доля контрольной группы, %')
  await expect(percent).toHaveValue('0 %')
  await percent.fill('50')
  // So few show nothing, whatever share is typed.
  await expect(holdOut).toContainText('40 участников слишком мало')
  await holdOut.getByRole('combobox', { name: 'Сколько дней считать покупки' }).click()
  await page.getByRole('option', { name: '7 дней' }).click()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('form.png'), fullPage: true })

  // Nobody of these has a card in a phone, and the form rightly sends nothing: the same by the API.
  const started = await page.request.post('/api/v1/campaigns', {
    headers: { ...own(), 'Idempotency-Key': crypto.randomUUID() },
    data: { name: 'Вернись', text: 'Мы скучаем', holdOutPercent: 50, windowDays: 7 },
  })
  expect(started.status(), await started.text()).toBe(201)
  const { id } = (await started.json()) as { id: string }
  for (const member of members) await sell(shop, member, 15_000)

  await page.goto(`/cabinet/campaigns/${id}`)
  const brought = page.locator('section.k-panel', { hasText: 'Что это принесло' })
  await expect(brought).toContainText('Сообщения принесли 0 ₽, вероятнее всего от 0 ₽ до 0 ₽')
  await expect(brought).toContainText('Пока не доказано')
  await expect(brought).toContainText('Считаем покупки ещё 7 дней')
  await expect(brought).toContainText('маржа 40 %')
  for (const arm of ['Кому писали', 'Контрольная группа']) {
    const card = brought.getByRole('region', { name: arm })
    await expect(card).toContainText('20 (100 %)')
    await expect(card).toContainText('3 000 ₽')
  }
  await expect(page.getByText('В контрольной группе этой рассылки')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('result.png'), fullPage: true })
})
