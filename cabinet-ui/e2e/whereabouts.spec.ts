import { expect } from '@playwright/test'
import { OPERATOR_KEY, ownShop } from './ownShop'
import { own, test } from './support'

test.skip(OPERATOR_KEY === '', 'the operator’s key of this installation is not known')

const PROGRAM = {
  name: { ru: 'Бонусы', en: 'Bonuses' },
  kind: 'BOTH',
  tiers: [{ id: 'base', name: { ru: 'Старт', en: 'Start' }, rank: 1 }],
  rules: [],
}
const HOURS = [...Array<string>(5).fill('09:00-21:00'), '10:00-18:00', '']

test('customers see how to reach the shop; a closed store is opened again', async ({ page }) => {
  const shop = await ownShop(page, 'Кофейня «Угол»', PROGRAM)
  const { details } = await (await page.request.get('/api/v1/shop')).json()
  const contacts = { phone: '+7 495 123-45-67', email: 'hi@ugol.example', site: 'ugol.example', address: '' }
  const changed = await page.request.put('/api/v1/shop', { headers: own(), data: { ...details, contacts } })
  expect(changed.status(), await changed.text()).toBe(200)
  const made = await page.request.post('/api/v1/stores', {
    headers: own(),
    data: { name: 'На Тверской', zone: 'Europe/Moscow', address: 'Тверская, 1', hours: HOURS },
  })
  expect(made.status(), await made.text()).toBe(201)

  const reach = page.getByRole('region', { name: 'Магазин' })
  await page.goto(`/join/${shop.slug}`)
  await expect(reach.getByRole('link', { name: '+7 495 123-45-67' })).toHaveAttribute('href', 'tel:+74951234567')
  await expect(reach.getByText('Тверская, 1')).toBeVisible()
  await expect(reach.getByText('пн–пт 09:00–21:00, сб 10:00–18:00')).toBeVisible()

  const { id } = (await made.json()) as { id: string }
  const closed = await page.request.post(`/api/v1/stores/${id}/close`, { headers: own(), data: {} })
  expect(closed.status(), await closed.text()).toBe(204)
  await page.reload()
  await expect(reach.getByRole('link', { name: 'hi@ugol.example' })).toBeVisible()
  await expect(reach.getByText('Тверская, 1')).toBeHidden()

  await page.goto('/cabinet/stores')
  await page.getByRole('button', { name: 'Открыть снова: На Тверской' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Открыть снова' }).click()
  await expect(page.getByText('Магазин снова открыт')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'На Тверской' })).toBeVisible()
})
