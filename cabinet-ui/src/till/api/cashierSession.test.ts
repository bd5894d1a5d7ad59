import { beforeEach, describe, expect, it } from 'vitest'
import { ApiError, NetworkError } from '@/base/api/problem'
import { cashierSession, wantsPin, withCashier } from './cashierSession'

const anna = { session: 'token-a', cashierId: '1', name: 'Anna' }
const refusal = (code: string) => new ApiError({ code, detail: 'no' }, new Response(null, { status: 401 }))

beforeEach(() => cashierSession.clear())

describe('who works at the till', () => {
  it('is remembered for this tab, and the last one is known after leaving', () => {
    cashierSession.set(anna)
    expect(JSON.parse(sessionStorage.getItem('kartela.till.cashier') ?? '')).toEqual(anna)
    cashierSession.clear()
    expect(cashierSession.get()).toBeNull()
    expect(cashierSession.last()).toBe('1')
  })
  it('goes with every request, and leaves when the service ended the session', async () => {
    cashierSession.set(anna)
    expect(await withCashier(async (token) => token)).toBe('token-a')
    await expect(withCashier(() => Promise.reject(refusal('CASHIER_SESSION_OVER')))).rejects.toThrow()
    expect(cashierSession.get()).toBeNull()
  })
  it('stays when something else goes wrong', async () => {
    cashierSession.set(anna)
    await expect(withCashier(() => Promise.reject(new NetworkError('cut')))).rejects.toThrow()
    await expect(withCashier(() => Promise.reject(refusal('REGISTER_KEY_INVALID')))).rejects.toThrow()
    expect(cashierSession.get()).toEqual(anna)
  })
  it('is not thrown out by a late answer to the one before', async () => {
    cashierSession.set(anna)
    const late = withCashier(() => {
      cashierSession.set({ session: 'token-b', cashierId: '2', name: 'Boris' })
      return Promise.reject(refusal('CASHIER_SESSION_OVER'))
    })
    await expect(late).rejects.toThrow()
    expect(cashierSession.get()?.name).toBe('Boris')
  })
  it('knows which refusals the PIN mends', () => {
    expect(wantsPin(refusal('CASHIER_REQUIRED'))).toBe(true)
    expect(wantsPin(refusal('REGISTER_KEY_INVALID'))).toBe(false)
  })
})
