const LOOKED_AT = 1024

/** By its content: text, or the container of .xlsx. A PDF, a picture or an old .xls by whatever name is none. */
export const isTable = async (file: Blob) => beginsTable(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()))

export function beginsTable(head: Uint8Array): boolean {
  const begins = (...bytes: number[]) => bytes.every((byte, i) => head[i] === byte)
  if (begins(0x50, 0x4b)) return true
  if (begins(0x25, 0x50, 0x44, 0x46)) return false
  // Only text of two bytes a sign may hold a zero.
  return begins(0xff, 0xfe) || begins(0xfe, 0xff) || !head.includes(0)
}
