// House rules that no linter knows: small files, small functions, and no request to anywhere but our own service.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { longFunctions } from './functions.mjs'

const root = resolve(import.meta.dirname, '..')
const LIMIT = 250
const LINES_OF_A_FUNCTION = 70
const problems = []
const list = (folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|html)$/.test(entry.name) && entry.name !== 'schema.d.ts')
    .map((entry) => join(entry.parentPath, entry.name))

for (const file of [
  ...list('src'),
  ...list('e2e'),
  ...readdirSync(root)
    .filter((f) => f.endsWith('.html'))
    .map((f) => join(root, f)),
]) {
  const text = readFileSync(file, 'utf8')
  const lines = text.split('\n').length - 1
  if (lines > LIMIT && !/texts\.ts$/i.test(file))
    problems.push(`${relative(root, file)}: ${lines} lines, at most ${LIMIT}`)
  if (/src\/.*\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file)) {
    for (const one of longFunctions(file, text, LINES_OF_A_FUNCTION))
      problems.push(`${relative(root, file)}: ${one.name} has ${one.lines} lines, at most ${LINES_OF_A_FUNCTION}`)
  }
  for (const [url] of text.matchAll(/https?:\/\/[^\s'"`)]+/g)) {
    const own = /^https?:\/\/(127\.0\.0\.1|localhost|www\.w3\.org\/2000\/svg|schemas\.openxmlformats\.org\/|\$\{)/.test(
      url,
    )
    if (!own && !/\.test\.tsx?$/.test(file)) problems.push(`${relative(root, file)}: outside address ${url}`)
  }
}

if (problems.length > 0) {
  console.error(problems.join('\n'))
  process.exit(1)
}
