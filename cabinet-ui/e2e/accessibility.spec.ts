import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './support'

/** WCAG 2.2 AA. A card in a shop's own colours is the shop's to answer for: the designer warns of them. */
async function expectAccessible(page: Page) {
  await page.waitForLoadState('networkidle')
  const { violations } = await new AxeBuilder({ page })
    .exclude('[data-shop-colors]')
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
      '/identities',
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

    test('every tab of the card designer, with a mistake in it', async ({ page, shop }) => {
      test.slow()
      await shop.signIn(page)
      await page.goto('/cabinet/design')
      await page.getByRole('radiogroup', { name: 'Фон', exact: true }).getByText('Свой цвет').click()
      await page.getByRole('tab', { name: 'Поля' }).click()
      await page.getByRole('button', { name: /^Бонусы/, expanded: false }).click()
      await page.getByText('Тонкая настройка').click()
      await page.getByRole('textbox', { name: 'Подпись, по-русски' }).fill('{nothing}')
      await expect(page.getByText(/публиковать пока нельзя/)).toBeVisible()
      await expectAccessible(page)
      for (const tab of ['Оборот', 'Код и показ', 'Прочее', 'Цвета и картинки']) {
        await page.getByRole('tab', { name: tab }).click()
        if (tab === 'Код и показ') await page.getByRole('button', { name: 'Добавить: Место' }).click()
        await expectAccessible(page)
      }
    })

    test('a member’s card and the simulated phones', async ({ page, shop }) => {
      const { cardToken, name } = await shop.customer()
      await page.goto(`/c/${cardToken}`)
      await expect(page.getByText(name)).toBeVisible()
      await expectAccessible(page)
      await page.goto('/phone')
      await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
      await page
        .getByRole('button', { name: /^Действия с телефоном/ })
        .first()
        .click()
      await expect(page.getByRole('menuitem', { name: 'Переименовать' })).toBeVisible()
      await expectAccessible(page)
    })

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

test('what is found, the price and the booking are said aloud', async ({ page, shop, till }) => {
  const customer = await shop.customer(30_000)
  const said = page.getByTestId('said')
  const price = page.getByTestId('price')
  await expect(said).toHaveText('')
  await till.show(customer)
  await expect(said).toContainText(`${customer.name}, уровень «Бронза», бонусов 400`)
  await page.getByRole('button', { name: /Латте/ }).click()
  await expect(price).toContainText(/К оплате 300.₽/)
  await till.commit.click()
  await expect(said).toContainText(/Чек проведён, оплачено 300.₽/)
})
