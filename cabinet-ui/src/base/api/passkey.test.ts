import { expect, test } from 'vitest'
import { bytes, text } from './passkey'

test('base64url goes there and back, whatever its bytes', () => {
  const all = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (const length of [0, 1, 2, 3, 32, 255, 256]) {
    const some = all.slice(0, length)
    expect(text(some.buffer)).toBe(Buffer.from(some).toString('base64url'))
    expect([...bytes(text(some.buffer))]).toEqual([...some])
  }
})
