import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'

/**
 * WCAG 2.2 AA, light and dark: the page changes its colours as the system does, so it need not be opened twice. On a phone the
 * same colours stand in another order, so one theme is enough there. A card in a shop's own colours is the shop's to answer
 * for: the designer warns of them.
 */
export async function expectAccessible(page: Page) {
  await page.waitForLoadState('networkidle')
  const themes = test.info().project.name === 'phone' ? (['light'] as const) : (['dark', 'light'] as const)
  for (const colorScheme of themes) {
    await page.emulateMedia({ colorScheme })
    // The page hears of it a moment later, and a colour on its way from one theme to the other is neither's.
    await page.waitForFunction((wanted) => {
      const { mantineColorScheme } = document.documentElement.dataset
      return mantineColorScheme === undefined || mantineColorScheme === wanted
    }, colorScheme)
    await page.addStyleTag({ content: '*, ::before, ::after { transition: none !important }' })
    const { violations } = await new AxeBuilder({ page })
      .exclude('[data-shop-colors]')
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze()
    const readable = violations.map(
      ({ id, nodes }) => `${colorScheme} ${id}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`,
    )
    expect(readable).toEqual([])
  }
}
