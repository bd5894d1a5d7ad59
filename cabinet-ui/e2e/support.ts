import { randomInt } from 'node:crypto'
import { type APIRequestContext, test as base, expect, type Page } from '@playwright/test'
import type { components } from '../src/base/api/schema'
import { ownAddress } from './visitor'

type Schemas = components['schemas']
type Cookies = Awaited<ReturnType<APIRequestContext['storageState']>>['cookies']
export type Demo = Schemas['Demo']
export type Customer = { phone: string; name: string; memberId: string; cardToken: string; code: string }

/** What tests prepare through the API before a person comes in; `request` is signed in as the owner. */
export class Shop {
  constructor(
    private readonly request: APIRequestContext,
    readonly demo: Demo,
    private readonly origin: string,
    private readonly cookies: Cookies,
  ) {}

  /** The browser is the owner's from now on. One session per worker: signing in is rate-limited, as it should be. */
  async signIn(page: Page) {
    await page.context().addCookies(this.cookies)
  }

  /** A new customer with this many bonuses (minor units) beside the program's own welcome gift. */
  async customer(bonuses = 0): Promise<Customer> {
    const phone = `+7999${String(randomInt(1_000_000, 9_999_999))}`
    const name = `Проверка ${phone.slice(-7)}`
    const answer = await this.request.post('/api/v1/members', {
      headers: { Authorization: `Bearer ${this.demo.registerKey}`, 'Idempotency-Key': crypto.randomUUID() },
      data: { phone, name, consentTerms: true, consentData: true, consentMessages: true, locale: 'ru' },
    })
    expect(answer.status(), await answer.text()).toBe(201)
    const { memberId, cardToken = '' } = (await answer.json()) as Schemas['TillSignUpDone']
    if (bonuses > 0) {
      const credited = await this.request.post(`/api/v1/members/${memberId}/adjustments`, {
        headers: { Origin: this.origin, 'Idempotency-Key': crypto.randomUUID() },
        data: { amount: bonuses, reason: 'проверка' },
      })
      expect(credited.status(), await credited.text()).toBe(201)
    }
    const { code } = await this.card(cardToken)
    return { phone, name, memberId, cardToken, code }
  }

  /** The same who joined by the page: their card is theirs, as a code to the phone has shown. */
  async newcomer(): Promise<Customer> {
    const phone = `+7999${String(randomInt(1_000_000, 9_999_999))}`
    const name = `Проверка ${phone.slice(-7)}`
    const headers = { Origin: this.origin }
    const asked = await this.request.post('/api/v1/public/shops/zerno/sign-ups', {
      headers,
      data: { phone, name, consentTerms: true, consentData: true, consentMessages: true },
    })
    expect(asked.ok(), await asked.text()).toBe(true)
    const { signUpId } = (await asked.json()) as { signUpId: string }
    const confirmed = await this.request.post(`/api/v1/public/sign-ups/${signUpId}/confirm`, {
      headers,
      data: { code: await this.codeFor(phone) },
    })
    expect(confirmed.ok(), await confirmed.text()).toBe(true)
    const { memberId, cardToken } = (await confirmed.json()) as { memberId: string; cardToken: string }
    const { code } = await this.card(cardToken)
    return { phone, name, memberId, cardToken, code }
  }

  /** A receipt of one line, committed by the register's key. */
  async receipt(memberId: string, amount: number) {
    const answer = await this.request.post('/api/v1/receipts', {
      headers: { Authorization: `Bearer ${this.demo.registerKey}`, 'Idempotency-Key': crypto.randomUUID() },
      data: { memberId, lines: [{ lineNo: 1, name: 'Проверка', quantity: '1', amount }] },
    })
    expect(answer.status(), await answer.text()).toBe(201)
  }

  /** The store where no other test's till stands. */
  async otherStore(): Promise<string> {
    const { items } = (await (await this.request.get('/api/v1/stores')).json()) as { items: Schemas['Store'][] }
    return items.at(-1)?.id ?? ''
  }

  /** A new register's key. */
  async register(storeId: string, name: string): Promise<string> {
    const answer = await this.request.post('/api/v1/registers', {
      headers: { Origin: this.origin },
      data: { storeId, name },
    })
    expect(answer.status(), await answer.text()).toBe(201)
    return ((await answer.json()) as Schemas['NewRegister']).key
  }

  async cashier(storeId: string, name: string, pin: string) {
    const answer = await this.request.post('/api/v1/cashiers', {
      headers: { Origin: this.origin },
      data: { storeId, name, pin },
    })
    expect(answer.status(), await answer.text()).toBe(201)
  }

  /** A batch of physical cards from this list. */
  async batch(name: string, numbers: readonly string[]) {
    const answer = await this.request.post('/api/v1/card-batches', {
      headers: { Origin: this.origin },
      data: { name, cards: numbers.map((number) => ({ number })) },
    })
    expect(answer.status(), await answer.text()).toBe(201)
  }

  /** How careful the tills are. */
  async tillRules(change: Schemas['TillSettingsChange']) {
    const answer = await this.request.put('/api/v1/till-settings', { headers: { Origin: this.origin }, data: change })
    expect(answer.status(), await answer.text()).toBe(200)
  }

  async card(token: string): Promise<Schemas['Card']> {
    return (await this.request.get(`/api/v1/public/cards/${token}`)).json()
  }

  /** The newest code in the demo's mailbox for this phone, other than those known already. */
  async codeFor(phone: string, known: readonly string[] = []): Promise<string> {
    let code: string | undefined
    await expect
      .poll(async () => {
        const answer = await this.request.get('/simulator/messages')
        const { items } = (await answer.json()) as { items: Schemas['MailboxMessage'][] }
        const codes = items.filter((message) => message.to === phone).map((message) => /\d{6}/.exec(message.text)?.[0])
        code = codes.find((found) => found && !known.includes(found))
        return code
      })
      .toBeTruthy()
    return code ?? ''
  }

  async receiptsOf(memberId: string): Promise<Schemas['Receipt'][]> {
    const answer = await this.request.get('/api/v1/receipts?limit=200', {
      headers: { Authorization: `Bearer ${this.demo.registerKey}` },
    })
    const page = (await answer.json()) as Schemas['ReceiptPage']
    return page.items.filter((receipt) => receipt.memberId === memberId)
  }
}

/** A write of somebody signed in bears the page's origin, as browsers send it. */
export const own = () => ({ Origin: new URL(base.info().project.use.baseURL ?? '').origin })

/** Signs in; waits when the service finds that tests sign in too often. */
async function ownerCookies(request: APIRequestContext, demo: Demo, origin: string) {
  const { email, password } = demo
  await expect(async () => {
    const answer = await request.post('/api/v1/session', { headers: { Origin: origin }, data: { email, password } })
    expect(answer.status(), await answer.text()).toBe(200)
  }).toPass({ intervals: [1000, 5000, 10_000], timeout: 90_000 })
  return (await request.storageState()).cookies
}

/** As Chrome's protocol counts it. */
const SHIFT = 8

/** A till that is signed in, with the words of the Russian screen. */
export class TillPage {
  constructor(readonly page: Page) {}

  async signIn(key: string) {
    await this.page.goto('/till')
    await this.page.getByLabel('Ключ кассы').fill(key)
    await this.page.getByRole('button', { name: 'Войти' }).click()
    await expect(this.scanField).toBeVisible()
  }

  get scanField() {
    return this.page.getByRole('textbox', { name: 'Карта или телефон' })
  }

  get customer() {
    return this.page.getByRole('region', { name: 'Покупатель' })
  }

  /** On a phone the button sits in the bar at the bottom; there is one visible either way. */
  get commit() {
    return this.page.getByRole('button', { name: /^Провести/ }).filter({ visible: true })
  }

  /** An entry of the header: a button on a wide screen, in the menu on a phone. */
  async open(entry: string) {
    const button = this.page.getByRole('button', { name: entry, exact: true }).first()
    if (await button.isVisible()) return button.click()
    await this.page.getByRole('button', { name: 'Настройки' }).click()
    return this.page.getByRole('menuitem', { name: entry }).click()
  }

  /** By phone number alone: looks and earns, spends with a code only. */
  async find(customer: Customer) {
    await this.scanField.fill(customer.phone)
    await this.page.getByRole('button', { name: 'Найти' }).click()
    await expect(this.customer.getByText(customer.name)).toBeVisible()
  }

  /** The card in hand, its code typed: who shows it may spend at once. */
  async show(customer: Customer) {
    await this.scanField.fill(customer.code)
    await this.page.getByRole('button', { name: 'Найти' }).click()
    await expect(this.customer.getByText(customer.name)).toBeVisible()
  }

  /** A wedge scanner: one key after the other without a pause, then Enter. */
  async wedge(text: string) {
    const session = await this.page.context().newCDPSession(this.page)
    const digit = (char: string) => ({
      key: char,
      code: /\d/.test(char) ? `Digit${char}` : ({ ':': 'Semicolon', '-': 'Minus' }[char] ?? `Key${char}`),
      text: char,
      modifiers: /[A-Z:]/.test(char) ? SHIFT : 0,
      windowsVirtualKeyCode: char.charCodeAt(0),
    })
    const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }
    // Not waiting for each answer: a scanner does not either. Each key carries its own time, as the system stamps those of a
    // real keyboard, so that a busy machine does not turn the scanner into a person.
    const start = Date.now()
    const stamped = [...[...text].map(digit), enter].map((key, i) => ({ ...key, timestamp: (start + 5 * i) / 1000 }))
    await Promise.all(
      stamped.flatMap((key) => [
        session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key }),
        session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key }),
      ]),
    )
    await session.detach()
  }
}

export const test = base.extend<{ till: TillPage }, { shop: Shop }>({
  extraHTTPHeaders: ownAddress,
  shop: [
    async ({ playwright }, use, worker) => {
      const origin = worker.project.use.baseURL ?? ''
      const request = await playwright.request.newContext({ baseURL: origin })
      const given = process.env.KARTELA_DEMO
      const demo: Demo = given ? JSON.parse(given) : await (await request.get('/simulator/demo')).json()
      await use(new Shop(request, demo, origin, await ownerCookies(request, demo, origin)))
      await request.dispose()
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  till: async ({ page, shop }, use) => {
    const till = new TillPage(page)
    await till.signIn(shop.demo.registerKey)
    await use(till)
  },
})

export { expect }
