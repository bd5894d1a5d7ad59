import type { Browser, Page } from '@playwright/test'
import { expectAccessible } from './accessible'
import { join, type OwnShop, ownShop } from './ownShop'
import { expect, own, test } from './support'

const PROGRAM = {
  name: { ru: 'Проба', en: 'Trial' },
  kind: 'BONUS',
  tiers: [
    { id: 'bronze', name: { ru: 'Бронза', en: 'Bronze' }, rank: 0, earnBp: 300 },
    { id: 'silver', name: { ru: 'Серебро', en: 'Silver' }, rank: 1, earnBp: 500 },
  ],
  rules: [],
}

/** The marketer's words in the language of the page. */
const STORY = {
  ru: {
    whom: 'Кому написать',
    text: 'Текст',
    name: '+ имя',
    write: ', дарим {подарок} бонусов до {подарок до}',
    read: /^Анна, дарим 100 бонусов до /,
    whole: '{имя|друг}, дарим {подарок} бонусов до {подарок до}',
    gift: 'Подарить бонусы',
    holdOut: 'Доля контрольной группы, %',
    weekly: 'Каждую неделю',
    day: 'День недели',
    title: 'Название для себя',
    called: 'Серебро скучает',
    saved: 'Черновик сохранён',
    plan: 'Запланировать',
    planned: /Уйдёт каждый четверг в 11:00, ближайшая — \d+/,
    callOff: 'Отменить план: Серебро скучает',
    callOffButton: 'Отменить план',
    delete: 'Удалить «Серебро скучает»',
    deleteButton: 'Удалить',
    back: 'Все рассылки',
  },
  en: {
    whom: 'Who to write to',
    text: 'Text',
    name: '+ name',
    write: ', {gift} bonuses for you until {gift until}',
    read: /^Anna, 100 bonuses for you until /,
    whole: '{name|friend}, {gift} bonuses for you until {gift until}',
    gift: 'Give bonuses',
    holdOut: 'Share of the hold-out group, %',
    weekly: 'Every week',
    day: 'Day of the week',
    title: 'Name, for yourself',
    called: 'We miss silver',
    saved: 'Draft saved',
    plan: 'Plan it',
    planned: /Goes out every Thursday at 11:00, next on \w+/,
    callOff: 'Call off: We miss silver',
    callOffButton: 'Call off',
    delete: 'Delete “We miss silver”',
    deleteButton: 'Delete',
    back: 'All campaigns',
  },
} as const

const SEGMENT = 'Серебро без покупок 30 дней'

async function segment(shop: OwnShop) {
  const made = await shop.request.post('/api/v1/segments', {
    headers: own(),
    data: {
      name: SEGMENT,
      condition: {
        type: 'all',
        of: [
          { type: 'inTier', tiers: ['silver'] },
          { type: 'lastPurchase', fromDays: 30 },
        ],
      },
    },
  })
  expect(made.status(), await made.text()).toBe(201)
}

for (const locale of ['ru', 'en'] as const) {
  test(`silver, no purchase for 30 days: 100 for 7 days, 10 % held out, Thursdays at 11:00 (${locale})`, async ({
    page,
  }, info) => {
    test.slow()
    const say = STORY[locale]
    await page.addInitScript((chosen) => localStorage.setItem('kartela.locale', chosen), locale)
    const shop = await ownShop(page, 'Зерно', PROGRAM)
    await segment(shop)

    await page.goto('/cabinet/campaigns/new')
    await page.getByRole('combobox', { name: say.whom }).click()
    await page.getByRole('option', { name: SEGMENT }).click()
    const text = page.getByRole('textbox', { name: say.text, exact: true })
    await page.getByRole('button', { name: say.name }).click()
    await text.press('End')
    await text.pressSequentially(say.write)
    await expect(text).toHaveValue(say.whole)
    await page.getByRole('checkbox', { name: say.gift }).check()
    await page.getByRole('radio', { name: say.weekly }).check()
    await expect(page.getByRole('combobox', { name: say.day })).toBeVisible()
    await page.getByLabel(say.holdOut).fill('10')
    await page.getByLabel(say.title).fill(say.called)
    await expect(page.getByText(say.saved)).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('form.png'), fullPage: true })

    // It is left, and gone on with where it was left.
    await page.getByRole('link', { name: say.back }).click()
    await page.getByRole('link', { name: say.called }).click()
    await expect(text).toHaveValue(say.whole)
    await expect(page.getByRole('combobox', { name: say.whom })).toHaveValue(SEGMENT)
    await expect(page.getByLabel(say.holdOut)).toHaveValue('10 %')

    await page.getByRole('button', { name: say.plan }).click()
    await page.screenshot({ path: info.outputPath('confirm.png') })
    await page.getByRole('dialog').getByRole('button', { name: say.plan }).click()
    await expect(page.getByText(say.planned)).toBeVisible()
    await expectAccessible(page)
    await page.screenshot({ path: info.outputPath('planned.png'), fullPage: true })

    const { items } = (await (await shop.request.get('/api/v1/campaign-drafts')).json()) as {
      items: Array<{ planned: boolean; when: object; campaign: { holdOutPercent: number; gift: object } }>
    }
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({
      planned: true,
      when: { type: 'WEEKLY', day: 4, time: '11:00' },
      campaign: { holdOutPercent: 10, gift: { amount: 10_000, days: 7 } },
    })

    // A plan can be read before it leaves.
    await page.getByRole('link', { name: say.called }).click()
    await expect(page.getByText(say.read)).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('link', { name: say.back }).click()

    await page.getByRole('button', { name: say.callOff }).click()
    await page.getByRole('dialog').getByRole('button', { name: say.callOffButton }).click()
    await expect(text).toHaveValue(say.whole)
    await page.getByRole('link', { name: say.back }).click()
    await page.getByRole('button', { name: say.delete }).click()
    await page.getByRole('dialog').getByRole('button', { name: say.deleteButton }).click()
    await expect(page.getByRole('link', { name: say.called })).toHaveCount(0)
  })
}

/** The same person's cabinet in another browser. */
async function another(browser: Browser, page: Page): Promise<Page> {
  const context = await browser.newContext({ storageState: await page.context().storageState(), locale: 'ru-RU' })
  return context.newPage()
}

test('two people do not overwrite each other, and other words are counted by themselves', async ({
  page,
  browser,
}, info) => {
  test.slow()
  const shop = await ownShop(page, 'Двое', PROGRAM)
  await join(shop)
  await page.goto('/cabinet/campaigns/new')
  const mine = page.getByRole('textbox', { name: 'Текст', exact: true })
  await mine.fill('Моё начало')
  await expect(page.getByText('Черновик сохранён')).toBeVisible()

  const other = await another(browser, page)
  await other.goto(page.url())
  const theirs = other.getByRole('textbox', { name: 'Текст', exact: true })
  await theirs.fill('Их слова')
  await expect(other.getByText('Черновик сохранён')).toBeVisible()
  await mine.fill('Мои слова')
  const alert = page.getByRole('alert').filter({ hasText: 'Черновик изменили в другом месте' })
  await expect(alert).toContainText('Последние правки — только что, их автор — Ольга')
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('conflict.png'), fullPage: true })
  await alert.getByRole('button', { name: 'Посмотреть их правки' }).click()
  await expect(mine).toHaveValue('Их слова')

  await theirs.fill('Их вторые слова')
  await expect(other.getByText('Черновик сохранён')).toBeVisible()
  await mine.fill('Мои последние слова')
  await alert.getByRole('button', { name: 'Оставить мои' }).click()
  await expect(page.getByText('Черновик сохранён')).toBeVisible()
  await other.reload()
  await expect(theirs).toHaveValue('Мои последние слова')
  await other.close()

  await page.getByRole('button', { name: 'Другой текст' }).click()
  const variant = page.getByRole('group', { name: 'Другой текст 1' })
  await variant.getByLabel('Их текст').fill('я'.repeat(71))
  await expect(variant).toContainText('71 знак, для оплаты 2 SMS')
  await page.getByRole('button', { name: 'Маркировка рекламы, erid' }).click()
  await page.getByRole('textbox', { name: 'Маркировка рекламы, erid' }).fill('2VtzqwE')
  await expect(page.getByText('Допишем ко всем текстам: «Реклама. Двое. erid: 2VtzqwE»')).toBeVisible()
  await expectAccessible(page)
  await page.screenshot({ path: info.outputPath('texts.png'), fullPage: true })
})
