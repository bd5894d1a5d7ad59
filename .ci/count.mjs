// Adds up what the test runs themselves reported: node count.mjs REPORTS_FOLDER
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const top = resolve(import.meta.dirname, '..')
const reports = process.argv[2]
const sums = []
const unsteady = []

function add(name, passed, failed, skipped) {
  sums.push({ name, passed, failed, skipped })
}

/** Browser tests that failed and then passed: they are told of, since each of them has a cause. */
function flakySpecs(suite) {
  const own = suite.specs.filter((spec) => spec.tests.some((test) => test.status === 'flaky'))
  return [...own.map((spec) => `${spec.file}:${spec.line} ${spec.title}`), ...(suite.suites ?? []).flatMap(flakySpecs)]
}

// Surefire: <testsuite … tests="7" errors="0" skipped="1" failures="0">
const java = { passed: 0, failed: 0, skipped: 0 }
for (const module of readdirSync(top, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  const folder = join(top, module.name, 'target/surefire-reports')
  if (!existsSync(folder)) continue
  for (const file of readdirSync(folder).filter((name) => /^TEST-.*\.xml$/.test(name))) {
    const head = /<testsuite\b[^>]*>/.exec(readFileSync(join(folder, file), 'utf8'))?.[0] ?? ''
    const number = (name) => Number(new RegExp(`\\b${name}="(\\d+)"`).exec(head)?.[1] ?? 0)
    const failed = number('failures') + number('errors')
    java.failed += failed
    java.skipped += number('skipped')
    java.passed += number('tests') - failed - number('skipped')
  }
}
add('Java', java.passed, java.failed, java.skipped)

// Vitest prints "Tests  2 failed | 40 passed | 1 skipped (43)".
const uiLog = join(reports, 'ui-check.log')
if (existsSync(uiLog)) {
  const line = /^\s*Tests\s+(.*)$/m.exec(stripVTControlCharacters(readFileSync(uiLog, 'utf8')))?.[1] ?? ''
  const number = (word) => Number(new RegExp(`(\\d+) ${word}`).exec(line)?.[1] ?? 0)
  add('front ends', number('passed'), number('failed'), number('skipped'))
}

const browser = join(reports, 'browser.json')
if (existsSync(browser)) {
  const run = JSON.parse(readFileSync(browser, 'utf8'))
  const { expected, unexpected, flaky, skipped } = run.stats
  add('browser', expected + flaky, unexpected, skipped)
  unsteady.push(...run.suites.flatMap(flakySpecs))
}

for (const { name, passed, failed, skipped } of sums) {
  console.log(`${name}: ${passed} passed, ${failed} failed, ${skipped} skipped`)
}
for (const name of unsteady) console.log(`passed only at the second try, look why: ${name}`)
const total = (field) => sums.reduce((sum, part) => sum + part[field], 0)
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`)
