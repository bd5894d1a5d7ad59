import { expect, type Locator, type Page } from '@playwright/test'
import type { Fields } from './ruleCases'

/** Words that are typed and not chosen. */
const TYPED = ['Любая из меток', 'Любой из видов']

/** Fills the fields of a form by their labels: types, ticks or chooses, as the field wants it. */
export async function fillIn(page: Page, form: Locator, fields: Fields) {
  for (const [label, value] of Object.entries(fields)) {
    if (label === 'days') {
      for (const day of value) await form.getByRole('checkbox', { name: day }).press('Space')
    } else if (typeof value === 'string') {
      await fillOne(page, form.getByLabel(label, { exact: true }).first(), value)
    } else {
      await chooseMany(page, form.getByLabel(label, { exact: true }).first(), value, TYPED.includes(label))
    }
  }
}

async function fillOne(page: Page, field: Locator, value: string) {
  const kind = await field.evaluate((one: HTMLInputElement) =>
    one.tagName === 'SELECT'
      ? 'select'
      : one.type === 'checkbox' || one.type === 'radio'
        ? 'tick'
        : one.readOnly
          ? 'choice'
          : 'text',
  )
  if (kind === 'select') await field.selectOption({ label: value })
  else if (kind === 'tick') await field.setChecked(value === 'да', { force: true })
  else if (kind === 'text') await field.fill(value)
  else {
    await field.click()
    await page.getByRole('option', { name: value, exact: true }).click()
  }
}

async function chooseMany(page: Page, field: Locator, values: readonly string[], typed: boolean) {
  for (const value of values) {
    await field.fill(value)
    if (typed) await field.press('Enter')
    else await page.getByRole('option', { name: value, exact: true }).click()
  }
  await field.press('Escape')
}

/** Changes a part of the program by its form, and sees it saved. */
export async function changePart(page: Page, part: string, fill: (form: Locator) => Promise<void>) {
  await page.getByRole('button', { name: `Изменить: ${part}`, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await fill(dialog)
  await done(page, dialog)
}

export async function done(page: Page, dialog: Locator) {
  await dialog.getByRole('button', { name: 'Готово' }).click()
  await expect(dialog).toBeHidden()
  // A toast of a moment ago says the same.
  await expect(page.getByRole('main').getByText('Сохранено')).toBeVisible()
}

export type NewRule = {
  name?: string
  menu: string
  fields?: Fields | undefined
  when?: readonly { menu: string; fields?: Fields; opposite?: boolean }[] | undefined
  any?: boolean | undefined
  everybody?: boolean | undefined
}

/** A rule from a blank page: what it gives, and when. */
export async function addRule(page: Page, rule: NewRule) {
  const dialog = page.getByRole('dialog')
  await page.getByRole('button', { name: 'Добавить правило' }).first().click()
  await dialog.getByRole('button', { name: /^С чистого листа/ }).click()
  const name: Fields = rule.name ? { 'Название, по-русски': rule.name } : {}
  await fillIn(page, dialog, { ...name, Действие: rule.menu, ...rule.fields })
  for (const { menu, fields = {}, opposite } of rule.when ?? []) {
    await dialog.getByRole('button', { name: 'Добавить условие' }).click()
    await page.getByRole('menuitem', { name: menu, exact: true }).click()
    await fillIn(page, dialog.getByRole('group', { name: menu, exact: true }), fields)
    if (opposite) {
      await dialog.getByRole('button', { name: `Ещё: ${menu}` }).click()
      await page.getByRole('menuitem', { name: 'Наоборот' }).click()
    }
  }
  if (rule.any) await dialog.getByText('хотя бы одно').click()
  if (rule.everybody) await dialog.getByText('Всем, и без карты').click()
  await done(page, dialog)
}

/** What nobody becomes a member without, as a cashier asks it. */
export async function agrees(dialog: Locator) {
  await dialog.getByLabel(/^Принимает правила/).check()
  await dialog.getByLabel(/обработку персональных данных/).check()
}
