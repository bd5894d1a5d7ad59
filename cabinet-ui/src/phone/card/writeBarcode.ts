import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer'
import wasmUrl from 'zxing-wasm/writer/zxing_writer.wasm?url'
import { FORMATS, stretchable, writable } from './barcodeFormats'

// The library would fetch its WebAssembly from a CDN; ours is one of the page's own files.
prepareZXingModule({
  overrides: { locateFile: (path: string, prefix: string) => (path.endsWith('.wasm') ? wasmUrl : prefix + path) },
})

export async function writeBarcodeSvg(message: string, format: keyof typeof FORMATS): Promise<string> {
  const written = await writeBarcode(writable(message, FORMATS[format]), {
    format: FORMATS[format],
    scale: 2,
    addQuietZones: true,
  })
  if (written.error) throw new Error(`${format}: ${written.error}`)
  return format === 'AZTEC' ? written.svg : stretchable(written.svg)
}
