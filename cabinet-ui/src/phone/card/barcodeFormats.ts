/** The contract's names of the codes that the writer draws, in the writer's own spelling. */
export const FORMATS = { AZTEC: 'Aztec', PDF417: 'PDF417', CODE128: 'Code128' } as const

/** Bars may be stretched: a reader looks at their relative widths only. */
export function stretchable(svg: string): string {
  return svg.replace('<svg ', '<svg preserveAspectRatio="none" ')
}
