import { describe, expect, it } from 'vitest'
import {
  formatBonus,
  formatDate,
  formatMoney,
  formatPercent,
  formatPhone,
  formatSignedBonus,
  minorToInput,
  parseMinor,
} from './format'

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('amounts', () => {
  it.each([
    [123450, 'ru', '1 234,50 ₽'],
    [123450, 'en', '1,234.50 ₽'],
    [30000, 'ru', '300 ₽'],
    [5, 'ru', '0,05 ₽'],
    [-150, 'ru', '−1,50 ₽'],
    [0, 'en', '0 ₽'],
  ] as const)('money %d in %s is %s', (minor, locale, text) => {
    expect(plain(formatMoney(minor, locale))).toBe(text)
  })

  it('leaves the fraction of bonuses out when it is zero', () => {
    expect(formatBonus(34500, 'ru')).toBe('345')
    expect(formatBonus(34550, 'ru')).toBe('345,50')
    expect(formatSignedBonus(34550, 'en')).toBe('+345.50')
    expect(formatSignedBonus(-2000, 'en')).toBe('−20')
  })

  it('is exact where floating point is not', () => {
    expect(plain(formatMoney(9007199254740991, 'ru'))).toBe('90 071 992 547 409,91 ₽')
  })

  it.each([
    ['300', 30000],
    ['1 234,5', 123450],
    ['0.05', 5],
    ['12,', 1200],
    ['99,90 ₽', 9990],
  ])('parses %s', (text, minor) => {
    expect(parseMinor(text)).toBe(minor)
  })

  it.each(['', '-5', '1,234', 'abc', '1.2.3', '12345678901'])('refuses %s', (text) => {
    expect(parseMinor(text)).toBeUndefined()
  })

  it('fills an input with what it would parse back', () => {
    expect(minorToInput(123450, 'ru')).toBe('1234,50')
    expect(minorToInput(123450, 'en')).toBe('1234.50')
    expect(parseMinor(minorToInput(123407, 'ru'))).toBe(123407)
  })

  it('writes percents as each language does', () => {
    expect(plain(formatPercent(12.5, 'ru'))).toBe('12,5 %')
    expect(formatPercent(12.5, 'en')).toBe('12.5%')
  })
})

describe('dates', () => {
  it("shows an instant in the shop's zone", () => {
    expect(formatDate('2026-11-21T22:30:00Z', 'dateTime', 'ru', 'Europe/Moscow')).toBe('22.11.2026, 01:30')
  })
  it('does not move a plain date across zones', () => {
    expect(formatDate('2026-11-21', 'date', 'en', 'America/New_York')).toBe('21/11/2026')
  })
})

it('groups Russian phone numbers and leaves others alone', () => {
  expect(plain(formatPhone('+79123456789'))).toBe('+7 912 345-67-89')
  expect(formatPhone('+4915112345678')).toBe('+4915112345678')
})
