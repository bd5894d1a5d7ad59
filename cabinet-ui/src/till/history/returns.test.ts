import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/base/api/client'
import { isFullyReturned, leftOf, moneyOf, toReturnRequest } from './returns'

const line = (quantity?: string, returnedQuantity?: string) =>
  ({ lineNo: 1, quantity, returnedQuantity }) as Schemas['LineResult']

describe('returns', () => {
  it('counts what is left of a line exactly', () => {
    expect(leftOf(line())).toBe(1000)
    expect(leftOf(line('0.300', '0.1'))).toBe(200)
    expect(leftOf(line('2', '2'))).toBe(0)
  })
  it('asks for everything with an empty request', () => {
    expect(toReturnRequest('all')).toEqual({})
  })
  it('names the chosen lines only', () => {
    const chosen = new Map([
      [1, 1000],
      [2, 0],
      [3, 750],
    ])
    expect(toReturnRequest(chosen)).toEqual({
      lines: [
        { lineNo: 1, quantity: '1' },
        { lineNo: 3, quantity: '0.75' },
      ],
    })
  })
  it('counts the money of a part by all that was returned of the line', () => {
    const receipt = { lines: [{ lineNo: 1, quantity: '3', returnedQuantity: '1', net: 100 }] } as Schemas['Receipt']
    expect(moneyOf(receipt, new Map())).toBe(0)
    expect(moneyOf(receipt, new Map([[1, 1000]]))).toBe(33)
    expect(moneyOf(receipt, new Map([[1, 2000]]))).toBe(67)
  })
  it('knows a receipt that is returned completely', () => {
    const receipt = { returns: [{ money: 1 }], lines: [line('1', '1'), line('2', '1')] } as Schemas['Receipt']
    expect(isFullyReturned(receipt)).toBe(false)
    expect(isFullyReturned({ ...receipt, lines: [line('1', '1')] })).toBe(true)
    expect(isFullyReturned({ ...receipt, returns: [] })).toBe(false)
  })
})
