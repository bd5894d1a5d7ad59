import { describe, expect, it } from 'vitest'
import { both, freshKey, getAt, local, moved, parentOf, pathText, placeOf, setAt, singleFact } from './document'

describe('a document', () => {
  const doc = { schema: 1, fields: { header: [{ key: 'a', value: 'x' }] }, unknown: { kept: true } }

  it('is changed in a copy, and what the form does not know stays', () => {
    const next = setAt(doc, ['fields', 'header', 0, 'value'], 'y')
    expect(next.fields.header[0]).toEqual({ key: 'a', value: 'y' })
    expect(doc.fields.header[0]?.value).toBe('x')
    expect(next.unknown).toBe(doc.unknown)
  })
  it('gets the objects on the way and loses them when they are empty again', () => {
    const one = setAt<Record<string, unknown>>(doc, ['tiers', 'gold', 'colors', 'text'], '#ffffff')
    expect(getAt(one, ['tiers', 'gold', 'colors', 'text'])).toBe('#ffffff')
    expect(setAt(one, ['tiers', 'gold', 'colors', 'text'], undefined)).toEqual(doc)
  })
  it('names places as the service does', () => {
    expect(pathText(['tiers', 'gold', 'fields', 'header', 0, 'label', 'ru'])).toBe(
      'tiers.gold.fields.header[0].label.ru',
    )
  })
})

describe('texts', () => {
  it('are one when both languages say the same', () => {
    expect(local('{balance}', '{balance}')).toBe('{balance}')
    expect(local('Бонусы', 'Bonuses')).toEqual({ ru: 'Бонусы', en: 'Bonuses' })
    expect(local('', '')).toBeUndefined()
    expect(both('x')).toEqual({ ru: 'x', en: 'x' })
    expect(both(undefined)).toEqual({ ru: '', en: '' })
  })
  it('may be a single fact', () => {
    expect(singleFact('{burn.amount}')).toBe('burn.amount')
    expect(singleFact('{balance} ₽')).toBeUndefined()
    expect(singleFact({ ru: '{tier}', en: '{tier}' })).toBeUndefined()
  })
})

it('finds a key that is free', () => {
  const fields = { header: [{ key: 'balance', value: 'x' }], back: [{ key: 'balance2', value: 'x' }] }
  expect(freshKey(fields, 'balance')).toBe('balance3')
  expect(freshKey(fields, 'burn.amount')).toBe('burn_amount')
  expect(freshKey(undefined, '1!')).toBe('field')
})

it('moves an item and never loses one', () => {
  expect(moved(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a'])
  expect(moved(['a', 'b', 'c'], 2, -5)).toEqual(['c', 'a', 'b'])
})

it('knows where a mistake is mended', () => {
  expect(placeOf('tiers.gold.colors.text')).toEqual({ tier: 'gold', tab: 'look' })
  expect(placeOf('fields.back[2].value')).toEqual({ tier: '', tab: 'back' })
  expect(placeOf('fields.header')).toEqual({ tier: '', tab: 'fields' })
  expect(placeOf('locations[0]')).toEqual({ tier: '', tab: 'show' })
  expect(placeOf('nfc')).toEqual({ tier: '', tab: 'more' })
  expect(placeOf('tiers.gone')).toEqual({ tier: 'gone', tab: 'look' })
})

it('climbs from a place to what it belongs to', () => {
  const steps: string[] = []
  for (let at = 'fields.header[0].label.ru'; at; at = parentOf(at)) steps.push(at)
  expect(steps).toEqual([
    'fields.header[0].label.ru',
    'fields.header[0].label',
    'fields.header[0]',
    'fields.header',
    'fields',
  ])
})
