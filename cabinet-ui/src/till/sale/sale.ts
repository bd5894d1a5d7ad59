import type { Schemas } from '@/base/api/client'

export type SaleLine = { id: number; sku?: string; name: string; category?: string; quantity: number; price: number }
export type Entry = 'goods' | 'total'
/** What this customer may do with bonuses here: the service's answer to how they were found. */
export type SpendRight = NonNullable<Schemas['ScanResult']['spending']>
export type Spend = { mode: 'NONE' } | { mode: 'MAX' } | { mode: 'AMOUNT'; amount: number }

/** What the cashier has entered for the customer in front of them. */
export type Sale = {
  member: Schemas['ScanResult'] | null
  entry: Entry
  lines: readonly SaleLine[]
  total: number | undefined
  spend: Spend
  right: SpendRight
  /** Promo codes as they were typed or scanned. */
  codes: readonly string[]
  /** There was one: the service keeps it for this till until it is told otherwise. */
  coded: boolean
  /** Codes of gift certificates that pay. */
  certificates: readonly string[]
  nextLineId: number
}

/** `category` only of what the catalogue does not know by its code. */
export type NewLine = { name: string; price: number; sku?: string; category?: string }

export type SaleAction =
  | { type: 'member'; member: Schemas['ScanResult'] | null }
  | { type: 'entry'; entry: Entry }
  | ({ type: 'add' } & NewLine)
  | { type: 'quantity'; id: number; quantity: number }
  | { type: 'remove'; id: number }
  | { type: 'total'; total: number | undefined }
  | { type: 'spend'; spend: Spend }
  | { type: 'right'; right: SpendRight }
  | { type: 'code'; code: string }
  | { type: 'uncode'; code: string }
  | { type: 'certificate'; code: string }
  | { type: 'uncertificate'; code: string }
  | { type: 'reset' }

export function newSale(entry: Entry): Sale {
  return {
    member: null,
    entry,
    lines: [],
    total: undefined,
    spend: { mode: 'NONE' },
    right: 'FREE',
    codes: [],
    coded: false,
    certificates: [],
    nextLineId: 1,
  }
}

const MAX_QUANTITY = 999
/** As many as the service takes on one receipt. */
export const MAX_CODES = 5

export function saleReducer(sale: Sale, action: SaleAction): Sale {
  switch (action.type) {
    case 'member':
      return {
        ...sale,
        member: action.member,
        spend: { mode: 'NONE' },
        right: action.member?.spending ?? 'FREE',
      }
    case 'entry':
      return { ...sale, entry: action.entry }
    case 'add':
      return addLine(sale, action)
    case 'quantity': {
      const quantity = Math.min(action.quantity, MAX_QUANTITY)
      if (quantity <= 0) return { ...sale, lines: sale.lines.filter((line) => line.id !== action.id) }
      return { ...sale, lines: sale.lines.map((line) => (line.id === action.id ? { ...line, quantity } : line)) }
    }
    case 'remove':
      return { ...sale, lines: sale.lines.filter((line) => line.id !== action.id) }
    case 'total':
      return { ...sale, total: action.total }
    case 'spend':
      return { ...sale, spend: sale.right === 'FREE' ? action.spend : { mode: 'NONE' } }
    case 'right':
      return { ...sale, right: action.right, spend: action.right === 'FREE' ? sale.spend : { mode: 'NONE' } }
    case 'code': {
      const code = action.code.trim().toUpperCase()
      if (!code || sale.codes.includes(code) || sale.codes.length >= MAX_CODES) return sale
      return { ...sale, codes: [...sale.codes, code], coded: true }
    }
    case 'uncode':
      return { ...sale, codes: sale.codes.filter((code) => code !== action.code) }
    case 'certificate': {
      const code = action.code.trim().toUpperCase()
      if (!code || sale.certificates.includes(code) || sale.certificates.length >= MAX_CODES) return sale
      return { ...sale, certificates: [...sale.certificates, code] }
    }
    case 'uncertificate':
      return { ...sale, certificates: sale.certificates.filter((code) => code !== action.code) }
    case 'reset':
      return newSale(sale.entry)
  }
}

/** The same article again is one more of it, not one more line. */
function addLine(sale: Sale, { name, price, sku, category }: NewLine): Sale {
  const same = sale.lines.find(
    (line) => line.name === name && line.price === price && line.sku === sku && line.category === category,
  )
  if (same && same.quantity < MAX_QUANTITY) {
    return saleReducer(sale, { type: 'quantity', id: same.id, quantity: same.quantity + 1 })
  }
  const line: SaleLine = {
    id: sale.nextLineId,
    name,
    price,
    quantity: 1,
    ...(sku ? { sku } : {}),
    ...(category ? { category } : {}),
  }
  return { ...sale, lines: [...sale.lines, line], nextLineId: sale.nextLineId + 1 }
}

/** Sum of what was entered, before discounts. */
export function grossOf(sale: Sale): number {
  if (sale.entry === 'total') return sale.total ?? 0
  return sale.lines.reduce((sum, line) => sum + line.price * line.quantity, 0)
}

/** The request for a quote; undefined while there is nothing to judge. */
export function toRequest(sale: Sale): Schemas['ReceiptRequest'] | undefined {
  if (grossOf(sale) <= 0) return undefined
  const lines: Schemas['ReceiptLine'][] =
    sale.entry === 'total'
      ? [{ lineNo: 1, quantity: '1', amount: sale.total ?? 0 }]
      : sale.lines.map((line, index) => ({
          lineNo: index + 1,
          ...(line.sku ? { sku: line.sku } : {}),
          name: line.name,
          ...(line.category ? { categories: [line.category] } : {}),
          quantity: String(line.quantity),
          amount: line.price * line.quantity,
        }))
  return {
    memberId: sale.member?.memberId ?? null,
    lines,
    spend: sale.member ? sale.spend : { mode: 'NONE' },
    ...(sale.coded ? { codes: [...sale.codes] } : {}),
    ...(sale.certificates.length > 0 ? { certificates: sale.certificates.map((code) => ({ code })) } : {}),
  }
}

/**
 * The request to commit: exactly what the cashier saw in the quote, with its own time in case it is sent later. Codes that the quote
 * did not honour, and all of them without one, brought nothing and are left out; so are certificates.
 */
export function toCommit(
  sale: Sale,
  quote: Schemas['Quote'] | undefined,
  at: Date,
): Schemas['ReceiptRequest'] | undefined {
  const request = toRequest(sale)
  if (!request) return undefined
  const spent = quote?.spent ?? 0
  const { codes: _, certificates: shown, ...bare } = request
  const certificates = (shown ?? []).flatMap(({ code }, i) => {
    const paid = quote?.certificates?.[i]?.paid ?? 0
    return paid > 0 ? [{ code, amount: paid }] : []
  })
  const codes = (quote?.codes ?? []).filter((one) => one.honoured).map((one) => one.code)
  return {
    ...bare,
    ...(codes.length > 0 ? { codes } : {}),
    ...(certificates.length > 0 ? { certificates } : {}),
    spend: spent > 0 ? { mode: 'AMOUNT', amount: spent } : { mode: 'NONE' },
    at: at.toISOString(),
  }
}
