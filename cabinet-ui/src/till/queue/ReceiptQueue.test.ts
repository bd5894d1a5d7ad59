import { beforeEach, describe, expect, it } from 'vitest'
import type { Schemas } from '@/base/api/client'
import { ApiError, NetworkError } from '@/base/api/problem'
import { type PendingReceipt, ReceiptQueue } from './ReceiptQueue'

const KEY = 'test.queue'
const body: Schemas['ReceiptRequest'] = { memberId: '1', lines: [{ lineNo: 1, amount: 30000 }] }
const pending = (key: string) => ({ key, body, memberName: 'A', toPay: 30000, savedAt: '2026-11-21T10:00:00Z' })
const receipt = { id: 'r1' } as Schemas['Receipt']
const refusal = (status: number) =>
  new ApiError({ code: 'X', detail: 'no' }, new Response(null, { status: status === 0 ? 500 : status }))

/** A service that acts as told, one answer after another, and remembers what it was sent. */
function service(...answers: Array<Schemas['Receipt'] | Error>) {
  const sent: string[] = []
  const send = async (key: string) => {
    sent.push(key)
    const answer = answers.shift() ?? receipt
    if (answer instanceof Error) throw answer
    return answer
  }
  return { sent, send }
}

const stored = (): PendingReceipt[] => JSON.parse(localStorage.getItem(KEY) ?? '[]')

beforeEach(() => localStorage.clear())

describe('ReceiptQueue', () => {
  it('has the receipt in storage before it is sent, and forgets it when acknowledged', async () => {
    let duringSend: PendingReceipt[] = []
    const queue = new ReceiptQueue(localStorage, KEY, async () => {
      duringSend = stored()
      return receipt
    })
    await expect(queue.submit(pending('k1'))).resolves.toEqual({ kind: 'committed', receipt })
    expect(duringSend.map((entry) => entry.key)).toEqual(['k1'])
    expect(stored()).toEqual([])
  })

  it('keeps a receipt without an answer and sends it again under the same key', async () => {
    const { send, sent } = service(new NetworkError('cut'))
    const queue = new ReceiptQueue(localStorage, KEY, send)
    await expect(queue.submit(pending('k1'))).resolves.toMatchObject({ kind: 'queued' })
    expect(queue.snapshot()).toHaveLength(1)
    await queue.flush()
    expect(sent).toEqual(['k1', 'k1'])
    expect(queue.snapshot()).toEqual([])
  })

  it('survives a closed tab', async () => {
    await new ReceiptQueue(localStorage, KEY, service(refusal(503)).send).submit(pending('k1'))
    const { send, sent } = service()
    await new ReceiptQueue(localStorage, KEY, send).flush()
    expect(sent).toEqual(['k1'])
    expect(stored()).toEqual([])
  })

  it('throws a refusal of the receipt in hand and does not keep it', async () => {
    const queue = new ReceiptQueue(localStorage, KEY, service(refusal(422)).send)
    await expect(queue.submit(pending('k1'))).rejects.toMatchObject({ code: 'X' })
    expect(stored()).toEqual([])
  })

  it('keeps a later refusal with its reason until the cashier decides', async () => {
    const queue = new ReceiptQueue(localStorage, KEY, service(new NetworkError('cut'), refusal(422)).send)
    await queue.submit(pending('k1'))
    await queue.flush()
    expect(queue.snapshot()).toMatchObject([{ key: 'k1', state: 'refused', reason: 'no' }])
    await queue.retry('k1')
    expect(queue.snapshot()).toEqual([])
  })

  it('stops at the first that gets no answer, in order', async () => {
    const cut = new NetworkError('cut')
    const { send, sent } = service(cut, cut, cut)
    const queue = new ReceiptQueue(localStorage, KEY, send)
    await queue.submit(pending('k1'))
    await queue.submit(pending('k2'))
    sent.length = 0
    await queue.flush()
    expect(sent).toEqual(['k1'])
    await queue.flush()
    expect(sent).toEqual(['k1', 'k1', 'k2'])
  })

  it('does not blame receipts for a revoked key', async () => {
    const queue = new ReceiptQueue(localStorage, KEY, service(new NetworkError('cut'), refusal(401)).send)
    await queue.submit(pending('k1'))
    await queue.flush()
    expect(queue.snapshot()).toMatchObject([{ key: 'k1', state: 'waiting' }])
  })

  it('goes under the cashier who made it, and waits for a decision when that session is over', async () => {
    const cashiers: Array<string | null | undefined> = []
    const answers = [
      new NetworkError('cut'),
      new ApiError({ code: 'CASHIER_SESSION_OVER', detail: 'no' }, new Response(null, { status: 401 })),
    ]
    const queue = new ReceiptQueue(localStorage, KEY, async (_key, _body, cashier) => {
      cashiers.push(cashier)
      const answer = answers.shift()
      if (answer) throw answer
      return receipt
    })
    await queue.submit({ ...pending('k1'), cashier: 'anna' })
    await queue.flush()
    expect(queue.snapshot()).toMatchObject([{ key: 'k1', state: 'refused' }])
    await queue.retry('k1', 'boris')
    expect(cashiers).toEqual(['anna', 'anna', 'boris'])
    expect(queue.snapshot()).toEqual([])
  })

  it('shares one run between flushes at the same time', async () => {
    const { send, sent } = service(new NetworkError('cut'))
    const queue = new ReceiptQueue(localStorage, KEY, send)
    await queue.submit(pending('k1'))
    sent.length = 0
    await Promise.all([queue.flush(), queue.flush()])
    expect(sent).toEqual(['k1'])
  })

  it('does not send a receipt twice while its first attempt is under way', async () => {
    const sent: string[] = []
    let answer = (_: Schemas['Receipt']) => {}
    const queue = new ReceiptQueue(localStorage, KEY, (key) => {
      sent.push(key)
      return new Promise((resolve) => {
        answer = resolve
      })
    })
    const submitted = queue.submit(pending('k1'))
    await queue.flush()
    answer(receipt)
    await submitted
    expect(sent).toEqual(['k1'])
  })

  it('works from memory when the storage is forbidden', async () => {
    const forbidden = {
      getItem: () => {
        throw new Error('no')
      },
      setItem: () => {
        throw new Error('no')
      },
    }
    const { send, sent } = service(new NetworkError('cut'))
    const queue = new ReceiptQueue(forbidden, KEY, send)
    await queue.submit(pending('k1'))
    expect(queue.snapshot()).toHaveLength(1)
    await queue.flush()
    expect(sent).toEqual(['k1', 'k1'])
    expect(queue.snapshot()).toEqual([])
  })
})
