// What dependencies.mjs decides, without files: names, versions, advisories.

/** "…/repository/io/netty/netty-common/4.1.1.Final/netty-common-4.1.1.Final.jar" → its parts; null for our own folders. */
export function mavenName(jar) {
  const parts = /\/repository\/(.+)\/([^/]+)\/([^/]+)\/([^/]+\.jar)$/.exec(jar)
  if (!parts) return null
  const [, group, artifact, version, file] = parts
  return { ecosystem: 'maven', name: `${group.replaceAll('/', '.')}:${artifact}`, version, file }
}

/** Negative, zero or positive, number by number; words such as Final, jre, v1 do not count, a pre-release is before its release. */
export function compareVersions(left, right) {
  const numbers = (version) => (version.split('-')[0].match(/\d+/g) ?? []).map(Number)
  const [a, b] = [numbers(left), numbers(right)]
  for (let i = 0; i < Math.max(a.length, b.length); i++) {
    if ((a[i] ?? 0) !== (b[i] ?? 0)) return (a[i] ?? 0) - (b[i] ?? 0)
  }
  const early = (version) => (/[-.](alpha|beta|rc|m\d|cr|snapshot|pre)/i.test(version) ? 0 : 1)
  return early(left) - early(right)
}

function rows(text) {
  return text
    .split('\n')
    .map((line) => line.replace(/^#.*/, '').trim())
    .filter(Boolean)
    .map((line) => line.split(/\s+/))
}

/**
 * Lines "ecosystem name safe ids words…": a name may end in "*"; safe is the first version without the fault, several for
 * several lines of releases ("2.21.5,2.22.1"), "none" where no version is safe, or "=1.169.5,=1.169.8" where only those are bad.
 */
export function parseAdvisories(text) {
  return rows(text).map(([ecosystem, name, safe, ids, ...words]) => {
    if (!ids || words.length === 0 || !['maven', 'npm'].includes(ecosystem)) throw new Error(`advisories.txt: ${name ?? ''} is incomplete`)
    return { ecosystem, name, safe: safe.split(','), ids, words: words.join(' ') }
  })
}

/** Lines "name ids until reason…", until a day such as 2027-03-01. */
export function parseAllowed(text) {
  return rows(text).map(([name, ids, until, ...reason]) => {
    if (!/^\d{4}-\d\d-\d\d$/.test(until ?? '') || reason.length < 3) throw new Error(`allowed.txt: ${name} wants an end and a reason`)
    return { name, ids, until, reason: reason.join(' ') }
  })
}

const named = (pattern, name) => (pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name)

/** A version is safe when it has reached the safe one of its own line of releases ("2.21"), or of all lines the highest. */
export function hit(version, safe) {
  if (safe[0] === 'none') return true
  if (safe[0].startsWith('=')) return safe.includes(`=${version}`)
  const line = (text) => text.split('.').slice(0, 2).join('.')
  const highest = safe.reduce((a, b) => (compareVersions(a, b) < 0 ? b : a))
  const wanted = safe.find((one) => line(one) === line(version)) ?? highest
  return compareVersions(version, wanted) < 0
}

export function findings(libraries, advisories) {
  return libraries.flatMap((library) =>
    advisories
      .filter((one) => one.ecosystem === library.ecosystem && named(one.name, library.name) && hit(library.version, one.safe))
      .map((advisory) => ({ library, advisory })),
  )
}

/** What is found and not borne with, and what is borne with for nothing or too long. */
export function allowances(found, allowed, today) {
  const complaints = []
  const used = new Set()
  for (const { library, advisory } of found) {
    const by = allowed.find((one) => named(one.name, library.name) && one.ids === advisory.ids)
    if (by) used.add(by)
    if (by && by.until >= today) continue
    const why = by ? `was borne with until ${by.until}` : `safe from ${advisory.safe.join(', ')}`
    complaints.push(`${library.ecosystem} ${library.name} ${library.version}: ${advisory.ids} (${advisory.words}); ${why}`)
  }
  for (const one of allowed.filter((one) => !used.has(one))) complaints.push(`allowed.txt: ${one.name} ${one.ids} is no longer needed`)
  return complaints
}
