import type { Schemas } from '@/base/api/client'

export type Row = NonNullable<Schemas['NewCardBatch']['cards']>[number]

/** So many in one go. */
export const MOST = 5000

/**
 * What was pasted from a spreadsheet, or stands in its file: a row a line, the number first, then, if the chip's number or
 * a member's phone stand beside it, those. Lines keep their places, empty ones too: refusals are told by line.
 */
export function rowsOf(text: string): Row[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .replace(/\s+$/, '')
    .split(/\r\n|\n|\r/)
  const separator = [';', '\t', ','].find((mark) => lines.some((line) => line.includes(mark)))
  return lines.map((line) => {
    const [number = '', ...others] = separator ? line.split(separator).map(unquoted) : [line.trim()]
    const phone = others.find((cell) => /^(\+|8|7)[\d\s()-]{10,}$/.test(cell))
    const uid = others.find((cell) => cell && cell !== phone)
    return { number, ...(uid ? { uid } : {}), ...(phone ? { phone } : {}) }
  })
}

const unquoted = (cell: string) =>
  cell
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replaceAll('""', '"')

/** A file as old spreadsheets write it is no UTF-8. */
export async function textOf(file: Pick<File, 'arrayBuffer'>): Promise<string> {
  const bytes = await file.arrayBuffer()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1251').decode(bytes)
  }
}
