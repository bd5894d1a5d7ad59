import { crc32, deflateSync } from 'node:zlib'
import type { components } from '../src/base/api/schema'
import { card, Designs, preview } from './designs'
import { expect, own, test } from './support'

type Schemas = components['schemas']

/** A PNG of one colour. */
function png(width: number, height: number, [r, g, b]: [number, number, number]): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(body))
    return Buffer.concat([length, body, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  head.set([8, 2, 0, 0, 0], 8)
  const line = Buffer.concat([Buffer.from([0]), Buffer.from(Array(width).fill([r, g, b]).flat())])
  const pixels = deflateSync(Buffer.concat(Array(height).fill(line)))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10])
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))])
}

test('a look is tried on, saved, published to a phone, and the look before is taken back', async ({
  page,
  shop,
  isMobile,
}) => {
  test.skip(isMobile, 'there is one draft: a shop is restyled once')
  test.setTimeout(120_000)
  const designs = await Designs.of(page, shop)
  const before = await designs.publish((await designs.current()).document)
  const { cardToken } = await shop.customer()
  const made = await page.request.post('/simulator/phones', {
    headers: own(),
    data: { platform: 'APPLE', name: 'Вид карты' },
  })
  const phone = (await made.json()) as Schemas['Phone']
  await page.request.post(`/simulator/phones/${phone.id}/cards`, { headers: own(), data: { card: cardToken } })
  const background = async () => {
    const answer = await page.request.get(`/simulator/phones/${phone.id}`)
    return ((await answer.json()) as Schemas['Phone']).cards[0]?.backgroundColor
  }

  await page.goto('/cabinet/design')
  const radio = (group: string) => page.getByRole('radiogroup', { name: group, exact: true })
  await radio('Фон').getByText('Свой цвет').click()
  await page.getByRole('textbox', { name: 'Фон: Свой цвет' }).fill('#123456')
  await page.keyboard.press('Tab')
  await expect(card(page)).toHaveCSS('background-color', 'rgb(18, 52, 86)')

  // A text that nobody could read is told of at once, and the service would not have it.
  await radio('Текст').getByText('Свой цвет').click()
  await page.getByRole('textbox', { name: 'Текст: Свой цвет' }).fill('#223355')
  await page.keyboard.press('Tab')
  await expect(page.getByText(/прочесть нельзя/)).toBeVisible()
  await expect(page.getByText('1 ошибка, публиковать пока нельзя')).toBeVisible()
  await page.getByRole('button', { name: 'Опубликовать…' }).click()
  await expect(page.getByRole('dialog').getByText('Сначала исправьте 1 ошибку')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Отмена' }).click()
  await radio('Текст').getByText('Подобрать').click()
  await expect(page.getByText('1 ошибка, публиковать пока нельзя')).toBeHidden()

  // A picture of any shape is cut to its place.
  await page
    .locator('input[data-role=strip]')
    .setInputFiles({ name: 'beans.png', mimeType: 'image/png', buffer: png(900, 900, [200, 120, 40]) })
  const strip = page.getByRole('group', { name: 'Полоса (iPhone)' })
  await expect(strip.locator('img')).toHaveJSProperty('naturalWidth', 1125)
  await page
    .locator('input[data-role=logo]')
    .setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') })
  await expect(page.getByRole('group', { name: 'Логотип', exact: true }).getByRole('alert')).toHaveText(
    /Это не картинка/,
  )

  await preview(page).getByText('EN', { exact: true }).click()
  await expect(card(page).getByText('Bonuses')).toBeVisible()
  await preview(page).getByText('Android').click()
  await expect(card(page)).toHaveCSS('background-color', 'rgb(18, 52, 86)')

  // Leaving by mistake loses nothing.
  await page.getByRole('link', { name: 'Участники' }).click()
  await expect(page.getByRole('dialog').getByText('Уйти без сохранения?')).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Остаться' }).click()
  await page.getByRole('button', { name: 'Сохранить' }).click()
  await expect(page.getByText('Черновик сохранён')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Фон: Свой цвет' })).toHaveValue('#123456')

  await page.getByRole('button', { name: 'Опубликовать…' }).click()
  await expect(page.getByRole('dialog').getByText(/Обнов(ится|ятся) [\d\s]+ карт/)).toBeVisible()
  await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать' }).click()
  await expect(page.getByText(/дошла до всех карт/)).toBeVisible({ timeout: 60_000 })
  await expect.poll(background, { timeout: 30_000 }).toBe('rgb(18, 52, 86)')

  await page.getByRole('button', { name: 'История' }).click()
  await page.getByRole('button', { name: `Вернуть: Версия ${before.number}`, exact: true }).click()
  await expect(page.getByText('Есть несохранённые изменения')).toBeVisible()
  await page.getByRole('button', { name: 'Опубликовать…' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Опубликовать' }).click()
  await expect(page.getByText('Так карты выглядят сейчас')).toBeVisible({ timeout: 30_000 })
  expect((await designs.current()).document).toEqual(before.document)
  await expect.poll(background, { timeout: 30_000 }).not.toBe('rgb(18, 52, 86)')
  await page.request.delete(`/simulator/phones/${phone.id}`, { headers: own() })
})

test('fields are added, moved and mended with the keyboard alone', async ({ page, shop, isMobile }) => {
  test.skip(isMobile)
  await Designs.of(page, shop)
  await page.goto('/cabinet/design')
  await page.getByRole('tab', { name: 'Цвета и картинки' }).focus()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('tab', { name: 'Поля' })).toBeFocused()
  await page.getByRole('button', { name: 'Добавить поле: Верхний угол' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: 'Номер карты' }).focus()
  await page.keyboard.press('Enter')
  const row = page.getByRole('region', { name: 'Верхний угол' })
  await row.getByRole('textbox', { name: 'Подпись, по-русски' }).fill('Мой номер')
  await expect(card(page).getByText('Мой номер')).toBeVisible()

  const up = row.getByRole('button', { name: 'Выше: Мой номер' })
  await up.focus()
  await page.keyboard.press('Enter')
  await expect(row.getByRole('listitem').first()).toContainText('Мой номер')

  // A mistake names itself, stands at its field, and its line leads there.
  const english = row.getByRole('textbox', { name: 'Подпись, по-английски' })
  await english.fill('My {nonsense}')
  const line = page.getByRole('button', { name: /нет такого значения: nonsense/ })
  await expect(line).toBeVisible()
  await page.getByRole('tab', { name: 'Оборот' }).click()
  await line.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('tab', { name: /Поля/ })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('button', { name: /^Мой номер/, expanded: false })).toBeFocused()
})

test('a tier gets a colour of its own', async ({ page, shop, isMobile }) => {
  test.skip(isMobile)
  await Designs.of(page, shop)
  const { tiers } = (await (await page.request.get('/api/v1/program')).json()) as { tiers: Schemas['Tier'][] }
  const top = [...tiers].sort((a, b) => b.rank - a.rank)[0]
  await page.goto('/cabinet/design')
  await page.getByRole('combobox', { name: 'Для кого' }).click()
  await page.getByRole('option', { name: `Только «${top?.name.ru}»` }).click()
  await page.getByRole('radiogroup', { name: 'Фон', exact: true }).getByText('Свой цвет').click()
  await page.getByRole('textbox', { name: 'Фон: Свой цвет' }).fill('#445566')
  await page.keyboard.press('Tab')
  await expect(card(page)).toHaveCSS('background-color', 'rgb(68, 85, 102)')
  await preview(page).getByRole('combobox', { name: 'Уровень образца' }).click()
  await page.getByRole('option').first().click()
  await expect(card(page)).not.toHaveCSS('background-color', 'rgb(68, 85, 102)')
})

test('on a phone the form and the picture take turns', async ({ page, shop, isMobile }) => {
  test.skip(!isMobile)
  await Designs.of(page, shop)
  await page.goto('/cabinet/design')
  await expect(card(page)).toBeHidden()
  await page.getByRole('radiogroup', { name: 'Фон', exact: true }).getByText('Свой цвет').click()
  await page.getByRole('textbox', { name: 'Фон: Свой цвет' }).fill('#123456')
  await page.keyboard.press('Tab')
  await page.getByText('Как это выглядит', { exact: true }).click()
  await expect(card(page)).toHaveCSS('background-color', 'rgb(18, 52, 86)')
  await page.getByRole('button', { name: 'Перевернуть карту' }).click()
  await expect(card(page).getByText('Последние операции')).toBeVisible()
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
})
