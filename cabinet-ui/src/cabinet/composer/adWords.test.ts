import { describe, expect, it } from 'vitest'
import { texts } from '../automations/texts'
import { adWord } from './adWords'

describe('a word that makes a service text an advertisement', () => {
  it.each([
    ['Начислили {заработано}. Скидка 20 % на кофе', 'Скидка'],
    ['На счёте {бонусы}, успейте потратить', 'успейте'],
    ['Спасибо за покупку! Ждём вас снова', 'Ждём вас'],
    ['Скоро сгорит {сгорит}. Приходите!', 'Приходите'],
    ['Всё по −30 %', '−30 %'],
    ['Подробнее: https://zerno.example/menu', 'https://zerno.example/menu'],
    ['{bonuses} bonuses. Special offers inside', 'Special offers'],
    ['Your coffee is free', 'free'],
    ['Now 20% off', '20% off'],
  ])('is found: %s', (text, word) => {
    expect(adWord(text)).toBe(word)
  })

  it.each([
    '{имя|друг}, начислили {заработано}, списали {списано}. На карте {бонусы}.',
    'Здравствуйте, {имя|друг}! Ваша карта готова.',
    '{сгорит} бонусов сгорит {дата}, через {дней} дн.',
    'Ваш новый уровень — {уровень}. Подарок до {подарок до}'.replace('Подарок', 'Срок'),
    'You earned {earned}, you have {bonuses}. {expiring} expire {expiry date|soon}.',
    'The ideal temperature; freezing point; wholesale',
    'Покупка на сумму, {подарок}',
  ])('is not found: %s', (text) => {
    expect(adWord(text)).toBeUndefined()
  })

  it.each(['WELCOME', 'PURCHASE', 'TIER_UP', 'BURN_WARNING'] as const)('is in none of our own: %s', (kind) => {
    expect(adWord(texts[`say.${kind}`].ru)).toBeUndefined()
    expect(adWord(texts[`say.${kind}`].en)).toBeUndefined()
  })
})
