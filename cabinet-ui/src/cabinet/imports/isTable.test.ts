import { expect, it } from 'vitest'
import { beginsTable } from './isTable'

it('knows a table by its content, not its name', () => {
  const of = (text: string) => beginsTable(Uint8Array.from(text, (sign) => sign.charCodeAt(0)))
  expect(of('phone;name\n+79161234567;Anna')).toBe(true)
  expect(of('PK\u0003\u0004\u0000')).toBe(true)
  expect(of('\u00ff\u00feA\u0000')).toBe(true)
  expect(of('%PDF-1.7')).toBe(false)
  expect(of('\u0089PNG\u0000')).toBe(false)
})
