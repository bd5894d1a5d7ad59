/**
 * Writes a phone number the way people read it while it is being typed, pasted or filled in by the browser. Numbers without a
 * country code are Russian, as the service reads them.
 */
export function formatTyped(text: string): string {
  const plus = /^\s*\+/.test(text)
  const digits = text.replace(/\D/g, '')
  if (digits === '') return plus ? '+' : ''
  if (plus && digits[0] !== '7') return `+${groups(digits.slice(0, 15), [3, 3, 3, 3, 3])}`
  const national = nationalPart(digits, plus)
  if (national === undefined) return digits.slice(0, 15)
  return national === '' ? '+7' : `+7 ${groups(national.slice(0, 10), [3, 3, 2, 2])}`
}

/** What follows +7; undefined when the number does not look Russian. */
function nationalPart(digits: string, plus: boolean): string | undefined {
  // "+7" was there already and the whole number with its own 8 or 7 was typed after it.
  if (digits.length > 11 && digits[0] === '7' && /[78]/.test(digits[1] ?? '')) return digits.slice(2)
  if (plus || digits[0] === '7' || digits[0] === '8') return digits.slice(1)
  return digits[0] === '9' ? digits : undefined
}

function groups(digits: string, sizes: readonly number[]): string {
  const russian = sizes.length === 4
  let rest = digits
  let result = ''
  sizes.forEach((size, index) => {
    if (rest === '') return
    const separator = index === 0 ? '' : russian && index >= 2 ? '-' : ' '
    result += separator + rest.slice(0, size)
    rest = rest.slice(size)
  })
  return result
}

/** Long enough to be sent; whether it is a real number is the service's judgement. */
export function isComplete(text: string): boolean {
  const digits = text.replace(/\D/g, '')
  return text.startsWith('+7') ? digits.length === 11 : digits.length >= (text.startsWith('+') ? 9 : 10)
}

/** Where the caret belongs after formatting: the same number of digits stays to its right. */
export function caretFor(formatted: string, digitsToTheRight: number): number {
  let left = digitsToTheRight
  let position = formatted.length
  while (position > 0 && left > 0) {
    position--
    if (/\d/.test(formatted[position] ?? '')) left--
  }
  return position
}

export function digitsAfter(text: string, position: number): number {
  return text.slice(position).replace(/\D/g, '').length
}

/** Backspace over a space or dash takes the digit before it, otherwise nothing would seem to happen. */
export function withoutDigitBefore(text: string, position: number): string {
  let at = position
  while (at > 0 && !/\d/.test(text[at - 1] ?? '')) at--
  return at > 0 ? text.slice(0, at - 1) + text.slice(at) : text
}
