// The licences of what is shipped, read from what Maven and npm left on this disk. Files are asked for, so that tests need none.

/** What Maven's authors call a licence → its SPDX name. A name that is not here is a licence nobody has looked at. */
const KNOWN = {
  'Apache 2.0': 'Apache-2.0',
  'Apache License, Version 2.0': 'Apache-2.0',
  'Apache License v2': 'Apache-2.0',
  'Apache-2.0': 'Apache-2.0',
  'The Apache License, Version 2.0': 'Apache-2.0',
  'The Apache Software License, Version 2.0': 'Apache-2.0',
  'BSD New license': 'BSD-3-Clause',
  'BSD-2-Clause': 'BSD-2-Clause',
  'BSD-3-Clause': 'BSD-3-Clause',
  'The BSD 2-Clause License': 'BSD-2-Clause',
  'Bouncy Castle Licence': 'MIT',
  'Eclipse Distribution License - v 1.0': 'BSD-3-Clause',
  'Eclipse Distribution License v. 1.0': 'BSD-3-Clause',
  'Eclipse Public License - v 2.0': 'EPL-2.0',
  'Eclipse Public License v. 2.0': 'EPL-2.0',
  'EDL 1.0': 'BSD-3-Clause',
  'EPL 2.0': 'EPL-2.0',
  'EPL-2.0': 'EPL-2.0',
  'GPL2 w/ CPE': 'GPL-2.0-only WITH Classpath-exception-2.0',
  'LGPL-2.1-only': 'LGPL-2.1-only',
  MIT: 'MIT',
  'MIT License': 'MIT',
  'Public Domain, per Creative Commons CC0': 'CC0-1.0',
  'The MIT License': 'MIT',
  'The MIT License (MIT)': 'MIT',
  '0BSD': '0BSD',
  ISC: 'ISC',
  'OFL-1.1': 'OFL-1.1',
  Unlicense: 'Unlicense',
  'CC0-1.0': 'CC0-1.0',
}

/** What lies in this repository itself, its licence beside it. */
const COMMITTED = [{ ecosystem: 'font', name: 'Manrope (wallet-service: wallet/print)', version: '4.504', licences: ['OFL-1.1'] }]

/** Those that ask nothing of who only runs or serves what is shipped. */
const FREE = ['Apache-2.0', 'MIT', 'BSD-3-Clause', 'BSD-2-Clause', 'EPL-2.0', '0BSD', 'ISC', 'CC0-1.0', 'Unlicense', 'OFL-1.1']

const inside = (xml, tag) => new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(xml)?.[1]?.trim()
const plain = (xml) => xml.replaceAll(/<!--.*?-->/gs, '')

/** "https://…/repository/org/x/x-parent/1/x-parent-1.pom" of a pom's parent, relative to the repository; null without one. */
function parentPath(xml) {
  const parent = inside(xml, 'parent')
  if (!parent) return null
  const [group, artifact, version] = ['groupId', 'artifactId', 'version'].map((tag) => inside(parent, tag))
  return `${group.replaceAll('.', '/')}/${artifact}/${version}/${artifact}-${version}.pom`
}

/** The words of a pom, or of the nearest of its parents that has any. `read` gives a pom's text by its path in the repository, or null. */
export function licencesOf(path, read) {
  for (let at = path, depth = 0; at && depth < 8; depth++) {
    const xml = read(at)
    if (xml === null) return []
    const said = inside(plain(xml), 'licenses')
    if (said) return [...said.matchAll(/<name>(.*?)<\/name>/gs)].map((name) => name[1].trim())
    at = parentPath(plain(xml))
  }
  return []
}

/** npm's "(MIT OR CC0-1.0)" → its parts; all of an AND must be free, one of an OR, which lists them the same. */
export const expression = (words) => (words ?? '').replaceAll(/[()]/g, '').split(/ (?:OR|AND) /).filter(Boolean)

/**
 * What is shipped, by licence, as the text of NOTICE, and what cannot be shipped so.
 *
 * @param shipped `{ ecosystem, name, version, licences: string[] }`; several licences: the receiver chooses
 */
export function notice(shipped) {
  const complaints = []
  const lines = [...COMMITTED, ...shipped].map(({ ecosystem, name, version, licences }) => {
    const known = [...new Set(licences.map((words) => KNOWN[words] ?? `?${words}`))]
    const free = known.filter((one) => FREE.includes(one))
    if (free.length === 0) complaints.push(`${ecosystem} ${name} ${version}: no licence that was looked at (${licences.join(', ') || 'none told'})`)
    return `${free.join(' or ')}  ${name} ${version}`
  })
  const text = `Kartela is shipped with these libraries, each under the licence before its name (SPDX).
Written by ./check dependencies --update; a test of the build refuses a library without a licence that was looked at.

${[...new Set(lines)].sort().join('\n')}
`
  return { text, complaints }
}
