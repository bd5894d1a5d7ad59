import { describe, expect, it } from 'vitest'
import { makeWords } from '../condition/words'
import { RULE_CONDITIONS } from './conditions/kinds'
import type { Rule } from './document/rule'
import { EFFECTS } from './effects/kinds'
import { READY, readyRule } from './gallery'
import { ruleSentence } from './ruleSentence'

const choices = {
  tier: [
    { value: 'bronze', label: 'Бронза' },
    { value: 'gold', label: 'Золото' },
  ],
  store: [{ value: '7', label: 'На Тверской' }],
  category: [{ value: 'bakery', label: 'выпечка' }],
  good: [{ value: 'LATTE', label: 'Латте' }],
  tag: [{ value: 'vip', label: 'vip' }],
  cardKind: [{ value: 'gift', label: 'gift' }],
  promoSet: [{ value: '9', label: 'Осень' }],
}
const ru = makeWords('ru', choices)
const en = makeWords('en', choices)
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')
const both = (rule: Rule) => [plain(ruleSentence(rule, ru)), plain(ruleSentence(rule, en))]
const ready = (id: string) => {
  const one = READY.find((candidate) => candidate.rule.id === id)
  const rule = one && readyRule(one, ru)
  if (!rule) throw new Error(id)
  return rule
}

describe('a rule in one sentence', () => {
  it.each([
    [
      'happy-hours',
      'Бонусы ×2, если покупка в пн–чт с 09:00 до 12:00.',
      'Bonuses ×2 when bought Mon–Thu, 09:00 to 12:00.',
    ],
    [
      'birthday-week',
      'Бонусы ×3, если до дня рождения не больше 3 дней или после него не больше 3 дней (дата указана хотя бы за 7 дней до покупки). Не больше 1 000 бонусов на чек.',
      'Bonuses ×3 when it is within 3 days before or 3 days after the birthday (with the date on file for at least 7 days). At most 1,000 bonuses a receipt.',
    ],
    [
      'by-receipt',
      'Начисляем по сумме чека: 3 %, 6 % от 500 ₽ и 12 % свыше 1 000 ₽.',
      'Earn by the receipt: 3%, 6% from 500 ₽, and 12% over 1,000 ₽.',
    ],
    [
      'welcome-back',
      '150 бонусов в подарок (сгорают через 14 дней), если это не первая покупка и за последние 60 дней покупок не было.',
      '150 bonuses as a gift (expire after 14 days) when it is not the first purchase and nothing was bought in the last 60 days.',
    ],
    ['double-store', 'Бонусы ×2, если покупка в магазине «На Тверской».', 'Bonuses ×2 when bought at “На Тверской”.'],
    ['top-tier', 'Бонусы ×1,5, если уровень карты — Золото.', 'Bonuses ×1.5 when the tier is Золото.'],
    [
      'second-half',
      'Каждый 2-й со скидкой 50 %. Для всех, и без карты.',
      'Every 2nd at 50% off. For everybody, with or without a card.',
    ],
    [
      'but-excluded',
      'Начисляем 5 % бонусами на всё, кроме «выпечка», кроме помеченного «sale».',
      'Earn 5% back in bonuses on everything but “выпечка”, except what is marked “sale”.',
    ],
  ])('%s', (id, russian, english) => {
    expect(both(ready(id))).toEqual([russian, english])
  })

  it('tells dates, limits and how often', () => {
    const rule: Rule = {
      id: 'x',
      name: { ru: '', en: '' },
      validity: { from: '2026-12-01', through: '2026-12-31' },
      caps: { perReceipt: 2100 },
      budget: { usesPerMember: 2 },
      // biome-ignore lint/suspicious/noThenProperty: the document's own word
      then: { type: 'grantBonus', amount: 10_000, pendingDays: 1, once: 'PER_DAY' },
    }
    expect(both(rule)).toEqual([
      '100 бонусов в подарок (не чаще раза в день, доступны через 1 день). С 01.12.2026 по 31.12.2026. Не больше 21 бонуса на чек. Не больше чем в 2 чеках покупателя.',
      '100 bonuses as a gift (once a day at most, to be spent after 1 day). From 01/12/2026 through 31/12/2026. At most 21 bonuses a receipt. On at most 2 receipts of a customer.',
    ])
  })

  it('is whole for every condition and effect, in both languages, without a gap or a foreign word', () => {
    for (const words of [ru, en]) {
      const said = [
        ...RULE_CONDITIONS.flatMap((kind) => {
          const value = kind.empty(words)
          return [kind.sentence(value, words), kind.opposite?.(value, words)]
        }),
        ...EFFECTS.map((kind) => kind.sentence(kind.empty(), words)),
      ].filter((one) => one !== undefined)
      for (const one of said) expect(one).toMatch(/^\S.*[^\s{}]$/)
      expect(said.join()).not.toMatch(/undefined|NaN|\{|[A-Z]{2}_|null/)
    }
    const english = makeWords('en', {})
    for (const kind of EFFECTS) expect(kind.sentence(kind.empty(), english)).not.toMatch(/[а-яё]/i)
  })
})

describe('the gallery', () => {
  it('offers nothing that the shop has none of, and never the same key twice', () => {
    const poor = makeWords('ru', {})
    const offered = READY.filter((one) => readyRule(one, poor)).map((one) => one.rule.id)
    expect(offered.length).toBeGreaterThanOrEqual(12)
    expect(offered).not.toContain('double-store')
    expect(ready('tenth').id).not.toBe(ready('tenth').id)
    const stamps = ready('nth-free')
    expect(stamps.then.counter).toBe(stamps.id)
    expect(stamps.id).toMatch(/^[A-Za-z0-9_.-]{1,64}$/)
  })

  it('has every mark replaced by the shop’s own', () => {
    for (const one of READY) expect(JSON.stringify(readyRule(one, ru))).not.toContain('"$')
    expect(ready('top-tier').when).toEqual({ type: 'inTier', tiers: ['gold'] })
  })
})
