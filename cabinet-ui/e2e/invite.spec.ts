import { expect, test } from './support'

/** A phone of the tests' own, as somebody types it. */
function freshPhone() {
  return `999${String(Math.floor(Math.random() * 9_000_000) + 1_000_000)}`
}

test('a friend joins by the link from the card, and the cabinet shows it', async ({ page, shop, context }) => {
  const inviter = await shop.customer()
  const card = await shop.card(inviter.cardToken)
  const invite = card.invite
  expect(invite).toBeTruthy()
  if (!invite) return

  // The inviter's card hands the link on.
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/c/${inviter.cardToken}`)
  const panel = page.getByRole('region', { name: 'Пригласите друга' })
  await expect(panel.getByText(invite.code)).toBeVisible()
  await panel.getByRole('button', { name: 'Скопировать' }).click()
  await expect(panel.getByRole('button', { name: 'Скопировано' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(invite.url)

  // The friend opens it and sees who invites, and nothing else of them.
  const link = new URL(copied)
  await page.goto(link.pathname + link.search)
  await expect(page.getByText(/^Проверка приглашает вас/)).toBeVisible()
  await expect(page.getByText(inviter.name)).toHaveCount(0)
  const phone = freshPhone()
  const name = `Друг ${phone.slice(-4)}`
  await page.getByLabel('Телефон').fill(phone)
  await page.getByLabel('Как к вам обращаться').fill(name)
  await page.getByRole('checkbox', { name: /Принимаю правила/ }).check()
  await page.getByRole('checkbox', { name: /обработку моих персональных данных/ }).check()
  // A browser that drops the page while the SMS is read loses nothing.
  await page.getByRole('button', { name: 'Получить код' }).click()
  await expect(page.getByRole('heading', { name: 'Введите код' })).toBeVisible()
  await page.reload()
  await page.getByLabel(/^Код из SMS/).fill(await shop.codeFor(`+7${phone}`))
  await expect(page.getByText('Карта готова!')).toBeVisible()
  await expect(page.getByText('Приглашение учтено.')).toBeVisible()

  // The cabinet knows both of them.
  await shop.signIn(page)
  await page.goto(`/cabinet/members/${inviter.memberId}`)
  await expect(page.getByRole('heading', { name: inviter.name })).toBeVisible()
  await expect(page.getByText(invite.code)).toBeVisible()
  await expect(page.getByLabel('Ссылка-приглашение')).toHaveValue(invite.url)
  await page.getByRole('button', { name: 'Показать приглашённых' }).click()
  const list = page.getByRole('list', { name: 'Кого пригласил' })
  await expect(list.getByRole('listitem')).toHaveCount(1)
  await expect(list).toContainText('покупок не было')
  await list.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
  await expect(page.getByText('Кто пригласил')).toBeVisible()
  await page.getByRole('link', { name: inviter.name }).click()
  await expect(page.getByRole('heading', { name: inviter.name })).toBeVisible()
})

test('a code by hand: a wrong one is told kindly and stops nobody', async ({ page, shop }) => {
  const inviter = await shop.customer()
  const code = (await shop.card(inviter.cardToken)).invite?.code ?? ''
  const slug = (await shop.card(inviter.cardToken)).shop.slug
  await page.goto(`/join/${slug}?invite=2222-2222`)
  await expect(page.getByText(/Такого кода нет/)).toBeVisible()
  await expect(page.getByText(/приглашает вас/)).toHaveCount(0)
  const field = page.getByLabel('Код приглашения')
  await expect(field).toHaveValue('2222-2222')
  await field.fill(code.toLowerCase().replace('-', ' '))
  await expect(page.getByText('Код подошёл')).toBeVisible()
  await expect(page.getByText(/^Проверка приглашает вас/)).toBeVisible()

  // Wrong all the same: the card is made, and the page says so.
  await field.fill('2222 2222')
  await expect(page.getByText(/Такого кода нет/)).toBeVisible()
  const phone = freshPhone()
  await page.getByLabel('Телефон').fill(phone)
  await page.getByLabel('Как к вам обращаться').fill('Без кода')
  await page.getByRole('checkbox', { name: /Принимаю правила/ }).check()
  await page.getByRole('checkbox', { name: /обработку моих персональных данных/ }).check()
  await page.getByRole('button', { name: 'Получить код' }).click()
  await page.getByLabel(/^Код из SMS/).fill(await shop.codeFor(`+7${phone}`))
  await expect(page.getByText('Карта готова!')).toBeVisible()
  await expect(page.getByText(/Кода приглашения такого нет/)).toBeVisible()
})

test('without a code the page says nothing of invitations but the folded question', async ({ page, shop }) => {
  const { cardToken } = await shop.customer()
  const slug = (await shop.card(cardToken)).shop.slug
  await page.goto(`/join/${slug}`)
  await expect(page.getByText('Есть код приглашения?')).toBeVisible()
  await expect(page.getByLabel('Код приглашения')).toBeHidden()
  await expect(page.getByText(/приглаша(ет|ют) вас/)).toHaveCount(0)
})

test('the phone hands the link on by its own sheet', async ({ page, shop }) => {
  const { cardToken } = await shop.customer()
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: (data: ShareData) => {
        document.title = `shared ${data.url}`
        return Promise.resolve()
      },
    })
  })
  await page.goto(`/c/${cardToken}`)
  await page.getByRole('button', { name: 'Поделиться' }).click()
  await expect(page).toHaveTitle(`shared ${(await shop.card(cardToken)).invite?.url}`)
})
