type Rgb = readonly [number, number, number]

/** Kartela's own green, when a shop gave no readable colour. */
const FALLBACK: Rgb = [10, 122, 77]
const WHITE: Rgb = [255, 255, 255]
const INK: Rgb = [28, 28, 30]

export function parseColor(hex: string | undefined): Rgb {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex ?? '')
  return match ? [parse(match[1]), parse(match[2]), parse(match[3])] : FALLBACK
}

function parse(pair: string | undefined): number {
  return Number.parseInt(pair ?? '0', 16)
}

function luminance(color: Rgb): number {
  const [r, g, b] = color.map((channel) => {
    const share = channel / 255
    return share <= 0.03928 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as [number, number, number]
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

/** WCAG contrast of two colours, 1 … 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)]
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05)
}

export function mix(a: Rgb, b: Rgb, share: number): Rgb {
  return a.map((channel, i) => Math.round(channel + ((b[i] ?? 0) - channel) * share)) as unknown as Rgb
}

function css(color: Rgb): string {
  return `rgb(${color.join(' ')})`
}

/** White or near-black, whichever reads better; the same choice as the wallet card makes. */
export function textOn(background: Rgb): Rgb {
  return contrast(WHITE, background) >= contrast(INK, background) ? WHITE : INK
}

/** A card's or button's colours from one colour of the shop. Every pair of text and ground has at least 4.5:1. */
export function palette(hex: string | undefined) {
  const ground = readable(parseColor(hex))
  const text = textOn(ground)
  const light = text === WHITE
  return {
    ground: css(ground),
    text: css(text),
    label: css(labelOn(ground, text)),
    from: css(light ? mix(ground, INK, 0.28) : mix(ground, WHITE, 0.34)),
    to: css(light ? mix(ground, WHITE, 0.07) : mix(ground, INK, 0.06)),
    dark: light,
  }
}

/** Middle tones on which neither white nor black reads well are moved a little away from the middle. */
function readable(color: Rgb): Rgb {
  const away = textOn(color) === WHITE ? INK : WHITE
  let result = color
  for (let share = 0; share <= 0.5 && contrast(textOn(result), result) < 5.4; share += 0.04) {
    result = mix(color, away, share)
  }
  return result
}

function labelOn(ground: Rgb, text: Rgb): Rgb {
  const quiet = mix(ground, text, 0.8)
  return contrast(quiet, ground) >= 4.5 ? quiet : text
}
