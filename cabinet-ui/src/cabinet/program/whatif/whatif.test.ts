import { expect, it } from 'vitest'
import type { Schemas } from '@/base/api/client'
import * as format from '@/base/format/format'
import type { Format } from '@/base/format/useFormat'
import { translate } from '@/base/i18n/texts'
import { lastDays, plusDays, today } from '../base/days'
import { texts } from './resultTexts'
import { minutesLeft } from './useMinutesLeft'
import { isEmpty, verdict } from './verdict'

type Result = Schemas['WhatIfResult']
const side = { discount: 0, money: 0, bonusesSpent: 0, bonusesEarned: 1_234_500, bonusesGranted: 0, cost: 1_234_500 }
const nothing = {
  receipts: 8000,
  changedReceipts: 0,
  before: side,
  after: side,
  difference: { ...side, bonusesEarned: 0, cost: 0 },
  refusals: { count: 0, items: [] },
  unreadable: 0,
  margin: null,
  tiers: null,
} as unknown as Result
const f = {
  number: (value) => format.formatNumber(value, 'ru'),
  percent: (value) => format.formatPercent(value, 'ru'),
  money: (minor) => format.formatMoney(minor, 'ru'),
  bonus: (minor) => format.formatBonus(minor, 'ru'),
} as Format
const said = (result: Result) =>
  verdict(result, (key, params) => translate(texts[key], 'ru', params), f).map((one) => one.replace(/\s/g, ' '))

it('the last days end with today on the shop’s wall', () => {
  expect(today(new Date('2026-11-28T21:30:00Z'), 'Europe/Moscow')).toBe('2026-11-29')
  expect(lastDays(30, '2026-03-01')).toEqual({ from: '2026-01-31', through: '2026-03-01' })
  expect(plusDays('2026-12-31', 1)).toBe('2027-01-01')
})

it('says the difference in words, by the figures of the service', () => {
  const more = {
    ...nothing,
    changedReceipts: 5420,
    after: { ...side, bonusesEarned: 1_501_000, cost: 1_501_000 },
    difference: { ...side, bonusesEarned: 266_500, cost: 266_500 },
    tiers: { items: [], moves: [], up: 121, down: 0 },
  } as Result
  expect(said(more)).toEqual([
    'Вместо 12 345 бонусов было бы начислено 15 010: на 21,6 % больше.',
    'Программа обошлась бы в 15 010 ₽ вместо 12 345 ₽: на 2 665 ₽ дороже.',
    'Сколько вы заработали бы на товарах, неизвестно: кассы не передают себестоимость.',
    'Уровень повысился бы у 121 участника.',
    'Изменились бы 5 420 из 8 000 чеков.',
  ])
})

it('names an amount where there was nothing to take a percent of', () => {
  const first = {
    ...nothing,
    changedReceipts: 1,
    before: { ...side, bonusesEarned: 0, cost: 0 },
    difference: { ...side, discount: 0, cost: 0 },
  } as Result
  expect(said(first)[0]).toBe('Вместо 0 бонусов было бы начислено 12 345: на 12 345 больше.')
})

it('says that nothing changes, and what was left out', () => {
  expect(said(nothing)).toEqual(['Ничего бы не изменилось: все 8000 чеков дали бы то же самое.'])
  const refused = { ...nothing, receipts: 0, refusals: { count: 3, items: [] } } as Result
  expect(said(refused)).toEqual(['Чеков, которые новая программа не приняла бы: 3. Их в этих цифрах нет.'])
  expect(isEmpty(refused)).toBe(false)
  expect(isEmpty({ ...refused, refusals: { count: 0, items: [] } } as Result)).toBe(true)
})

it('tells the time left by the pace seen, and nothing too early', () => {
  const first = { done: 1000, at: 10_000 }
  expect(minutesLeft(first, { done: 1500, at: 12_000 }, 100_000)).toBeUndefined()
  expect(minutesLeft(first, { done: 2000, at: 20_000 }, 62_000)).toBe(10)
  expect(minutesLeft(first, { done: 2000, at: 20_000 }, 5000)).toBe(0)
})
