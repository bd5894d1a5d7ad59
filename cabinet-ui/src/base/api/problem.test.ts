import { describe, expect, it } from 'vitest'
import { ApiError, isRetryable, NetworkError, unwrap } from './problem'

function refused(status: number, problem: object, headers: Record<string, string> = {}) {
  return Promise.resolve({ error: problem, response: new Response(null, { status, headers }) })
}

describe('unwrap', () => {
  it('hands the data out', async () => {
    await expect(unwrap(Promise.resolve({ data: 1, response: new Response() }))).resolves.toBe(1)
  })
  it('turns problem+json into a typed error', async () => {
    const error = await unwrap(
      refused(422, {
        code: 'VALIDATION',
        detail: 'Телефон не похож на телефон',
        requestId: 'r-1',
        errors: [{ field: 'phone', code: 'PHONE_INVALID', detail: 'x' }],
      }),
    ).catch((e: unknown) => e)
    expect(error).toBeInstanceOf(ApiError)
    expect(error).toMatchObject({ code: 'VALIDATION', requestId: 'r-1', message: 'Телефон не похож на телефон' })
    expect((error as ApiError).fieldError('phone')).toBe('x')
  })
  it('keeps a stable code when a proxy answers without a problem', async () => {
    await expect(unwrap(refused(502, {}))).rejects.toMatchObject({ code: 'HTTP_502' })
  })
  it('knows a missing answer from a refusal', async () => {
    await expect(unwrap(Promise.reject(new TypeError('Failed to fetch')))).rejects.toBeInstanceOf(NetworkError)
  })
})

describe('isRetryable', () => {
  it.each([
    [500, true],
    [503, true],
    [429, true],
    [400, false],
    [409, false],
    [401, false],
  ])('%d → %s', async (status, expected) => {
    const error = await unwrap(refused(status, {})).catch((e: unknown) => e)
    expect(isRetryable(error)).toBe(expected)
  })
  it('is true when no answer came', () => {
    expect(isRetryable(new NetworkError('x'))).toBe(true)
    expect(isRetryable(new Error('bug'))).toBe(false)
  })
})
