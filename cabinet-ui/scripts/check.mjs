// `npm run check`: everything that can be judged without a browser. Runs all of it, then reports what failed.
import { spawnSync } from 'node:child_process'

const steps = [
  ['client is fresh', ['node', 'scripts/generate-api.mjs', '--check']],
  ['types', ['node', 'node_modules/typescript-7/bin/tsc', '-p', '.']],
  ['lint and format', ['node', 'node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.']],
  ['texts', ['node', 'scripts/check-texts.mjs']],
  ['circles', ['node', 'scripts/circles.mjs']],
  ['files', ['node', 'scripts/check-files.mjs']],
  ['unit tests', ['node', 'node_modules/vitest/vitest.mjs', 'run']],
]

const failed = steps.filter(([name, [command, ...args]]) => {
  console.log(`── ${name}`)
  return spawnSync(command, args, { stdio: 'inherit', cwd: new URL('..', import.meta.url) }).status !== 0
})

if (failed.length > 0) {
  console.error(`failed: ${failed.map(([name]) => name).join(', ')}`)
  process.exit(1)
}
