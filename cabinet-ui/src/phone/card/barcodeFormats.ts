/** The contract's names of the codes that the writer draws, in the writer's own spelling. */
export const FORMATS = {
  AZTEC: 'Aztec',
  PDF417: 'PDF417',
  CODE128: 'Code128',
  EAN13: 'EAN13',
  CODE39: 'Code39',
  CODABAR: 'Codabar',
  ITF: 'ITF',
} as const

/** A Codabar begins and ends with a letter, which readers hand on or leave out; the phone adds it. */
export function writable(message: string, format: string): string {
  return format === 'Codabar' ? `A${message}A` : message
}

/** Bars may be stretched: a reader looks at their relative widths only. */
export function stretchable(svg: string): string {
  return svg.replace('<svg ', '<svg preserveAspectRatio="none" ')
}
