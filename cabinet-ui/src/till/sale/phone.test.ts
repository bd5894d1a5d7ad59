import { describe, expect, it } from 'vitest'
import { ApiError } from '@/base/api/problem'
import { endsAPhone, isName, phoneOf, unknownPhone } from './phone'

const refused = (code: string) => new ApiError({ code }, new Response(null, { status: 404 }))

describe('a phone as it is typed', () => {
  it.each([
    ['9031234567', '+79031234567'],
    ['8 (903) 123-45-67', '+79031234567'],
    ['+7 903 123 45 67', '+79031234567'],
    ['4951234567', '+74951234567'],
  ])('%s', (typed, phone) => expect(phoneOf(typed)).toBe(phone))

  it.each(['', '600', '00800001', '1234567890123456', 'ABC9031234567', '0031234567'])('%s is none', (typed) =>
    expect(phoneOf(typed)).toBeUndefined(),
  )
})

it('a number that nobody has is one to sign up; a blocked card or a lost connection is not', () => {
  expect(unknownPhone('9031234567', refused('MEMBER_NOT_FOUND'))).toBe('+79031234567')
  expect(unknownPhone('9031234567', refused('CARD_BLOCKED'))).toBeUndefined()
  expect(unknownPhone('9031234567', new Error('network'))).toBeUndefined()
  expect(unknownPhone('80000012', refused('CARD_NOT_FOUND'))).toBeUndefined()
})

describe('a name is searched for, a card is read', () => {
  it.each(['Анна', 'анна ковалёва', 'ан', 'Ковалёва 4567', "O'Neil", 'Анна-Мария К.'])('%s is a name', (typed) =>
    expect(isName(typed)).toBe(true),
  )
  it.each(['а', '4567', 'PLASTIC-9', 'FUZZ1', 'анна 12', '+7 903 123 45 67', ''])('%s is none', (typed) =>
    expect(isName(typed)).toBe(false),
  )
  it.each(['4567', '45-67', '123 45 67'])('%s ends a phone', (typed) => expect(endsAPhone(typed)).toBe(true))
  it.each(['456', '9031234567', 'А4567', '600'])('%s does not', (typed) => expect(endsAPhone(typed)).toBe(false))
})
