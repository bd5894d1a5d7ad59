import { expect } from '@playwright/test'
import { addRule, changePart, fillIn } from './forms'
import { join, OPERATOR_KEY, ownShop, quote, sellBill } from './ownShop'
import { bill, discounts, earns, inForce, type Lines, PROGRAM } from './scenario'
import { test } from './support'

/**
 * The specification's scenarios (S06 …) with other numbers, set up by the owner's screens and judged at the till.
 */
test.skip(OPERATOR_KEY === '', 'the operator’s key of this installation is not known')
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, 'the same forms on any screen')
test.describe.configure({ mode: 'parallel' })
test.setTimeout(120_000)

/** A place where it is neither early nor late, for windows that begin or end in a few hours. */
function zoneByDay(): string {
  const hour = (zone: string) =>
    Number(new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', hourCycle: 'h23' }).format(new Date()))
  const zones = ['Europe/Moscow', 'Asia/Vladivostok', 'Asia/Kamchatka', 'Europe/Kaliningrad', 'America/New_York']
  return zones.find((zone) => hour(zone) >= 4 && hour(zone) <= 19) ?? 'Europe/Moscow'
}

const DAYS = ['понедельник', 'вторник', 'среда', 'четверг', 'пятница', 'суббота', 'воскресенье']
/** Those a new condition begins with. */
const CHOSEN = DAYS.slice(0, 4)

function local(zone: string, at: number) {
  const time = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(at)
  const day = new Intl.DateTimeFormat('ru', { timeZone: zone, weekday: 'long' }).format(at)
  return { time, day, date: new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(at) }
}

const HOUR = 3_600_000

test('S17, S19: birthdays, and happy hours over midnight', async ({ page }) => {
  const zone = zoneByDay()
  const shop = await ownShop(page, 'Сценарии', PROGRAM, zone)
  await page.goto('/cabinet/program/draft')

  // S17: from two days before to the day after, one gift for a birthday.
  const gift = { Бонусов: '220', 'Как часто одному покупателю': 'Раз на каждый день рождения' }
  const around = { 'Дней до': '2', 'Дней после': '1', 'Дата рождения указана за столько дней': '0' }
  await addRule(page, {
    name: 'Подарок',
    menu: 'Подарок бонусами',
    fields: gift,
    when: [{ menu: 'День рождения', fields: around }],
  })
  await inForce(shop)
  const born = async (days: number) =>
    join(shop, `1992-${local(zone, Date.now() + days * 24 * HOUR).date.slice(5)}`).then((one) => one.memberId)
  const [early, first, last, late] = await Promise.all([born(3), born(2), born(-1), born(-2)])
  expect(await Promise.all([early, first, last, late].map((one) => earns(shop, one, 10)))).toEqual([0, 220, 220, 0])
  await sellBill(shop, bill(first, [[10]]))
  expect(await earns(shop, first, 10)).toBe(0)
  await changePart(page, 'Подарок', (form) => fillIn(page, form, { 'Дата рождения указана за столько дней': '3' }))
  await inForce(shop)
  const suspect = await quote(shop, bill(last, [[10]]))
  expect([suspect.earned, suspect.explanations.map((one) => one.code)]).toEqual([
    0,
    expect.arrayContaining(['DOB_TOO_RECENT']),
  ])

  // S19: from in two hours until in one hour, but of the next day: now is in what began yesterday.
  const now = Date.now()
  const hours = { С: local(zone, now + 2 * HOUR).time, До: local(zone, now + HOUR).time }
  const days = (wanted: string[]) => DAYS.filter((day) => CHOSEN.includes(day) !== wanted.includes(day))
  const yesterday = local(zone, now - 24 * HOUR).day
  const happy = (wanted: string[]) => ({
    menu: 'Скидка в процентах',
    fields: { Процент: '12' },
    when: [{ menu: 'Дни недели и часы', fields: { days: days(wanted), ...hours } }],
    everybody: true,
  })
  await addRule(page, happy([yesterday]))
  await inForce(shop)
  expect(await discounts(shop, null, [[1000]])).toBe(120)
  await addRule(page, happy(DAYS.filter((day) => day !== yesterday)))
  await inForce(shop)
  expect(await discounts(shop, null, [[1000]])).toBe(0)
})

test('S21, S22: some for the price of fewer, and every n-th at a discount', async ({ page }) => {
  const shop = await ownShop(page, 'Сценарии', PROGRAM)
  await page.goto('/cabinet/program/draft')

  // S21: 4 for the price of 3, of eight pieces.
  const eight: Lines = [[700], [600], [500], [400], [300], [200], [100], [50]]
  await addRule(page, {
    name: 'Акция',
    menu: 'N по цене M',
    fields: { Берут: '4', 'Платят за': '3' },
    everybody: true,
  })
  await inForce(shop)
  expect(await discounts(shop, null, eight)).toBe(150)
  expect(await discounts(shop, null, eight.slice(0, 3))).toBe(0)
  await changePart(page, 'Акция', (form) => fillIn(page, form, { 'Что в подарок': 'Самые дешёвые в каждой группе' }))
  await inForce(shop)
  expect(await discounts(shop, null, eight)).toBe(450)

  // S22: every third at 40 % off, by price and by the order of scanning.
  const six: Lines = [[90], [500], [310], [100], [300], [200]]
  await addRule(page, {
    name: 'Третий',
    menu: 'Каждый n-й со скидкой',
    fields: { 'Который по счёту': '3', 'Скидка на него': '40' },
    everybody: true,
  })
  await inForce(shop)
  expect(await discounts(shop, null, six)).toBe(156)
  await changePart(page, 'Третий', (form) => fillIn(page, form, { 'Как считать': 'В порядке сканирования' }))
  await inForce(shop)
  expect(await discounts(shop, null, six)).toBe(204)
  expect(await discounts(shop, null, [[99.99], [99.99], [99.99]])).toBe(39.99)
})
