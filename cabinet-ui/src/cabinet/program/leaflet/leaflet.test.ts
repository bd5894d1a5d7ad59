import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { makeWords } from '../../condition/words'
import { type ProgramDoc, tiersOf } from '../document/program'
import {
  discountSentences,
  earningSentences,
  lifeSentences,
  referralSentences,
  returnSentences,
  signUpSentence,
  spendingSentences,
} from './bonuses'
import { tierPolicySentences, tierSentences } from './tiers'
import { daysWords } from './words'

const demo = JSON.parse(
  readFileSync(
    resolve(import.meta.dirname, '../../../../../wallet-service/src/main/resources/demo/program.json'),
    'utf8',
  ),
) as ProgramDoc
const ru = makeWords('ru', { category: [{ value: 'tobacco', label: 'табак' }] })
const en = makeWords('en', {})
const plain = (text: string) => text.replace(/\u00a0/g, ' ')
const tier = (id: string, words = ru) => {
  const found = tiersOf(demo).find((one) => one.tier.id === id)?.tier
  return found ? tierSentences(demo, found, words).map(plain) : []
}

describe('the demo shop’s leaflet', () => {
  it('says what a tier gives and how it is reached', () => {
    expect(tier('bronze')).toEqual([
      'Начисляем 3 % от суммы, оплаченной деньгами',
      'Бонусами можно оплатить до 30 % чека',
      'Получают все сразу при вступлении',
    ])
    expect(tier('silver').at(-1)).toBe(
      'Чтобы получить: покупки на 10 000 ₽ за последние 6 месяцев или одна покупка от 5 000 ₽',
    )
    expect(tier('silver', en).at(-1)).toBe(
      'How to get it: purchases of 10,000 ₽ in the last 6 months or one purchase of 5,000 ₽ or more',
    )
    expect(tierPolicySentences(demo, ru).map(plain).slice(-3)).toEqual([
      '1-го числа каждого месяца уровни пересчитываются по покупкам за 6 прошлых месяцев.',
      'Потерянный уровень сохраняется ещё 1 месяц.',
      'Уровень понижается сразу до заслуженного.',
    ])
  })
  it('says how bonuses are earned, spent and how long they last', () => {
    expect(earningSentences(demo, ru)[0]).toBe('Не начисляются: табак и gift-card.')
    expect(spendingSentences(demo, ru).map(plain)).toContain(
      'Бонусами можно оплатить часть стоимости товаров, за которые мы принимаем бонусы: Бронза — до 30 %, Серебро — до 40 %, Золото — до 50 %.',
    )
    expect(lifeSentences(demo, ru)).toEqual([
      'Начисленное за покупку можно тратить сразу.',
      'Бонусы сгорают через 365 дней.',
    ])
    expect(signUpSentence(demo, en)).toBe('100 bonuses for joining: they expire after 14 days.')
    expect(discountSentences(demo, en)).toEqual([
      'No discounts on: tobacco and gift-card.',
      'A second discount is taken from the price after the first.',
    ])
    expect(returnSentences(demo, en)).toHaveLength(3)
    expect(referralSentences(demo, en)).toEqual(['Nothing is given for inviting friends.'])
  })
  it('says nothing of what is not so', () => {
    const none: ProgramDoc = { name: demo.name, spending: { enabled: false } }
    expect(tierPolicySentences(none, en)).toEqual(['There are no tiers: the terms are the same for everybody.'])
    expect(earningSentences(none, en)).toEqual(['Purchases earn no bonuses.'])
    expect(spendingSentences(none, en)).toEqual(['Bonuses cannot be spent.'])
    expect(discountSentences(none, en)).toEqual([])
  })
})

describe('words', () => {
  it('names days and other shares', () => {
    expect(daysWords(['SUNDAY', 'SATURDAY'], ru)).toBe('Сб, вс')
    expect(daysWords(['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'], en)).toBe(
      'On any day',
    )
    const weekend = { days: ['SATURDAY', 'SUNDAY'], maxBp: 1500 }
    const said = spendingSentences({ name: demo.name, spending: { weekdays: [weekend], step: 1000 } }, en)
    expect(said).toContain('Sat, Sun: 15% at most.')
    expect(said).toContain('Bonuses are spent in multiples of 10.')
    expect(said).toContain('Bonuses may pay up to 100% of the receipt.')
  })
  it('tells a reward of friends and lives of every kind', () => {
    const doc: ProgramDoc = {
      name: demo.name,
      referral: { levelsBp: [500, 100], purchases: 'FIRST_PURCHASE_ONLY', welcome: 5000 },
      signUp: { amount: 100, pendingDays: 2, life: { type: 'throughYearly', month: 12, day: 31 } },
    }
    expect(referralSentences(doc, ru).map(plain)).toEqual([
      'Пригласивший получает 5 % с первой покупки друга.',
      'Следующий в цепочке — 1 %.',
      'Приглашённому дарим 50 бонусов.',
    ])
    const careful: ProgramDoc = {
      name: demo.name,
      referral: {
        levelsBp: [0],
        fixed: [30000],
        minPurchase: 50000,
        pendingDays: 14,
        untilSecondPurchase: true,
        perDay: 100000,
      },
    }
    expect(referralSentences(careful, ru).map(plain)).toEqual([
      'Пригласивший получает 300 бонусов с каждой покупки друга.',
      'Чеки меньше 500 ₽ не считаются.',
      'За первую покупку — когда друг купит второй раз.',
      'Награду можно тратить через 14 дней.',
      'Одному пригласившему за день — не больше 1 000 бонусов.',
    ])
    expect(signUpSentence(doc, ru)).toBe(
      'За вступление дарим 1 бонус, доступны через 2 дня: сгорают каждый год после 31 декабря.',
    )
    expect(
      signUpSentence({ ...doc, signUp: { amount: 100, life: { type: 'throughDate', date: '2027-01-15' } } }, en),
    ).toBe('1 bonus for joining: they last through 15/01/2027.')
  })
})
