// @vitest-environment node
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader'
import { ean13Modules } from './ean13'

beforeAll(() => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer as ArrayBuffer } })
})

/** Three pixels a module and eleven modules of white on either side, as a screen shows it. */
function picture(modules: string): ImageData {
  const white = '0'.repeat(11)
  const row = [...`${white}${modules}${white}`].flatMap((bit) => Array<number>(3).fill(bit === '1' ? 0 : 255))
  const height = 60
  const data = new Uint8ClampedArray(row.length * height * 4)
  for (let y = 0; y < height; y++) {
    row.forEach((light, x) => {
      data.set([light, light, light, 255], (y * row.length + x) * 4)
    })
  }
  return { data, width: row.length, height, colorSpace: 'srgb' } as ImageData
}

describe('the EAN-13 of the web card', () => {
  it.each([
    '9870123456784',
    '0012345678905',
    '1234567890128',
    '2000000000015',
    '3800065711135',
    '4006381333931',
    '5901234123457',
    '6291041500213',
    '7501031311309',
    '8712345678906',
  ])('%s is read back by a scanner', async (code) => {
    const modules = ean13Modules(code) ?? ''
    expect(modules).toHaveLength(95)
    const [read] = await readBarcodes(picture(modules), { formats: ['EAN13'] })
    expect(read?.text).toBe(code)
  })
  it('refuses what no scanner would take', () => {
    for (const wrong of ['9870123456785', '987012345678', '98701234567840', 'abc']) {
      expect(ean13Modules(wrong)).toBeUndefined()
    }
  })
})
