// What Maven calls: installs and builds only when something changed since the last build.
//   node scripts/maven-build.mjs OUT_DIR
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const out = resolve(process.argv[2] ?? join(root, 'target/classes/web'))
const buildStamp = join(root, 'target', 'ui-build.stamp')
const installStamp = join(root, 'node_modules', '.kartela-install.stamp')

function hashOf(files) {
  const hash = createHash('sha256').update(process.version).update(out)
  for (const file of files) hash.update(file.slice(root.length)).update(readFileSync(file))
  return hash.digest('hex')
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}

const isCurrent = (stamp, hash) => existsSync(stamp) && readFileSync(stamp, 'utf8') === hash

function npm(...args) {
  const result = spawnSync('npm', args, { cwd: root, stdio: 'inherit', env: { ...process.env, KARTELA_UI_OUT: out } })
  if (result.error) {
    console.error(`npm cannot be started (${result.error.message}). Node 20.19 or newer with npm is needed.`)
    process.exit(1)
  }
  if (result.status !== 0) process.exit(result.status ?? 1)
}

const top = readdirSync(root, { withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(html|json|ts)$/.test(entry.name))
  .map((entry) => join(root, entry.name))
  .sort()
const sources = hashOf([
  join(root, 'scripts/build.mjs'),
  ...top,
  ...filesUnder('src'),
  ...filesUnder('public'),
  ...filesUnder('dev'),
])
if (isCurrent(buildStamp, sources) && existsSync(join(out, 'cabinet.html'))) {
  console.log('front end: up to date')
  process.exit(0)
}

const lock = hashOf([join(root, 'package-lock.json')])
if (!isCurrent(installStamp, lock)) {
  console.log('front end: installing packages')
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error')
  writeFileSync(installStamp, lock)
}
console.log('front end: building')
npm('run', '--silent', 'build', '--', '--logLevel', 'warn')
mkdirSync(dirname(buildStamp), { recursive: true })
writeFileSync(buildStamp, sources)
