import { describe, expect, it } from 'vitest'
import { caretFor, digitsAfter, formatTyped, isComplete, withoutDigitBefore } from './phone'

describe('formatTyped', () => {
  it.each([
    ['', ''],
    ['+', '+'],
    ['8', '+7'],
    ['89', '+7 9'],
    ['9', '+7 9'],
    ['912345', '+7 912 345'],
    ['89123456789', '+7 912 345-67-89'],
    ['79123456789', '+7 912 345-67-89'],
    ['9123456789', '+7 912 345-67-89'],
    ['+7 (912) 345-67-89', '+7 912 345-67-89'],
    ['8 (912) 345 67 89', '+7 912 345-67-89'],
    ['\u00a0+7 912\u00a0345\u201167\u201189', '+7 912 345-67-89'],
    ['+7 912 345-67-890', '+7 912 345-67-89'],
    ['+7 89123456789', '+7 912 345-67-89'],
    ['+7 79123456789', '+7 912 345-67-89'],
    ['+77012345678', '+7 701 234-56-78'],
    ['+442071838750', '+442 071 838 750'],
    ['4951234567', '4951234567'],
    ['abc', ''],
  ])('%j is written as %j', (typed, written) => {
    expect(formatTyped(typed)).toBe(written)
  })

  it('says the same when it is applied to its own result, whatever was typed', () => {
    for (const typed of ['8', '89', '8912345', '+49 30 901820', '+7 9', '12345678901234567890']) {
      const once = formatTyped(typed)
      expect(formatTyped(once)).toBe(once)
    }
  })
})

describe('the caret', () => {
  it('stays before the same digits', () => {
    const typed = '+7 9|12 345-67-89'
    const at = typed.indexOf('|')
    const plain = typed.replace('|', '')
    expect(caretFor(formatTyped(plain), digitsAfter(plain, at))).toBe(at)
  })
  it('goes to the end while typing at the end, although formatting made the text longer', () => {
    expect(caretFor('+7 912 345-6', digitsAfter('+7 912 3456', 11))).toBe('+7 912 345-6'.length)
  })
  it('takes the digit before a separator that was deleted', () => {
    // "+7 912 345" with the second space just deleted, the caret after "912".
    expect(formatTyped(withoutDigitBefore('+7 912345', 6))).toBe('+7 913 45')
  })
})

describe('isComplete', () => {
  it.each([
    ['+7 912 345-67-89', true],
    ['+7 912 345-67-8', false],
    ['+442 071 838 750', true],
    ['+44 2071', false],
    ['4951234567', true],
    ['', false],
  ])('%j: %j', (text, complete) => {
    expect(isComplete(text)).toBe(complete)
  })
})
