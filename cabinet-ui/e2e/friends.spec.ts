import { expectAccessible } from './accessible'
import { expect, test } from './support'

test('the owner sets rewards for friends in sentences', async ({ page, shop }) => {
  await shop.signIn(page)
  await page.goto('/cabinet/program/draft')
  await page.getByRole('button', { name: 'Изменить: Приглашения друзей' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Награждать за приглашённых друзей').check()
  await dialog.getByRole('textbox', { name: 'Пригласившему', exact: true }).fill('5')
  await dialog.getByRole('button', { name: 'Добавить ступень' }).click()
  await dialog.getByText('Сумма за чек').nth(1).click()
  await dialog.getByLabel('Через сколько дней можно тратить награду').fill('14')
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/friends-form.png', fullPage: true })
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await expect(page.getByText('Пригласивший получает 5 % с каждой покупки друга.')).toBeVisible()
  await expect(page.getByText('Следующий в цепочке — 100 бонусов.')).toBeVisible()
  await expect(page.getByText('Награду можно тратить через 14 дней.')).toBeVisible()
})

test('what friends brought, in both languages, and a friend on the inviter’s card', async ({ page, shop, request }) => {
  const inviter = await shop.customer()
  const card = await shop.card(inviter.cardToken)
  const made = await request.post('/api/v1/members', {
    headers: { Authorization: `Bearer ${shop.demo.registerKey}`, 'Idempotency-Key': `friend-${Date.now()}` },
    data: {
      phone: `+7998${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`,
      name: 'Борис Тайный',
      consentTerms: true,
      consentData: true,
      inviteCode: card.invite?.code,
    },
  })
  expect(made.status(), await made.text()).toBe(201)
  await page.goto(`/c/${inviter.cardToken}`)
  const friends = page.getByRole('list', { name: 'Ваши друзья' })
  await expect(friends).toContainText('Карта получена, покупок пока нет')
  await expect(page.getByText('Борис')).toHaveCount(0)
  await page.getByText('Показать QR-код другу').click()
  await expect(page.getByRole('img', { name: 'QR-код вашего приглашения' })).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/friends-card.png', fullPage: true })

  await shop.signIn(page)
  await page.goto('/cabinet/friends')
  await expect(page.getByRole('heading', { name: 'Друзья', level: 1 })).toBeVisible()
  await expect(page.getByText('Пришли по приглашению')).toBeVisible()
  await expect(page.getByText('Стоит посмотреть')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: 'test-results/friends-report.png', fullPage: true })
  await page.evaluate(() => localStorage.setItem('kartela.locale', 'en'))
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Referrals', level: 1 })).toBeVisible()
})
