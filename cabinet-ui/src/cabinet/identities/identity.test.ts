import { expect, it } from 'vitest'
import { endingSoon, endsFirst, fileText, type Identity, inOrder, pemText } from './identity'

function identity(id: string, more: Partial<Identity>): Identity {
  const base = { id, kind: 'APPLE_PASS', state: 'STORED', name: id, detail: {}, createdBy: 'x' } as const
  return { ...base, createdAt: '2026-01-01T00:00:00Z', ...more }
}

it('puts what is in use first, and the newest of the rest before older ones', () => {
  const all = [
    identity('old', { state: 'RETIRED' }),
    identity('waiting', { createdAt: '2026-02-01T00:00:00Z' }),
    identity('newest', { createdAt: '2026-03-01T00:00:00Z' }),
    identity('used', { state: 'ACTIVE' }),
  ]
  expect(inOrder(all).map((one) => one.id)).toEqual(['used', 'newest', 'waiting', 'old'])
})

it('warns of what is in use and ends, the worst first', () => {
  const all = [
    identity('fine', { state: 'ACTIVE', daysLeft: 200, warning: null }),
    identity('soon', { state: 'ACTIVE', daysLeft: 25, warning: 'WARNING' }),
    identity('over', { state: 'ACTIVE', daysLeft: -1, warning: 'EXPIRED' }),
    identity('put away', { state: 'RETIRED', daysLeft: 3, warning: 'CRITICAL' }),
  ]
  expect(endingSoon(all).map((one) => one.id)).toEqual(['over', 'soon'])
})

it('knows that WWDR may end before the certificate', () => {
  expect(endsFirst({ certificateUntil: '2027-02-01T00:00:00Z', intermediateUntil: '2027-01-01T00:00:00Z' })).toBe(
    'intermediate',
  )
  expect(endsFirst({ certificateUntil: '2027-02-01T00:00:00Z' })).toBeUndefined()
})

it('hands PEM over as text and everything else as base64', async () => {
  const pem = '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n'
  const blob = (bytes: Uint8Array<ArrayBuffer>) => ({ arrayBuffer: async () => bytes.buffer }) as Blob
  expect(await fileText(blob(new TextEncoder().encode(pem)))).toBe(pem)
  expect(await fileText(blob(new Uint8Array([0x30, 0x82, 0xff])))).toBe('MIL/')
  expect(await pemText(blob(new TextEncoder().encode(pem)))).toBe(pem)
  const cer = await pemText(blob(new Uint8Array([0x30, 0x82, 0xff])))
  expect(cer).toBe('-----BEGIN CERTIFICATE-----\nMIL/\n-----END CERTIFICATE-----\n')
})
