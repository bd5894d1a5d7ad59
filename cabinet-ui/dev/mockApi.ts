import type { IncomingMessage } from 'node:http'
import type { Plugin } from 'vite'
import type { components } from '../src/base/api/schema'
import {
  batches,
  campaigns,
  consents,
  members,
  operations,
  result,
  segments,
  stores,
  summary,
  tiers,
} from './mockData.ts'

type S = components['schemas']
type Call = { body: never; query: URLSearchParams; match: string[]; cookie: string }
type Handler = (call: Call) => unknown

class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(detail)
  }
}

const receipts: S['Receipt'][] = []

function member(id: string | null | undefined) {
  const found = members.find((m) => m.id === id)
  if (!found) throw new Refusal(404, 'MEMBER_NOT_FOUND', 'Карта не найдена')
  return found
}

function scan({ body }: Call): S['ScanResult'] {
  const { text } = body as S['ScanRequest']
  const digits = text.replace(/\D/g, '')
  const m = members.find((x) => x.cardNumber?.replaceAll(' ', '') === digits || x.phone.endsWith(digits.slice(-10)))
  if (!m || digits.length < 4)
    throw new Refusal(404, 'MEMBER_NOT_FOUND', 'Карта не найдена. Проверьте номер или найдите по телефону.')
  return {
    memberId: m.id,
    memberName: m.name,
    phoneMasked: `+7 ••• •••-${m.phone.slice(-4, -2)}-${m.phone.slice(-2)}`,
    tier: m.tier,
    tierProgress: m.tierProgress,
    balance: m.balance,
    cardNumber: m.cardNumber ?? '',
    identifiedBy: 'WALLET',
    birthdaySoon: m.birthDate !== null,
    hints: [{ ru: 'Ещё 20 ₽ до 12 %', en: '20 ₽ more for 12%' }],
  }
}

function reach(some: boolean): S['Audience'] {
  return { members: some ? 124 : 1284, children: 0, blocked: 0, withWallet: some ? 96 : 902, apple: 61, google: 35 }
}

/** As if every fact were found as the sample segment finds it. */
function why(m: S['Member'], question: S['SegmentQuestion'], holds: boolean): S['SegmentWhy'] {
  const parts = (question.condition?.of as S['SegmentCondition'][] | undefined) ?? []
  return {
    id: m.id,
    name: m.name,
    phone: m.phone,
    holds,
    facts: parts.map(({ type }, index) => ({
      at: type === 'not' ? `/of/${index}/of` : `/of/${index}`,
      type,
      holds: holds ? type !== 'not' : index > 0,
      found:
        type === 'lastPurchase'
          ? { at: '2026-08-12T09:00:00Z' }
          : type === 'balance'
            ? { amount: 32050 }
            : { key: m.tier.id },
    })),
  }
}

function quote(request: S['ReceiptRequest']): S['Quote'] {
  const gross = request.lines.reduce((sum, line) => sum + line.amount, 0)
  const m = request.memberId ? member(request.memberId) : undefined
  const limit = m ? Math.floor((gross * (m.tier.spendPercent ?? 0)) / 100) : 0
  const spendableMax = m ? Math.min(m.balance.available, limit) : 0
  const asked =
    request.spend?.mode === 'MAX' ? spendableMax : request.spend?.mode === 'AMOUNT' ? (request.spend.amount ?? 0) : 0
  const spent = Math.min(asked, spendableMax)
  const earned = m ? Math.floor(((gross - spent) * (m.tier.earnPercent ?? 0)) / 100) : 0
  return {
    gross,
    discount: 0,
    spent,
    spendableMax,
    spendLimit: m
      ? spendableMax === limit
        ? {
            code: 'SHARE',
            text: {
              ru: `не больше ${m.tier.spendPercent} % чека на уровне «${m.tier.name.ru}»`,
              en: `at most ${m.tier.spendPercent}% of the receipt in tier ${m.tier.name.en}`,
            },
          }
        : { code: 'BALANCE', text: { ru: 'больше бонусов на карте нет', en: 'that is the whole balance' } }
      : null,
    toPay: gross - spent,
    earned,
    earnedParts:
      earned > 0
        ? [{ kind: 'ACCRUAL' as const, name: { ru: 'За покупку', en: 'For the purchase' }, amount: earned }]
        : [],
    explanationsOmitted: 0,
    earnedActiveFrom: null,
    programVersion: '1',
    lines: request.lines.map((line, index) => ({
      lineNo: line.lineNo ?? index + 1,
      name: line.name,
      quantity: line.quantity,
      gross: line.amount,
      discount: 0,
      spent: Math.round((spent * line.amount) / gross),
      net: line.amount - Math.round((spent * line.amount) / gross),
      earned: Math.round((earned * line.amount) / gross),
    })),
    explanations: m
      ? [
          {
            ruleId: 'earn',
            applied: true,
            amount: earned,
            text: {
              ru: `${m.tier.earnPercent} % с оплаты деньгами на уровне «${m.tier.name.ru}»`,
              en: `${m.tier.earnPercent}% of what is paid with money in tier ${m.tier.name.en}`,
            },
          },
          {
            ruleId: 'birthday',
            applied: false,
            code: 'NOT_BIRTHDAY',
            text: { ru: 'День рождения: ещё не время', en: 'Birthday: not now' },
          },
        ]
      : [],
  }
}

function commit({ body }: Call): S['Receipt'] {
  const request = body as S['ReceiptRequest']
  const q = quote(request)
  const m = request.memberId ? member(request.memberId) : undefined
  if (m) m.balance = { ...m.balance, available: m.balance.available - q.spent + q.earned }
  const receipt: S['Receipt'] = {
    ...q,
    id: `r${receipts.length + 1}`,
    number: request.number ?? null,
    at: new Date().toISOString(),
    memberId: m?.id ?? null,
    memberName: m?.name ?? null,
    balanceAfter: m?.balance ?? null,
    tierAfter: m?.tier ?? null,
    returns: [],
  }
  receipts.unshift(receipt)
  return receipt
}

function giveBack({ match, body }: Call): S['Return'] {
  const receipt = receipts.find((r) => r.id === match[1])
  if (!receipt) throw new Refusal(404, 'RECEIPT_NOT_FOUND', 'Чек не найден')
  const wanted = (body as S['ReturnRequest'])?.lines?.map((l) => l.lineNo)
  const lines = receipt.lines.filter((l) => (!wanted || wanted.includes(l.lineNo)) && !l.returnedQuantity)
  for (const line of lines) line.returnedQuantity = line.quantity ?? '1'
  const sum = (pick: (l: S['LineResult']) => number) => lines.reduce((total, l) => total + pick(l), 0)
  const back: S['Return'] = {
    id: `b${Date.now()}`,
    at: new Date().toISOString(),
    money: sum((l) => l.net),
    bonusesBack: sum((l) => l.spent),
    earnReversed: sum((l) => l.earned),
    shortfall: 0,
    lines: [],
    balanceAfter: receipt.balanceAfter,
  }
  receipt.returns.push(back)
  return back
}

function tick(id: string | undefined) {
  const c = campaigns.find((x) => x.id === id)
  if (!c) throw new Refusal(404, 'CAMPAIGN_NOT_FOUND', 'Нет такой рассылки')
  if (c.state === 'RUNNING') {
    c.sent = Math.min(c.total, c.sent + 9)
    c.skipped = Math.floor(c.sent * 0.2)
    c.delivered = c.sent - c.skipped
    c.reasons = [{ code: 'NO_WALLET', count: c.skipped }]
    if (c.sent === c.total) c.state = 'DONE'
  }
  return c
}

const session: S['Session'] = {
  staffId: '1',
  name: 'Елена Орлова',
  email: 'owner@demo.test',
  role: 'OWNER',
  setUpSecondFactor: false,
  may: [
    'OWN_ACCESS',
    'MEMBERS_READ',
    'RECEIPTS_READ',
    'PHONES_READ',
    'MEMBERS_CHANGE',
    'MEMBERS_EXPORT',
    'MEMBERS_MERGE',
    'PERSONAL_DATA',
    'CONSENTS_WITHDRAW',
    'CARDS_ATTACH',
    'CARDS_CHANGE',
    'CARD_BATCHES',
    'SCANS_READ',
    'BALANCE_ADJUST',
    'BALANCE_CORRECT',
    'SEGMENTS',
    'CAMPAIGNS',
    'REPORTS',
    'AUDIT',
    'PROGRAM_READ',
    'PROGRAM_STUDY',
    'PROGRAM_CHANGE',
    'GOODS_READ',
    'GOODS_CHANGE',
    'DESIGN_READ',
    'DESIGN_CHANGE',
    'STORES_READ',
    'STORES_CHANGE',
    'REGISTERS',
    'CASHIERS',
    'STORES_OPEN',
    'TILL_RULES',
    'VENDOR_KEYS',
    'SHOP',
    'STAFF',
  ],
  merchantName: 'Кофейня «Зерно»',
  merchantSlug: 'demo',
  zone: 'Europe/Moscow',
  locale: 'ru',
  tiers,
  joinUrl: 'http://127.0.0.1:8080/join/demo',
}

const handlers: [string, RegExp, Handler][] = [
  [
    'GET',
    /^\/simulator\/demo$/,
    () => ({
      shopSlug: 'demo',
      email: session.email,
      password: 'demo-demo',
      registerKey: 'kr_demo',
      pages: {
        cabinet: '/cabinet',
        till: '/till',
        join: '/join/demo',
        phone: '/phone',
        mailbox: '/mailbox',
        openapi: '/openapi',
      },
    }),
  ],
  ['POST', /^\/session$/, () => session],
  [
    'GET',
    /^\/session$/,
    ({ cookie }) => {
      if (!cookie.includes('kartela_session')) throw new Refusal(401, 'NOT_SIGNED_IN', 'Войдите')
      return session
    },
  ],
  ['DELETE', /^\/session$/, () => null],
  [
    'GET',
    /^\/register$/,
    () => ({
      registerId: 'g1',
      registerName: 'Касса 1',
      storeId: 's1',
      storeName: 'Кофейня на Пушкинской',
      shopName: session.merchantName,
      shopSlug: 'demo',
      zone: 'Europe/Moscow',
    }),
  ],
  ['GET', /^\/register\/cashiers$/, () => ({ items: [] })],
  ['POST', /^\/scans$/, scan],
  ['POST', /^\/quotes$/, ({ body }) => quote(body)],
  ['POST', /^\/receipts$/, commit],
  [
    'GET',
    /^\/receipts$/,
    () => ({
      items: receipts,
      nextCursor: null,
      today: {
        receipts: receipts.length,
        toPay: receipts.reduce((s, r) => s + r.toPay, 0),
        spent: receipts.reduce((s, r) => s + r.spent, 0),
        earned: receipts.reduce((s, r) => s + r.earned, 0),
        returns: 0,
        returned: 0,
        cashiers: [],
      },
    }),
  ],
  ['POST', /^\/receipts\/([^/]+)\/returns$/, giveBack],
  [
    'POST',
    /^\/members$/,
    () => ({ memberId: '1001', cardToken: 'demo-token-0', cardUrl: members[0]?.cardUrl, created: true }),
  ],
  [
    'GET',
    /^\/members$/,
    ({ query }) => {
      const all = members.filter(
        (m) =>
          (!query.get('tier') || m.tier.id === query.get('tier')) &&
          m.name.toLowerCase().includes((query.get('q') ?? '').toLowerCase()),
      )
      const from = Number(query.get('cursor') ?? 0)
      return {
        items: all.slice(from, from + 50),
        total: all.length,
        more: false,
        nextCursor: from + 50 < all.length ? String(from + 50) : null,
      }
    },
  ],
  ['GET', /^\/members\/([^/]+)$/, ({ match }) => member(match[1])],
  ['GET', /^\/members\/([^/]+)\/operations$/, () => ({ items: operations, nextCursor: null })],
  ['GET', /^\/members\/([^/]+)\/consents$/, () => ({ items: consents })],
  ['POST', /^\/members\/([^/]+)\/consents\/withdrawals$/, () => ({ items: consents })],
  [
    'POST',
    /^\/members\/([^/]+)\/adjustments$/,
    ({ match, body }) => {
      const m = member(match[1])
      m.balance = { ...m.balance, available: m.balance.available + (body as { amount: number }).amount }
      return m.balance
    },
  ],
  ['POST', /^\/campaigns\/audience$/, ({ body }) => reach(Object.keys(body).length > 0)],
  ['GET', /^\/segments$/, () => ({ items: segments })],
  ['POST', /^\/segments\/count$/, () => ({ members: 124 })],
  ['POST', /^\/segments\/sample$/, ({ body }) => ({ items: members.slice(0, 3).map((m) => why(m, body, true)) })],
  ['POST', /^\/segments\/explain$/, ({ body }) => why(member((body as { memberId: string }).memberId), body, false)],
  ['GET', /^\/segments\/([^/]+)$/, ({ match }) => segments.find((one) => one.id === match[1])],
  ['GET', /^\/campaigns$/, () => ({ items: campaigns, nextCursor: null })],
  [
    'POST',
    /^\/campaigns$/,
    ({ body }) => {
      const c: S['Campaign'] = {
        holdOutPercent: 0,
        windowDays: 14,
        ...(body as S['CampaignRequest']),
        id: `c${campaigns.length + 1}`,
        state: 'RUNNING',
        createdAt: new Date().toISOString(),
        createdBy: session.name,
        total: 124,
        sent: 0,
        delivered: 0,
        failed: 0,
        skipped: 0,
        reasons: [],
      }
      campaigns.unshift(c)
      return c
    },
  ],
  ['GET', /^\/campaigns\/([^/]+)\/result$/, () => result],
  [
    'GET',
    /^\/hold-out-advice$/,
    () => ({
      advised: 20,
      base: 0.06,
      known: true,
      chosen: { percent: 20, heldOut: 200, detectable: 0.0526, price: 1_578_000 },
    }),
  ],
  ['GET', /^\/result-settings$/, () => ({ globalHoldOutPercent: 5, marginPercent: 40 })],
  ['PUT', /^\/result-settings$/, ({ body }) => body],
  ['GET', /^\/campaigns\/([^/]+)$/, ({ match }) => tick(match[1])],
  ['PUT', /^\/campaigns\/([^/]+)\/state$/, ({ match, body }) => Object.assign(tick(match[1]), body)],
  [
    'GET',
    /^\/program$/,
    () => ({
      version: 'v1',
      number: 1,
      publishedAt: new Date().toISOString(),
      name: { ru: 'Зерно бонус', en: 'Zerno bonus' },
      tiers,
      program: { kind: 'BONUS' },
    }),
  ],
  ['GET', /^\/reports\/summary$/, ({ query }) => summary(Number(query.get('days') ?? 30))],
  ['GET', /^\/stores$/, () => ({ items: stores })],
  ['GET', /^\/cashiers$/, () => ({ items: [] })],
  ['GET', /^\/card-batches$/, () => ({ items: batches })],
  [
    'DELETE',
    /^\/card-batches\/([^/]+)$/,
    ({ match }) => {
      const index = batches.findIndex((b) => b.id === match[1])
      const [gone] = index < 0 ? [] : batches.splice(index, 1)
      return { id: match[1], removed: gone?.inStock ?? 0, kept: gone ? gone.cards - gone.inStock : 0 }
    },
  ],
  [
    'GET',
    /^\/till-settings$/,
    () => ({
      phoneSpending: 'CODE',
      scanRequired: false,
      cashierRequired: false,
      lockAfterMinutes: 10,
      offlineDays: 35,
    }),
  ],
  [
    'POST',
    /^\/registers$/,
    ({ body }) => {
      const b = body as { storeId: string; name: string }
      const id = `g${Date.now()}`
      stores.find((s) => s.id === b.storeId)?.registers.push({ id, name: b.name, revoked: false, lastSeenAt: null })
      return { id, name: b.name, key: 'kr_live_7Q2mX9cTfA4nVb8ZpL1sEw3D' }
    },
  ],
  [
    'DELETE',
    /^\/registers\/([^/]+)$/,
    ({ match }) => {
      for (const s of stores) for (const r of s.registers) if (r.id === match[1]) r.revoked = true
      return null
    },
  ],
]

async function readBody(request: IncomingMessage): Promise<never> {
  let text = ''
  for await (const chunk of request) text += chunk
  return (text ? JSON.parse(text) : undefined) as never
}

export function mockApi(): Plugin {
  return {
    name: 'kartela-mock-api',
    configureServer(server) {
      server.middlewares.use(async (request, response, next) => {
        const url = new URL(request.url ?? '/', 'http://x')
        if (!/^\/(api\/v1|simulator)\//.test(url.pathname)) return next()
        const path = url.pathname.replace('/api/v1', '')
        for (const [method, pattern, handle] of handlers) {
          const match = pattern.exec(path)
          if (request.method !== method || !match) continue
          const body = await readBody(request)
          let status = method === 'POST' ? 201 : 200
          let answer: unknown
          try {
            answer = handle({ body, query: url.searchParams, match, cookie: request.headers.cookie ?? '' })
          } catch (error) {
            if (!(error instanceof Refusal)) throw error
            status = error.status
            answer = {
              type: 'about:blank',
              title: error.code,
              status,
              code: error.code,
              detail: error.message,
              requestId: 'mock-1',
            }
          }
          if (path === '/session')
            response.setHeader('Set-Cookie', `kartela_session=1; Path=/; Max-Age=${method === 'DELETE' ? 0 : 9999}`)
          response.statusCode = answer === null ? 204 : status
          response.setHeader('Content-Type', status >= 400 ? 'application/problem+json' : 'application/json')
          setTimeout(() => response.end(answer === null ? undefined : JSON.stringify(answer)), 80)
          return
        }
        response.statusCode = 404
        response.end('{}')
      })
    },
  }
}
