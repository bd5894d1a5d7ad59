import { randomInt } from 'node:crypto'
import { expect, type Page } from '@playwright/test'
import type { components } from '../src/base/api/schema'
import { own } from './support'

type Schemas = components['schemas']

/** The operator opens shops with it. */
export const OPERATOR_KEY = process.env.KARTELA_OPERATOR_KEY ?? ''

export type OwnShop = { slug: string; registerKey: string; request: Page['request'] }

/** A shop that no other test knows, whose owner this browser is from now on. */
export async function ownShop(page: Page, name: string, program: object, zone = 'Europe/Moscow'): Promise<OwnShop> {
  const slug = `proba-${randomInt(1_000_000_000)}`
  const email = `${slug}@example.test`
  const password = 'длинный пароль'
  const opened = await page.request.post('/api/v1/operator/merchants', {
    headers: { Authorization: `Bearer ${OPERATOR_KEY}` },
    data: { slug, name, zone, owner: { email, name: 'Ольга' }, program },
  })
  expect(opened.status(), await opened.text()).toBe(201)
  const { owner, register } = (await opened.json()) as Schemas['MerchantOpened']
  const set = await page.request.post('/api/v1/session/password', {
    headers: own(),
    data: { token: owner.invitation.token, password },
  })
  expect(set.ok(), await set.text()).toBe(true)
  await expect(async () => {
    const answer = await page.request.post('/api/v1/session', { headers: own(), data: { email, password } })
    expect(answer.status(), await answer.text()).toBe(200)
  }).toPass({ intervals: [1000, 5000, 10_000], timeout: 90_000 })
  return { slug, registerKey: register.key, request: page.request }
}

const writes = (shop: OwnShop) => ({
  Authorization: `Bearer ${shop.registerKey}`,
  'Idempotency-Key': crypto.randomUUID(),
})

/** A member of that shop. */
export async function join(
  shop: OwnShop,
  birthDate?: string,
): Promise<{ memberId: string; cardToken: string; phone: string }> {
  const phone = `+7999${randomInt(1_000_000, 9_999_999)}`
  const joined = await shop.request.post('/api/v1/members', {
    headers: writes(shop),
    data: { phone, name: 'Анна', consentTerms: true, consentData: true, consentMessages: true, birthDate },
  })
  expect(joined.status(), await joined.text()).toBe(201)
  const { memberId, cardToken = '' } = (await joined.json()) as Schemas['TillSignUpDone']
  return { memberId, cardToken, phone }
}

type Line = { sku: string; name?: string; amount: number; quantity?: string }
type Bill = { memberId: string | null; lines: Line[]; spend?: Schemas['ReceiptRequest']['spend']; codes?: string[] }

/** What the till would say of this receipt. */
export async function quote(shop: OwnShop, bill: Bill): Promise<Schemas['Quote']> {
  const answer = await shop.request.post('/api/v1/quotes', { headers: writes(shop), data: bill })
  expect(answer.status(), await answer.text()).toBe(200)
  return (await answer.json()) as Schemas['Quote']
}

/** A sale by the register's key. */
export async function sellBill(shop: OwnShop, bill: Bill): Promise<Schemas['Receipt']> {
  const sold = await shop.request.post('/api/v1/receipts', { headers: writes(shop), data: bill })
  expect(sold.status(), await sold.text()).toBe(201)
  return (await sold.json()) as Schemas['Receipt']
}

/** A sale of one thing. */
export const sell = (shop: OwnShop, memberId: string | null, amount: number) =>
  sellBill(shop, { memberId, lines: [{ sku: 'LATTE', name: 'Латте', amount }] })

/** Bonuses by the owner's hand. */
export async function credit(shop: OwnShop, memberId: string, bonuses: number) {
  const given = await shop.request.post(`/api/v1/members/${memberId}/adjustments`, {
    headers: { ...own(), 'Idempotency-Key': crypto.randomUUID() },
    data: { amount: bonuses * 100, reason: 'проверка' },
  })
  expect(given.status(), await given.text()).toBe(201)
}

/** The card is read at the till: who shows it may pay with bonuses. */
export async function show(shop: OwnShop, cardToken: string) {
  const { code } = (await (await shop.request.get(`/api/v1/public/cards/${cardToken}`)).json()) as Schemas['Card']
  const read = await shop.request.post('/api/v1/scans', {
    headers: writes(shop),
    data: { text: code, source: 'WEDGE' },
  })
  expect(read.status(), await read.text()).toBe(200)
}

/** Some lines come back, or all that is left. */
export async function giveBack(shop: OwnShop, receiptId: string, lineNos: number[] = []): Promise<Schemas['Return']> {
  const given = await shop.request.post(`/api/v1/receipts/${receiptId}/returns`, {
    headers: writes(shop),
    data: { lines: lineNos.map((lineNo) => ({ lineNo })) },
  })
  expect(given.status(), await given.text()).toBe(201)
  return (await given.json()) as Schemas['Return']
}

/** What is being changed on the page of the draft. */
export async function draftOf(shop: OwnShop): Promise<Schemas['ProgramDraft']> {
  const { items } = (await (await shop.request.get('/api/v1/program/drafts')).json()) as {
    items: Schemas['ProgramDraftHead'][]
  }
  return (await shop.request.get(`/api/v1/program/drafts/${items[0]?.id}`)).json()
}

/** In force at once, whatever is being drafted. */
export async function publish(shop: OwnShop, program: object) {
  const made = await shop.request.post('/api/v1/program/drafts', { headers: own(), data: { name: 'Проба', program } })
  expect(made.status(), await made.text()).toBe(201)
  const path = `/api/v1/program/drafts/${((await made.json()) as Schemas['ProgramDraft']).id}`
  const published = await shop.request.post(`${path}/publish`, { headers: own(), data: { force: true } })
  expect(published.status(), await published.text()).toBe(201)
  await shop.request.delete(path, { headers: own() })
}

/** An article with all its codes. */
export async function addGood(shop: OwnShop, name: string, codes: string[], category: string) {
  const made = await shop.request.post('/api/v1/goods/items', {
    headers: own(),
    data: { name, codes, categories: [category] },
  })
  expect(made.status(), await made.text()).toBe(201)
}

export async function setGoods(shop: OwnShop, items: Schemas['Good'][]) {
  const set = await shop.request.put('/api/v1/goods', { headers: own(), data: { items } })
  expect(set.status(), await set.text()).toBe(204)
}

/** What this register sold last. */
export async function lastReceipt(shop: OwnShop): Promise<Schemas['Receipt'] | undefined> {
  const answer = await shop.request.get('/api/v1/receipts', {
    headers: { Authorization: `Bearer ${shop.registerKey}` },
  })
  return ((await answer.json()) as Schemas['ReceiptPage']).items[0]
}
