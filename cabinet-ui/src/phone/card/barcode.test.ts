// @vitest-environment node
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, it } from 'vitest'
import { prepareZXingModule as prepareReader, readBarcodes } from 'zxing-wasm/reader'
import { prepareZXingModule as prepareWriter, writeBarcode } from 'zxing-wasm/writer'
import { FORMATS, stretchable, writable } from './barcodeFormats'

const require = createRequire(import.meta.url)
const wasm = (name: string) => readFileSync(require.resolve(name)).buffer as ArrayBuffer

beforeAll(() => {
  prepareReader({ overrides: { wasmBinary: wasm('zxing-wasm/reader/zxing_reader.wasm') } })
  prepareWriter({ overrides: { wasmBinary: wasm('zxing-wasm/writer/zxing_writer.wasm') } })
})

describe('the codes on the card', () => {
  it.each(Object.values(FORMATS))('%s is read back by a scanner', async (format) => {
    const message = format === 'EAN13' ? '4006381333931' : '73920184650912837465'
    const written = await writeBarcode(writable(message, format), { format, scale: 3, addQuietZones: true })
    expect(written.error).toBe('')
    const [read] = await readBarcodes(written.image as Blob, { formats: [format] })
    expect(read?.text.replace(/^A|A$/g, '')).toBe(message)
  })
  it('may be stretched to the width of the card', () => {
    expect(stretchable('<svg width="10">')).toBe('<svg preserveAspectRatio="none" width="10">')
  })
})
