// Made-up data for drawing the screens before the service runs; only Vite's own server loads it.
import type { components } from '../src/base/api/schema'

type S = components['schemas']

export const tiers: S['Tier'][] = [
  { id: 'start', name: { ru: 'Старт', en: 'Start' }, rank: 0, color: '#8d9a93', earnPercent: 5, spendPercent: 30 },
  { id: 'silver', name: { ru: 'Серебро', en: 'Silver' }, rank: 1, color: '#9fb3c8', earnPercent: 7, spendPercent: 40 },
  { id: 'gold', name: { ru: 'Золото', en: 'Gold' }, rank: 2, color: '#e6b33d', earnPercent: 10, spendPercent: 50 },
]

const names = [
  'Анна Смирнова',
  'Иван Петров',
  'Мария Константинопольская-Белозёрская',
  'Олег Ким',
  'Дарья Волкова',
  'Тимур Галиев',
]
const day = 86_400_000

export const members: S['MemberDetail'][] = Array.from({ length: 64 }, (_, i) => {
  const tier = tiers[i % 7 === 0 ? 2 : i % 3 === 0 ? 1 : 0] as S['Tier']
  return {
    id: String(1001 + i),
    name: i < names.length ? (names[i] as string) : `${names[i % names.length]?.split(' ')[0]} ${i}`,
    phone: `+7912345${String(6700 + i)}`,
    cardNumber: `5500 0000 ${String(1000 + i)}`,
    tier,
    balance: {
      available: (i * 7919) % 90000,
      pending: i % 4 === 0 ? 2700 : 0,
      held: 0,
      debt: 0,
      burns: i % 2 === 0 ? { amount: 5000, at: new Date(Date.now() + 9 * day).toISOString() } : null,
    },
    wallets: { apple: i % 3 === 0 ? 1 : 0, google: i % 5 === 0 ? 2 : 0 },
    purchases: i % 11,
    spentTotal: (i * 137731) % 4000000,
    lastPurchaseAt: i % 11 ? new Date(Date.now() - i * day).toISOString() : null,
    createdAt: new Date(Date.now() - i * 3 * day).toISOString(),
    status: 'ACTIVE',
    birthDate: i % 2 ? '1990-11-24' : null,
    locale: 'ru',
    consentMessages: i % 4 !== 3,
    cardUrl: `http://127.0.0.1:8080/c/demo-token-${i}`,
    tierProgress:
      tier.rank < 2
        ? {
            nextTierId: tiers[tier.rank + 1]?.id ?? '',
            nextTierName: tiers[tier.rank + 1]?.name,
            remaining: 234000,
            percent: 76,
          }
        : null,
  }
})

export const operations: S['Operation'][] = [
  {
    seq: 5,
    kind: 'ACCRUAL',
    amount: 2700,
    balanceAfter: 34500,
    at: new Date().toISOString(),
    text: { ru: 'Покупка на 270 ₽', en: 'Purchase of 270 ₽' },
    receiptId: 'r1',
  },
  {
    seq: 4,
    kind: 'REDEMPTION',
    amount: -9000,
    balanceAfter: 31800,
    at: new Date().toISOString(),
    text: { ru: 'Оплата бонусами', en: 'Paid with bonuses' },
    receiptId: 'r1',
  },
  {
    seq: 3,
    kind: 'CREDIT',
    amount: 10000,
    balanceAfter: 40800,
    at: new Date(Date.now() - day).toISOString(),
    text: { ru: 'Начислено вручную', en: 'Manual credit' },
    reason: 'Извинение за долгое ожидание',
    author: 'Елена Орлова',
  },
  {
    seq: 2,
    kind: 'EXPIRY',
    amount: -1250,
    balanceAfter: 30800,
    at: new Date(Date.now() - 9 * day).toISOString(),
    text: { ru: 'Сгорели бонусы', en: 'Bonuses burned' },
  },
  {
    seq: 1,
    kind: 'GIFT',
    amount: 10000,
    balanceAfter: 32050,
    at: new Date(Date.now() - 60 * day).toISOString(),
    text: { ru: 'Подарок за вступление', en: 'Welcome gift' },
  },
]

export const segments: S['Segment'][] = [
  {
    id: 's1',
    name: 'Давно не заходили',
    condition: {
      type: 'all',
      of: [
        { type: 'lastPurchase', fromDays: 60 },
        { type: 'not', of: { type: 'inTier', tiers: ['gold'] } },
        { type: 'balance', range: { from: 10_000 } },
      ],
    },
    revision: 3,
    updatedBy: 'Елена Орлова',
    updatedAt: new Date(Date.now() - day).toISOString(),
  },
]

export const campaigns: S['Campaign'][] = [
  {
    id: 'c1',
    name: 'Кофейный день',
    text: 'Сегодня кофе за наш счёт',
    tier: 'gold',
    holdOutPercent: 10,
    windowDays: 14,
    state: 'DONE',
    createdAt: new Date(Date.now() - day).toISOString(),
    finishedAt: new Date(Date.now() - day + 60_000).toISOString(),
    createdBy: 'Елена Орлова',
    total: 120,
    sent: 120,
    delivered: 96,
    failed: 2,
    skipped: 22,
    reasons: [
      { code: 'NO_WALLET', count: 18 },
      { code: 'NO_CONSENT', count: 4 },
      { code: 'DEAD_TOKEN', count: 2 },
    ],
  },
]

/** S25: ninety buyers of 900 beside six of 100. */
export const result: S['CampaignResult'] = {
  outcome: 'PURCHASES',
  from: new Date(Date.now() - 15 * day).toISOString(),
  until: new Date(Date.now() - day).toISOString(),
  ended: true,
  daysLeft: 0,
  holdOutPercent: 10,
  treated: { members: 900, buyers: 90, purchases: 13_500_000, money: 10_800_000, bonuses: 2_700_000 },
  heldOut: { members: 100, buyers: 6, purchases: 480_000, money: 480_000, bonuses: 0 },
  globalHeldOut: 52,
  messageCost: 0,
  ratio: { planned: 0.1, seen: 0.1, p: 1 },
  above: {
    buyers: { value: 36, low: -24.5, high: 70.8 },
    buyersP: 0.281,
    buyersTest: 'FISHER',
    probability: 0.907,
    purchases: { value: 9_180_000, low: 4_874_900, high: 13_485_100 },
    purchasesP: 0.004,
    purchasesTest: 'PERMUTATION',
    bootstrap: { value: 9_180_000, low: 4_700_000, high: 13_300_000 },
    bonuses: 2_700_000,
    net: 6_480_000,
    profit: { marginPercent: 40, value: 972_000, low: -476_400, high: 2_420_400 },
    label: 'NOT_PROVEN_YET',
    moreMembers: 3781,
  },
}

export const summary = (days: number): S['Summary'] => ({
  members: 1284,
  newMembers: 86,
  receipts: 2310,
  revenue: 112345600,
  averageReceipt: 48600,
  earned: 7640000,
  spent: 4120050,
  liability: 18450025,
  burnsSoon: 1240000,
  walletsApple: 611,
  walletsGoogle: 402,
  byTier: tiers.map((tier, i) => ({ tier, members: [890, 270, 124][i] ?? 0 })),
  days: Array.from({ length: days }, (_, i) => {
    const wave = 60 + Math.round(40 * Math.sin(i / 3)) + ((i * 37) % 23)
    return {
      date: new Date(Date.now() - (days - 1 - i) * day).toISOString().slice(0, 10),
      receipts: wave,
      revenue: wave * 48600,
      earned: wave * 2900,
      spent: wave * 1700,
    }
  }),
})

export const batches: S['CardBatch'][] = [
  {
    id: 'b1',
    name: 'Весна',
    cards: 1000,
    inStock: 990,
    createdBy: 'owner@zerno.example',
    createdAt: '2026-03-01T09:00:00Z',
  },
]

export const stores: S['Store'][] = [
  {
    id: 's1',
    name: 'Кофейня на Пушкинской',
    zone: 'Europe/Moscow',
    address: '',
    hours: [],
    closed: false,
    registers: [
      { id: 'g1', name: 'Касса 1', revoked: false, lastSeenAt: new Date().toISOString() },
      { id: 'g2', name: 'Старая касса', revoked: true, lastSeenAt: null },
    ],
  },
  {
    id: 's2',
    name: 'Кофейня у вокзала',
    zone: 'Asia/Yekaterinburg',
    address: '',
    hours: [],
    closed: false,
    registers: [],
  },
]

export const consents: S['Consent'][] = [
  {
    purpose: 'MARKETING',
    channel: 'ALL',
    granted: true,
    at: '2026-05-04T10:00:00Z',
    source: 'SIGN_UP_PAGE',
    proof: {
      textVersion: '0f3a9c1b2d4e',
      text: { ru: 'Хочу узнавать об акциях и подарках', en: 'Tell me about offers and gifts' },
      network: '203.0.113.0/24',
    },
  },
  {
    purpose: 'PROGRAM',
    channel: 'ALL',
    granted: true,
    at: '2026-05-04T10:00:00Z',
    source: 'TILL',
    proof: { register: 'Касса 1', cashier: 'Ольга' },
  },
]
