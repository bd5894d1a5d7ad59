import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support'

/** WCAG 2.2 AA; nothing is allow-listed. */
async function expectAccessible(page: Page) {
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const readable = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`)
  expect(readable).toEqual([])
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    for (const path of [
      '',
      '/members',
      '/campaigns',
      '/campaigns/new',
      '/program',
      '/design',
      '/stores',
      '/join-link',
    ]) {
      test(`cabinet${path}`, async ({ page, shop }) => {
        await shop.signIn(page)
        await page.goto(`/cabinet${path}`)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      })
    }

    test('sign-in and start pages', async ({ page }) => {
      for (const path of ['/', '/cabinet/sign-in', '/till']) {
        await page.goto(path)
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        await expectAccessible(page)
      }
    })

    test('the till with a receipt', async ({ page, shop, till }) => {
      await till.show(await shop.customer(30_000))
      await page.getByRole('button', { name: /Латте/ }).click()
      await page.getByRole('button', { name: /^Максимум/ }).click()
      await page.getByRole('button', { name: 'Как посчитано' }).click()
      await expect(till.commit).toBeEnabled()
      await expectAccessible(page)
    })

    test('the code that lets a customer without a card spend', async ({ page, shop, till }) => {
      const customer = await shop.customer(30_000)
      await till.find(customer)
      await page.getByRole('button', { name: /Латте/ }).click()
      await page.getByRole('button', { name: 'Списать по коду' }).click()
      await page.getByRole('button', { name: 'Отправить код' }).click()
      await expect(page.getByLabel('Код из сообщения')).toBeFocused()
      await expectAccessible(page)
    })
  })
}

test('a person with a keyboard reaches the content first', async ({ page, shop, isMobile }) => {
  test.skip(isMobile)
  await shop.signIn(page)
  await page.goto('/cabinet/members')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'К содержимому' })).toBeFocused()
})
