import { describe, expect, it } from 'vitest'
import type { Schemas } from '@/base/api/client'
import { grossOf, newSale, type Sale, type SaleAction, saleReducer, toCommit, toRequest } from './sale'

const quote: Schemas['Quote'] = {
  gross: 30000,
  discount: 0,
  spent: 9000,
  spendableMax: 9000,
  toPay: 21000,
  earned: 0,
  earnedParts: [],
  lines: [],
  explanations: [],
  explanationsOmitted: 0,
}
const run = (...actions: SaleAction[]): Sale => actions.reduce(saleReducer, newSale('goods'))
const member = { memberId: '7' } as Schemas['ScanResult']
const latte: SaleAction = { type: 'add', name: 'Латте', price: 30000, sku: 'LATTE' }

describe('a receipt by goods', () => {
  it('counts the same article up', () => {
    const sale = run(latte, latte, { type: 'add', name: 'Круассан', price: 22000 })
    expect(sale.lines.map((line) => [line.name, line.quantity])).toEqual([
      ['Латте', 2],
      ['Круассан', 1],
    ])
    expect(grossOf(sale)).toBe(82000)
  })
  it('drops a line whose quantity falls to zero', () => {
    expect(run(latte, { type: 'quantity', id: 1, quantity: 0 }).lines).toEqual([])
  })
  it('numbers lines from 1 without gaps and sends totals of lines', () => {
    const sale = run(latte, { type: 'add', name: 'Чай', price: 15000 }, latte, { type: 'remove', id: 2 })
    expect(toRequest(sale)?.lines).toEqual([{ lineNo: 1, sku: 'LATTE', name: 'Латте', quantity: '2', amount: 60000 }])
  })
})

describe('a receipt by total', () => {
  it('is one line', () => {
    const sale = run({ type: 'entry', entry: 'total' }, { type: 'total', total: 12345 })
    expect(toRequest(sale)).toMatchObject({ memberId: null, lines: [{ lineNo: 1, amount: 12345 }] })
  })
  it('is nothing while empty', () => {
    expect(toRequest(run({ type: 'entry', entry: 'total' }))).toBeUndefined()
  })
})

describe('spending', () => {
  it('is forgotten when the customer changes', () => {
    const sale = run(
      { type: 'member', member },
      { type: 'spend', spend: { mode: 'MAX' } },
      { type: 'member', member: null },
    )
    expect(sale.spend).toEqual({ mode: 'NONE' })
  })
  it('is not possible before the code that the phone number asks for', () => {
    const found = { memberId: '7', spending: 'CODE' } as Schemas['ScanResult']
    const waiting = run({ type: 'member', member: found }, latte, { type: 'spend', spend: { mode: 'MAX' } })
    expect(waiting.right).toBe('CODE')
    expect(toRequest(waiting)?.spend).toEqual({ mode: 'NONE' })
    const proven = saleReducer(waiting, { type: 'right', right: 'FREE' })
    expect(saleReducer(proven, { type: 'spend', spend: { mode: 'MAX' } }).spend).toEqual({ mode: 'MAX' })
  })
  it('ends when the service asks for a code after all', () => {
    const sale = run({ type: 'member', member }, { type: 'spend', spend: { mode: 'MAX' } })
    expect(saleReducer(sale, { type: 'right', right: 'CODE' }).spend).toEqual({ mode: 'NONE' })
  })
  it('is committed as the amount that the quote showed', () => {
    const sale = run({ type: 'member', member }, latte, { type: 'spend', spend: { mode: 'MAX' } })
    expect(toCommit(sale, quote, new Date('2026-11-21T10:00:00Z'))).toMatchObject({
      memberId: '7',
      spend: { mode: 'AMOUNT', amount: 9000 },
      at: '2026-11-21T10:00:00.000Z',
    })
  })
})

describe('promo codes', () => {
  const sale = run(latte, { type: 'code', code: ' autumn-7 ' }, { type: 'code', code: 'GONE' })

  it('are told as they stand, and taken back by an empty list', () => {
    expect(toRequest(sale)).toMatchObject({ codes: ['AUTUMN-7', 'GONE'] })
    const without = [{ type: 'uncode', code: 'GONE' } as const, { type: 'uncode', code: 'AUTUMN-7' } as const]
    expect(toRequest(without.reduce(saleReducer, sale))).toMatchObject({ codes: [] })
    expect(toRequest(run(latte))).not.toHaveProperty('codes')
  })
  it('are committed when the quote honoured them, and only then', () => {
    const codes = [
      { code: 'AUTUMN-7', honoured: true },
      { code: 'GONE', honoured: false },
    ]
    const at = new Date('2026-11-21T10:00:00Z')
    expect(toCommit(sale, { ...quote, codes }, at)).toMatchObject({ codes: ['AUTUMN-7'] })
    expect(toCommit(sale, undefined, at)).not.toHaveProperty('codes')
  })
})

it('keeps the way of entry for the next customer', () => {
  const sale = run({ type: 'entry', entry: 'total' }, { type: 'total', total: 5 }, { type: 'reset' })
  expect(sale).toEqual(newSale('total'))
})
