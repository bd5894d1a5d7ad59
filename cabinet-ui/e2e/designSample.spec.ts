import { card, Designs, preview } from './designs'
import { expect, test } from './support'

test('the poster, what older iPhones show instead, and the customers of the sample', async ({
  page,
  shop,
  isMobile,
}) => {
  test.skip(isMobile)
  await Designs.of(page, shop)
  await page.goto('/cabinet/design')
  const iphones = preview(page).getByRole('radiogroup', { name: 'Какие iPhone' })
  await expect(card(page).getByText('Участник')).toBeVisible()
  await expect(iphones).toBeHidden()
  await page.getByRole('tab', { name: 'Прочее' }).click()
  await page.getByRole('radiogroup', { name: 'Стиль на iPhone' }).getByText('Постер').click()
  await page.getByRole('button', { name: 'Добавить: Кнопка' }).click()
  await page.getByLabel(/^Адрес/).fill('tel:+79120000000')
  await page.getByRole('tab', { name: 'Оборот' }).click()
  await page.getByRole('button', { name: 'Добавить поле: Низ постера' }).click()
  await page.getByRole('menuitem', { name: 'Имя' }).click()

  // The poster has no rows: the member's name stands at its foot alone, and the button below.
  await expect(preview(page).getByText('На постере видны')).toBeVisible()
  await expect(card(page).getByText('Анна Петрова')).toBeVisible()
  await expect(card(page).getByText('До уровня')).toBeHidden()
  await expect(preview(page).getByRole('link', { name: 'Магазин' })).toHaveAttribute('href', 'tel:+79120000000')
  await iphones.getByText('Прежние iPhone').click()
  await expect(card(page).getByText('До уровня')).toBeVisible()
  await expect(preview(page).getByRole('link', { name: 'Магазин' })).toBeHidden()

  const customer = preview(page).getByRole('combobox', { name: 'Покупатель образца' })
  await customer.click()
  await page.getByRole('option', { name: 'С долгом' }).click()
  await expect(card(page).getByText('Долг')).toBeVisible()
  await customer.click()
  await page.getByRole('option', { name: 'Высший уровень' }).click()
  await expect(card(page).getByText('12 500')).toBeVisible()
  await expect(card(page).getByText('До уровня')).toBeHidden()
  await customer.click()
  await page.getByRole('option', { name: 'С новостью на карте' }).click()
  await preview(page).getByRole('button', { name: 'Перевернуть карту' }).click()
  await expect(card(page).getByText('Сегодня кофе за наш счёт')).toBeVisible()
})

test('cards get a time and a last day', async ({ page, shop, isMobile }) => {
  test.skip(isMobile)
  await Designs.of(page, shop)
  await page.goto('/cabinet/design')
  await page.getByRole('tab', { name: 'Прочее' }).click()
  const validity = page.getByRole('region', { name: 'Срок действия' })
  await validity.getByText('Со сроком').click()
  const back = async () => {
    await preview(page).getByRole('button', { name: 'Перевернуть карту' }).click()
    return card(page).getByText(/^Действует до/)
  }
  const inAYear = new Date()
  inAYear.setFullYear(inAYear.getFullYear() + 1)
  await expect(await back()).toContainText(String(inAYear.getFullYear()))
  await preview(page).getByRole('button', { name: 'Готово' }).click()

  // The last day comes first; one that is past is refused at its field.
  const last = validity.getByLabel(/^Последний день/)
  await last.fill('2020-01-31')
  await expect(validity.getByText(/этот день прошёл/)).toBeVisible()
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
  await last.fill(tomorrow)
  await expect(page.getByText(/публиковать пока нельзя/)).toBeHidden()
  const day = tomorrow.split('-').reverse().join('.')
  await expect(await back()).toContainText(day)
  await validity.getByText('Бессрочная').click()
  await expect(card(page).getByText(/^Действует до/)).toBeHidden()
})
