export type Part = { text: string; href?: string }

/** Addresses in a back field become links, as on a real phone; only web addresses do. */
export function linkify(value: string): Part[] {
  const parts: Part[] = []
  let at = 0
  for (const match of value.matchAll(/https?:\/\/[^\s<>"']+/g)) {
    const address = match[0].replace(/[.,;:!?)]+$/, '')
    if (match.index > at) parts.push({ text: value.slice(at, match.index) })
    parts.push({ text: address, href: address })
    at = match.index + address.length
  }
  if (at < value.length) parts.push({ text: value.slice(at) })
  return parts
}
