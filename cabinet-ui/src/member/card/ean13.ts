/** Seven modules of each digit as the right half has them; the left half has them inverted, or inverted and turned. */
const RIGHT = [
  '1110010',
  '1100110',
  '1101100',
  '1000010',
  '1011100',
  '1001110',
  '1010000',
  '1000100',
  '1001000',
  '1110100',
]

/** Which digits of the left half are turned: this tells the first digit, which has no bars of its own. */
const TURNED = ['', '245', '235', '234', '145', '125', '123', '135', '134', '124']

const invert = (bits: string) => bits.replace(/[01]/g, (bit) => (bit === '0' ? '1' : '0'))
const turn = (bits: string) => [...bits].reverse().join('')
const right = (digit: string) => RIGHT[Number(digit)] ?? ''

/** Bars (1) and gaps (0) of an EAN-13 between its guards, 95 modules; undefined when this is none. */
export function ean13Modules(code: string): string | undefined {
  if (!/^\d{13}$/.test(code) || !checks(code)) return undefined
  const turned = TURNED[Number(code[0])] ?? ''
  const left = [...code.slice(1, 7)].map((digit, i) =>
    turned.includes(String(i)) ? turn(right(digit)) : invert(right(digit)),
  )
  return `101${left.join('')}01010${[...code.slice(7)].map(right).join('')}101`
}

function checks(code: string): boolean {
  const sum = [...code].reduce((all, digit, i) => all + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}
