import { expect, type Page } from '@playwright/test'
import { addRule } from './forms'
import { addGood, draftOf, join, OPERATOR_KEY, type OwnShop, ownShop, publish, quote, sell } from './ownShop'
import { type Buyer, kindsOf, RULE_CASES, type RuleCase } from './ruleCases'
import { own, test } from './support'

test.skip(OPERATOR_KEY === '', 'the operator’s key of this installation is not known')
test.skip(({ viewport }) => (viewport?.width ?? 0) < 1000, 'the same forms on any screen')
test.describe.configure({ mode: 'parallel' })
test.setTimeout(120_000)

const PROGRAM = {
  name: { ru: 'Правила', en: 'Rules' },
  kind: 'BOTH',
  tiers: [
    { id: 'low', name: { ru: 'Старт', en: 'Start' }, rank: 1, earnBp: 300, discountBp: 200 },
    {
      id: 'top',
      name: { ru: 'Друг', en: 'Friend' },
      rank: 2,
      earnBp: 700,
      discountBp: 500,
      upgrades: [{ type: 'singlePurchase', from: 1_000_000 }],
    },
  ],
  rules: [],
}
// biome-ignore lint/suspicious/noThenProperty: a rule of the document has one
const BASE = { id: 'base', name: { ru: 'База', en: 'Base' }, then: { type: 'earnPercent', percentBp: 1000 } }

type Buyers = Record<Buyer, string | null>
type Document = { rules: { when?: Condition; then: { type: string } }[] }
type Condition = { type: string; of?: Condition | Condition[] }

/** Those of whom conditions speak. */
async function buyers(shop: OwnShop): Promise<Buyers> {
  const [newcomer, regular, friend] = await Promise.all([join(shop, birthday()), join(shop), join(shop)])
  for (let time = 0; time < 3; time++) await sell(shop, regular.memberId, 200_000)
  await sell(shop, friend.memberId, 1_000_000)
  const tagged = await shop.request.patch(`/api/v1/members/${friend.memberId}/tags`, {
    headers: own(),
    data: { add: ['друг дома'] },
  })
  expect(tagged.ok(), await tagged.text()).toBe(true)
  return { nobody: null, newcomer: newcomer.memberId, regular: regular.memberId, friend: friend.memberId }
}

/** Today in Moscow, in another year. */
function birthday() {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Moscow' }).format(new Date())
  return `1992-${today.slice(5)}`
}

function typesOf(condition: Condition = { type: 'always' }): string[] {
  return [condition.type, ...[condition.of ?? []].flat().flatMap(typesOf)]
}

/** Made by its form on the page of the draft, then in force alone, and judged at the till. */
async function tryRule(page: Page, shop: OwnShop, who: Buyers, one: RuleCase) {
  await addRule(page, one)
  const rule = ((await draftOf(shop)).program as Document).rules.at(-1)
  expect(rule?.then.type).toBe(one.type)
  expect(typesOf(rule?.when).sort()).toEqual(kindsOf(one).sort())
  await publish(shop, { ...PROGRAM, rules: one.base ? [BASE, rule] : [rule] })
  for (const sale of one.sales) {
    const bill = {
      memberId: who[sale.who],
      lines: Object.entries(sale.lines).map(([sku, sold]) => {
        const [roubles, pieces] = typeof sold === 'number' ? [sold, 1] : sold
        return { sku, amount: Math.round(roubles * 100), quantity: String(pieces) }
      }),
      ...(sale.codes ? { codes: [...sale.codes] } : {}),
    }
    const { earned, discount } = await quote(shop, bill)
    expect({ earned: earned / 100, discount: discount / 100 }).toEqual(expected(sale))
  }
}

const expected = ({ earned = 0, discount = 0 }: RuleCase['sales'][number]) => ({ earned, discount })

const half = Math.ceil(RULE_CASES.length / 2)
for (const [part, cases] of [RULE_CASES.slice(0, half), RULE_CASES.slice(half)].entries()) {
  test(`every kind of rule is made by its form and judged at the till, part ${part + 1} of 2`, async ({ page }) => {
    const shop = await ownShop(page, 'Правила', PROGRAM)
    await addGood(shop, 'Латте', ['LATTE'], 'Кофе')
    await addGood(shop, 'Чай', ['TEA', '4600000000024'], 'Чаи')
    const who = await buyers(shop)
    const codes = { name: { ru: 'Осень', en: 'Autumn' }, codes: ['ОСЕНЬ'] }
    const issued = await shop.request.post('/api/v1/promo-codes', { headers: own(), data: codes })
    expect(issued.ok(), await issued.text()).toBe(true)
    await page.goto('/cabinet/program/draft')
    for (const one of cases) {
      await test.step([one.type, ...kindsOf(one)].join(' + '), () => tryRule(page, shop, who, one))
    }
  })
}
