const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
const EXTENSION = '\f^{}\\[~]|€'

/** How many parts a text message is paid for (3GPP TS 23.038): 160 or 70 signs in one, 153 or 67 in each of several. */
export function smsParts(text: string): number {
  const latin = [...text].every((sign) => BASIC.includes(sign) || EXTENSION.includes(sign))
  const widths = [...text].map((sign) => (latin ? (EXTENSION.includes(sign) ? 2 : 1) : sign.length))
  const all = widths.reduce((sum, width) => sum + width, 0)
  if (all <= (latin ? 160 : 70)) return 1
  const most = latin ? 153 : 67
  let parts = 1
  let filled = 0
  for (const width of widths) {
    if (filled + width > most) {
      parts += 1
      filled = 0
    }
    filled += width
  }
  return parts
}

/** What stands in braces, as it may be said to somebody. */
export function withoutBraces(text: string): string {
  return fill(text, () => undefined)
}

/** With what is known of the words in braces; else what stands behind the bar, else the word. */
export function fill(text: string, fact: (word: string) => string | undefined): string {
  return text.replace(
    /\{([^{}|]*)(?:\|([^{}]*))?}/g,
    (_, word: string, otherwise?: string) => fact(word.trim().toLowerCase()) ?? (otherwise || word),
  )
}
