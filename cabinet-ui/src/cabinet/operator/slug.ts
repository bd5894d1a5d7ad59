const FIRST = 0x430
const LATIN = 'a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh sch  y  e yu ya'.split(' ')
const YO = String.fromCharCode(0x451)

/** A Russian letter in Latin ones; any other as it is. */
function latin(letter: string): string {
  return letter === YO ? 'e' : (LATIN[(letter.codePointAt(0) ?? 0) - FIRST] ?? letter)
}

/** An address for a shop of this name, such as zerno-coffee for "Zerno Coffee"; Russian names are written in Latin letters. */
export function slugOf(name: string): string {
  return [...name.toLowerCase()]
    .map(latin)
    .join('')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}
