import { describe, expect, it } from 'vitest'
import { codeOf, countdown, newestCode } from './oneTimeCode'

describe('codeOf', () => {
  it.each([
    ['123456', '123456'],
    ['123 456', '123456'],
    [' 12-34-56 ', '123456'],
    ['551685 — код для карты «Кофейня «Зерно»». Никому его не сообщайте.', '551685'],
    ['Карта 2026: код 551685', '551685'],
    ['12', '12'],
    ['1234567', '123456'],
    ['', ''],
  ])('%j gives %j', (text, code) => expect(codeOf(text)).toBe(code))
})

describe('newestCode', () => {
  const at = (second: number) => new Date(Date.UTC(2026, 10, 21, 12, 0, second)).toISOString()
  const since = Date.parse(at(10))
  const messages = [
    { id: 'a', to: '+79123456789', text: '111111 is your code', at: at(12) },
    { id: 'b', to: '+79123456789', text: '222222 is your code', at: at(40) },
    { id: 'c', to: '+79990000000', text: '333333 is your code', at: at(50) },
    { id: 'd', to: '+79123456789', text: 'Happy birthday!', at: at(55) },
  ]
  it('is the last one of this phone', () => {
    expect(newestCode(messages, '+79123456789', since)?.code).toBe('222222')
  })
  it('is not a code from an earlier sign-up', () => {
    expect(newestCode(messages, '+79123456789', Date.parse(at(46)))).toBeUndefined()
    expect(newestCode(messages, '+79000000000', since)).toBeUndefined()
  })
})

it('counts down as a clock does', () => {
  expect([countdown(60), countdown(9), countdown(0)]).toEqual(['1:00', '0:09', '0:00'])
})
