const BROWSERS = [
  ['Edg/', 'Edge'],
  ['YaBrowser/', 'Yandex Browser'],
  ['OPR/', 'Opera'],
  ['Firefox/', 'Firefox'],
  ['Chrome/', 'Chrome'],
  ['Safari/', 'Safari'],
] as const

const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', 'Android'],
  ['Windows', 'Windows'],
  ['Mac OS X', 'Mac'],
  ['Linux', 'Linux'],
] as const

/** A browser by what it calls itself, such as "Chrome, Windows"; empty: nobody we know. */
export function browserName(agent: string): string {
  const named = (of: ReadonlyArray<readonly [string, string]>) => of.find(([mark]) => agent.includes(mark))?.[1]
  return [named(BROWSERS), named(SYSTEMS)].filter(Boolean).join(', ')
}
