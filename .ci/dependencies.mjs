// Judges what Kartela is made of without asking anybody outside: node dependencies.mjs [--update]
//
//   dependencies.lock   every library that Maven resolved, with the digest of its file; --update writes it anew
//   advisories.txt      what is known of libraries, and the first version without it
//   allowed.txt         advisories that are borne with, each with a reason and an end
//   ../NOTICE           what is shipped, each with its licence; --update writes it anew
//
// npm's own lock file holds the front end's versions and digests.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { allowances, findings, mavenName, parseAdvisories, parseAllowed } from './advisories.mjs'
import { expression, licencesOf, notice } from './licences.mjs'

const top = resolve(import.meta.dirname, '..')
const at = (name) => join(import.meta.dirname, name)
const complaints = []

/** Maven's libraries as "group:artifact:file" → { name, version, digest }, of all modules and scopes. */
function resolvedByMaven() {
  const jars = new Set()
  for (const module of readdirSync(top)) {
    const list = join(top, module, 'target/resolved')
    if (existsSync(list)) readFileSync(list, 'utf8').trim().split(':').filter(Boolean).forEach((jar) => jars.add(jar))
  }
  const found = [...jars].flatMap((jar) => {
    const name = mavenName(jar)
    return name ? [{ ...name, digest: createHash('sha256').update(readFileSync(jar)).digest('hex') }] : []
  })
  if (found.length === 0) complaints.push('Maven has left no lists of libraries (target/resolved); build first: ./check unit')
  return found
}

function resolvedByNpm() {
  const lock = JSON.parse(readFileSync(join(top, 'cabinet-ui/package-lock.json'), 'utf8'))
  return Object.entries(lock.packages).flatMap(([path, entry]) => {
    if (!path || entry.link) return []
    const name = entry.name ?? path.split('node_modules/').pop()
    if (!entry.integrity) complaints.push(`npm ${name} ${entry.version} has no digest in package-lock.json`)
    const ships = !entry.dev && !entry.devOptional
    return [{ ecosystem: 'npm', name, version: entry.version, ships, licences: expression(entry.license) }]
  })
}

/** What runs at the shop's, not what only tests or builds. */
function shipped(npm) {
  const list = join(top, 'wallet-service/target/classpath')
  if (!existsSync(list)) {
    complaints.push('Maven has left no list of what is shipped (wallet-service/target/classpath); build first: ./check unit')
    return []
  }
  const jars = readFileSync(list, 'utf8').trim().split(':').filter((jar) => jar.includes('/repository/') && mavenName(jar) && !jar.includes('/io/kartela/'))
  const maven = jars.map((jar) => {
    const repository = jar.slice(0, jar.indexOf('/repository/') + '/repository/'.length)
    const folder = relative(repository, dirname(jar))
    const pom = readdirSync(dirname(jar)).find((file) => file.endsWith('.pom')) ?? ''
    const read = (path) => (pom && existsSync(join(repository, path)) ? readFileSync(join(repository, path), 'utf8') : null)
    return { ...mavenName(jar), licences: licencesOf(join(folder, pom), read) }
  })
  return [...maven, ...npm.filter((one) => one.ships)]
}

const maven = resolvedByMaven()
const npm = resolvedByNpm()
const { text: noticed, complaints: unlicensed } = notice(shipped(npm))
complaints.push(...unlicensed)
const lines = [...new Set(maven.map((one) => `${one.name} ${one.version} ${one.file} ${one.digest}`))].sort()
if (process.argv.includes('--update') && complaints.length === 0) {
  writeFileSync(at('dependencies.lock'), `${lines.join('\n')}\n`)
  writeFileSync(join(top, 'NOTICE'), noticed)
}
if (!existsSync(join(top, 'NOTICE')) || readFileSync(join(top, 'NOTICE'), 'utf8') !== noticed) complaints.push('NOTICE does not say what is shipped')
const locked = readFileSync(at('dependencies.lock'), 'utf8').split('\n').filter(Boolean)
if (maven.length > 0) {
  for (const line of lines.filter((line) => !locked.includes(line))) complaints.push(`not in dependencies.lock: ${line}`)
  for (const line of locked.filter((line) => !lines.includes(line))) complaints.push(`in dependencies.lock only: ${line}`)
}

const advisories = parseAdvisories(readFileSync(at('advisories.txt'), 'utf8'))
const allowed = parseAllowed(readFileSync(at('allowed.txt'), 'utf8'))
const all = [...maven, ...npm]
const today = new Date().toISOString().slice(0, 10)
complaints.push(...allowances(findings(all, advisories), allowed, today))

complaints.forEach((complaint) => console.log(complaint))
if (complaints.length > 0) {
  console.log('A wanted change of libraries is taken over with: ./check dependencies --update')
  process.exit(1)
}
console.log(`${all.length} libraries are as locked; ${advisories.length} advisories looked at, ${allowed.length} borne with`)
