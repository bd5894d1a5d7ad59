import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { expect, test } from './support'

test.beforeEach(async ({ page, shop }) => {
  await shop.signIn(page)
  await page.goto('/cabinet/join-link')
})

/** The picture of the sheet has come from the service. */
const drawn = (page: Page) =>
  expect
    .poll(() => page.locator('img[alt]').evaluateAll((images) => (images as HTMLImageElement[]).at(-1)?.naturalWidth))
    .toBe(800)

test('a poster and a table tent are chosen, seen and downloaded', async ({ page, shop }) => {
  await expect(page.getByRole('img', { name: 'Так будет выглядеть: Плакат А4' })).toBeVisible()
  await drawn(page)
  const poster = await downloaded(page)
  expect(poster.name).toBe(`${shop.demo.shopSlug}-poster-a4-ru.pdf`)
  expect(poster.start).toBe('%PDF-')
  await page.getByRole('radiogroup', { name: 'Что напечатать' }).getByText('Табличка на стол').click()
  await page.getByRole('radiogroup', { name: 'Язык надписей' }).getByText('На обоих').click()
  await page.getByRole('checkbox', { name: 'Для типографии' }).check()
  await expect(page.getByRole('img', { name: 'Так будет выглядеть: Табличка на стол, А4' })).toBeVisible()
  await drawn(page)
  const tent = await downloaded(page)
  expect(tent.name).toBe(`${shop.demo.shopSlug}-table-tent-a4-both.pdf`)
  expect(tent.start).toBe('%PDF-')
  await expectAccessible(page)
})

async function downloaded(page: Page) {
  const coming = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Скачать PDF' }).click()
  const file = await coming
  return { name: file.suggestedFilename(), start: readFileSync(await file.path(), 'latin1').slice(0, 5) }
}
