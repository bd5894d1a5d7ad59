// Adds up what the test runs themselves reported: node count.mjs REPORTS_FOLDER
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const top = resolve(import.meta.dirname, '..')
const reports = process.argv[2]
const sums = []
const failures = []
const unsteady = []

function add(name, passed, failed, skipped) {
  sums.push({ name, passed, failed, skipped })
}

function specsThatWere(status, suite) {
  const own = suite.specs.filter((spec) => spec.tests.some((test) => test.status === status))
  const inner = (suite.suites ?? []).flatMap((part) => specsThatWere(status, part))
  return [...own.map((spec) => `${spec.file}:${spec.line} ${spec.title}`), ...inner]
}

/** Names and first words of a report's failed cases: a record of a run may hold its last lines only. */
function failedCases(report) {
  return [...report.matchAll(/<testcase\b([^>]*[^/])>\s*<(?:failure|error)\b([^>]*)>/g)].map(([, test, why]) => {
    const value = (text, name) => new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? ''
    return `${value(test, 'classname')}.${value(test, 'name')}: ${(value(why, 'message') || value(why, 'type')).slice(0, 300)}`
  })
}

// Surefire: <testsuite … tests="7" errors="0" skipped="1" failures="0">
const java = { passed: 0, failed: 0, skipped: 0 }
for (const module of readdirSync(top, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const folder = join(top, module.name, 'target/surefire-reports')
  if (!existsSync(folder)) continue
  for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const report = readFileSync(join(folder, file), 'utf8')
    const head = /<testsuite\b[^>]*>/.exec(report)?.[0] ?? ''
    const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0)
    const failed = number('failures') + number('errors')
    java.failed += failed
    java.skipped += number('skipped')
    java.passed += number('tests') - failed - number('skipped')
    failures.push(...failedCases(report))
  }
}
add('Java', java.passed, java.failed, java.skipped)

// Vitest prints "Tests  2 failed | 40 passed | 1 skipped (43)".
const uiLog = join(reports, 'ui-check.log')
if (existsSync(uiLog)) {
  const log = stripVTControlCharacters(readFileSync(uiLog, 'utf8'))
  const line = /^\s*Tests\s+(.*)$/m.exec(log)?.[1] ?? ''
  const number = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  add('front ends', number('passed'), number('failed'), number('skipped'))
  failures.push(...[...log.matchAll(/^\s*FAIL\s+(.*)$/gm)].map(([, name]) => name))
}

const browser = join(reports, 'browser.json')
if (existsSync(browser)) {
  const run = JSON.parse(readFileSync(browser, 'utf8'))
  const { expected, unexpected, flaky, skipped } = run.stats
  add('browser', expected + flaky, unexpected, skipped)
  // Those that failed and then passed are told of, since each of them has a cause.
  unsteady.push(...run.suites.flatMap((suite) => specsThatWere('flaky', suite)))
  failures.push(...run.suites.flatMap((suite) => specsThatWere('unexpected', suite)))
}

for (const { name, passed, failed, skipped } of sums) {
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
}
for (const name of failures) console.log(`failed: ${name}`)
for (const name of unsteady) console.log(`passed only at the second try, look why: ${name}`)
const total = (field) => sums.reduce((sum, part) => sum + part[field], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
