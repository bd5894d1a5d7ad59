import { describe, expect, it } from 'vitest'
import { initialLocale } from './locale'
import { defineTexts, translate } from './texts'

const texts = defineTexts({
  hello: { ru: 'Привет, {name}', en: 'Hello, {name}' },
  receipts: {
    ru: { one: '{count} чек', few: '{count} чека', many: '{count} чеков', other: '{count} чека' },
    en: { one: '{count} receipt', other: '{count} receipts' },
  },
})

describe('translate', () => {
  it('fills placeholders and leaves unknown ones visible', () => {
    expect(translate(texts.hello, 'ru', { name: 'Анна' })).toBe('Привет, Анна')
    expect(translate(texts.hello, 'en')).toBe('Hello, {name}')
  })
  it.each([
    [1, '1 чек'],
    [3, '3 чека'],
    [11, '11 чеков'],
    [21, '21 чек'],
    [0, '0 чеков'],
  ])('declines %d in Russian', (count, text) => {
    expect(translate(texts.receipts, 'ru', { count })).toBe(text)
  })
  it('knows English plurals', () => {
    expect(translate(texts.receipts, 'en', { count: 1 })).toBe('1 receipt')
    expect(translate(texts.receipts, 'en', { count: 2 })).toBe('2 receipts')
  })
})

describe('quotation marks within quotation marks', () => {
  const card = { ru: 'Карта «{shop}» от «Зерна» и {shop}', en: 'The “{shop}” card of {shop}' }
  it('become the inner ones, and only there', () => {
    expect(translate(card, 'ru', { shop: 'Кофейня «Пенка»' })).toBe(
      'Карта «Кофейня „Пенка“» от «Зерна» и Кофейня «Пенка»',
    )
    expect(translate(card, 'en', { shop: 'The “Foam” café' })).toBe('The “The ‘Foam’ café” card of The “Foam” café')
  })
})

describe('initialLocale', () => {
  it('prefers what was chosen, then the browser, then English', () => {
    expect(initialLocale('en', ['ru-RU'])).toBe('en')
    expect(initialLocale(null, ['de-DE', 'ru-RU'])).toBe('ru')
    expect(initialLocale('xx', ['fr'])).toBe('en')
  })
})
