import { execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { defineConfig, devices } from '@playwright/test'

/**
 * Without KARTELA_URL the tests start their own service on a free port with data of its own; the workers, which read
 * this file again, find the choice in the environment.
 */
function freePort(): string {
  const script =
    "const s = require('net').createServer().listen(0, '127.0.0.1', () => { console.log(s.address().port); s.close() })"
  return execFileSync(process.execPath, ['-e', script], { encoding: 'utf8' }).trim()
}

const external = process.env.KARTELA_URL
if (!external) {
  process.env.KARTELA_E2E_PORT ??= freePort()
  process.env.KARTELA_OPERATOR_KEY ??= `kop_${randomUUID()}`
}
const port = process.env.KARTELA_E2E_PORT
const baseURL = external ?? `http://127.0.0.1:${port}`
const chromium =
  process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser'].find((path) => existsSync(path))

export default defineConfig({
  testDir: 'e2e',
  timeout: 45_000,
  expect: { timeout: 10_000 },
  workers: 2,
  forbidOnly: Boolean(process.env.CI),
  reporter: process.env.CI ? [['line'], ['html', { open: 'never' }]] : 'line',
  use: {
    baseURL,
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // Recording every step costs a fifth of the time; a failure that a screenshot does not explain is run again with it.
    trace: process.env.KARTELA_E2E_TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    // What has left is gone at once: no test may pass because it still sees a dialog on its way out.
    contextOptions: { reducedMotion: 'reduce' },
    launchOptions: { ...(chromium ? { executablePath: chromium } : {}), args: ['--disable-gpu', '--disable-quic'] },
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 }, locale: 'ru-RU' } },
  ],
  ...(external
    ? {}
    : {
        webServer: {
          command: `../run --port ${port} --data target/e2e-data --fresh`,
          url: `${baseURL}/health`,
          // Each test calls from an address of its own, see support.ts.
          env: { KARTELA_HTTP_TRUSTED_PROXIES: '127.0.0.1' },
          timeout: 600_000,
          gracefulShutdown: { signal: 'SIGTERM' as const, timeout: 20_000 },
        },
      }),
})
