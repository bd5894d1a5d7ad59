// Builds the pages: those that share files together, each other group on its own, then what is sent compressed.
//   npm run build [-- options of vite build]
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync } from 'node:zlib'

const root = resolve(import.meta.dirname, '..')
const out = resolve(root, process.env.KARTELA_UI_OUT ?? 'dist')

// Built apart, a page of a customer or a till comes in few requests, with nothing in them that only the cabinet needs.
const TOGETHER = ['index,cabinet', 'till', 'member', 'phone']

rmSync(out, { recursive: true, force: true })
for (const pages of TOGETHER) {
  const env = { ...process.env, KARTELA_UI_PAGES: pages }
  const { status } = spawnSync('npx', ['vite', 'build', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env })
  if (status !== 0) process.exit(status ?? 1)
}

// A sixth smaller than gzip, at a price that is paid here once. The service keeps gzip for those that take no brotli.
const assets = join(out, 'assets')
for (const name of readdirSync(assets).filter((file) => /\.(js|css|wasm)$/.test(file))) {
  writeFileSync(join(assets, `${name}.br`), brotliCompressSync(readFileSync(join(assets, name))))
}
