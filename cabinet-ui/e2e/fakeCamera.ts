import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { prepareZXingModule, type WriterOptions, writeBarcode } from 'zxing-wasm/writer'

const wasm = createRequire(import.meta.url).resolve('zxing-wasm/writer/zxing_writer.wasm')
prepareZXingModule({ overrides: { wasmBinary: readFileSync(wasm).buffer as ArrayBuffer } })

const WIDTH = 1280
const HEIGHT = 720
const PAPER = 235
const INK = 20

/** Writes a video (YUV4MPEG2, which Chromium takes for a camera) that shows one barcode. */
export async function writeCameraVideo(file: string, text: string, format: WriterOptions['format']) {
  const { symbol, error } = await writeBarcode(text, { format })
  if (error) throw new Error(error)
  const scaleX = Math.floor((WIDTH * 0.8) / symbol.width)
  // Code 128 is drawn one row high.
  const scaleY = symbol.height === 1 ? 260 : Math.min(scaleX, Math.floor((HEIGHT * 0.8) / symbol.height))
  const stepX = symbol.height === 1 ? scaleX : scaleY
  const left = Math.floor((WIDTH - symbol.width * stepX) / 2)
  const top = Math.floor((HEIGHT - symbol.height * scaleY) / 2)

  const luma = Buffer.alloc(WIDTH * HEIGHT, PAPER)
  for (let y = 0; y < symbol.height * scaleY; y++) {
    for (let x = 0; x < symbol.width * stepX; x++) {
      const cell = symbol.data[Math.floor(y / scaleY) * symbol.width + Math.floor(x / stepX)]
      luma[(top + y) * WIDTH + left + x] = cell === 0 ? INK : PAPER
    }
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  const frame = [Buffer.from('FRAME\n'), luma, chroma]
  const header = Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(file, Buffer.concat([header, ...frame, ...frame, ...frame]))
}
