import { prepareZXingModule, type ReaderOptions, readBarcodes } from 'zxing-wasm/reader'
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'

// The library would fetch its WebAssembly from a CDN; ours is one of the page's own files.
prepareZXingModule({
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) },
})

const options: ReaderOptions = {
  formats: ['QRCode', 'Aztec', 'PDF417', 'Code128', 'EAN13'],
  tryHarder: true,
  tryRotate: true,
  maxNumberOfSymbols: 1,
}

export type Decoded = { text: string; symbology: string }

export async function decode(frame: ImageData): Promise<Decoded | undefined> {
  const [found] = await readBarcodes(frame, options)
  return found?.isValid && found.text ? { text: found.text, symbology: found.format } : undefined
}
