import type { Schemas } from '@/base/api/client'

type Receipt = Schemas['Receipt']

/** Quantities are decimals with up to three places; counted in thousandths so that 0.1 + 0.2 is 0.3. */
export function toThousandths(quantity: string | undefined): number {
  return Math.round(Number(quantity ?? '1') * 1000)
}

export function fromThousandths(thousandths: number): string {
  return String(thousandths / 1000)
}

/** What can still be returned of a line, in thousandths. */
export function leftOf(line: Schemas['LineResult']): number {
  return toThousandths(line.quantity) - toThousandths(line.returnedQuantity ?? '0')
}

export function returnedMoney(receipt: Receipt): number {
  return receipt.returns.reduce((sum, part) => sum + part.money, 0)
}

export function isFullyReturned(receipt: Receipt): boolean {
  return receipt.returns.length > 0 && receipt.lines.every((line) => leftOf(line) <= 0)
}

/** What goes back in money for the chosen lines, as the service counts it: by all that is returned of a line so far. */
export function moneyOf(receipt: Receipt, chosen: ReadonlyMap<number, number>): number {
  return receipt.lines.reduce((sum, line) => {
    const whole = toThousandths(line.quantity)
    const before = toThousandths(line.returnedQuantity ?? '0')
    const part = (returned: number) => Math.trunc((line.net * returned) / whole)
    return sum + part(before + (chosen.get(line.lineNo) ?? 0)) - part(before)
  }, 0)
}

/** The request: empty for the whole rest, else the chosen lines. */
export function toReturnRequest(chosen: ReadonlyMap<number, number> | 'all'): Schemas['ReturnRequest'] {
  if (chosen === 'all') return {}
  const lines = [...chosen].filter(([, quantity]) => quantity > 0)
  return { lines: lines.map(([lineNo, quantity]) => ({ lineNo, quantity: fromThousandths(quantity) })) }
}
