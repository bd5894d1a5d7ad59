import { describe, expect, it } from 'vitest'
import { ApiError, NetworkError } from '@/base/api/problem'
import { digitsOf, isDead, secondsUntil, sentCode } from './code'

const refusal = (code: string, status: number) => new ApiError({ code, detail: 'no' }, new Response(null, { status }))

describe('a code from a message', () => {
  it('is taken with spaces and dashes, and a scan is not taken for it', () => {
    expect(digitsOf(' 123-456 ')).toBe('123456')
    expect(digitsOf('73920184650912837465')).toHaveLength(7)
  })
  it('can be sent again when the service said so, by this device’s own clock', () => {
    const sent = sentCode({ phone: '+7', expiresAt: '2026-11-21T10:05:00Z', resendAfterSeconds: 60 }, 1_000_000)
    expect(secondsUntil(sent.resendAt, 1_000_000)).toBe(60)
    expect(secondsUntil(sent.resendAt, 1_059_001)).toBe(1)
    expect(secondsUntil(sent.resendAt, 1_200_000)).toBe(0)
  })
  it('is dead when it ran out, not when it was mistyped or the network is cut', () => {
    expect(isDead(refusal('CODE_EXPIRED', 410))).toBe(true)
    expect(isDead(refusal('SPEND_CODE_NOT_FOUND', 404))).toBe(true)
    expect(isDead(refusal('CODE_WRONG', 422))).toBe(false)
    expect(isDead(new NetworkError('cut'))).toBe(false)
  })
})
