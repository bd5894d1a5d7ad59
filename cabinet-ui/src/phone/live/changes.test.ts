import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/base/api/client'
import { changesBetween, isEmpty } from './changes'

function card(serial: string, balance: string, label = 'Бонусы'): Schemas['WalletCard'] {
  return {
    serial,
    organization: 'Зерно',
    backgroundColor: '#000000',
    foregroundColor: '#ffffff',
    labelColor: '#cccccc',
    headerFields: [{ key: 'balance', label, value: balance }],
    primaryFields: [],
    secondaryFields: [],
    auxiliaryFields: [],
    backFields: [{ key: 'news', label: 'Новости', value: 'Пока новостей нет' }],
    actions: [],
    updatedAt: '2026-11-21T12:00:00Z',
  }
}

function phone(cards: Schemas['WalletCard'][], notices: string[] = []): Schemas['Phone'] {
  return {
    id: 'p1',
    name: 'iPhone',
    platform: 'APPLE',
    online: true,
    cards,
    notices: notices.map((id) => ({ id, title: 'Зерно', text: 'Баланс', at: '2026-11-21T12:00:00Z' })),
  }
}

describe('changesBetween', () => {
  it('finds the value that moved and the notice that came', () => {
    const changes = changesBetween(phone([card('a', '100')], ['n1']), phone([card('a', '127')], ['n2', 'n1']))
    expect(changes.fields).toEqual([{ serial: 'a', key: 'balance', label: 'Бонусы', before: '100', after: '127' }])
    expect(changes.notices.map((notice) => notice.id)).toEqual(['n2'])
  })
  it('tells a new card from a changed one', () => {
    const changes = changesBetween(phone([card('a', '100')]), phone([card('a', '100'), card('b', '5')]))
    expect(changes).toMatchObject({ fields: [], cardsAdded: ['b'] })
  })
  it('is quiet when only the language changed', () => {
    expect(isEmpty(changesBetween(phone([card('a', '1,5')]), phone([card('a', '1.5', 'Bonuses')])))).toBe(true)
  })
  it('is quiet when nothing did, or things went away', () => {
    expect(isEmpty(changesBetween(phone([card('a', '1')], ['n']), phone([card('a', '1')])))).toBe(true)
    expect(isEmpty(changesBetween(phone([card('a', '1')]), phone([])))).toBe(true)
  })
})
