import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { mockApi } from './dev/mockApi.ts'
import { pages } from './dev/pages.ts'

const service = process.env.KARTELA_SERVICE ?? 'http://127.0.0.1:8080'
const mock = process.env.KARTELA_MOCK === '1'

/** Which pages share their files; `npm run build` (scripts/build.mjs) builds one group after the other into a folder it emptied. */
const built = process.env.KARTELA_UI_PAGES?.split(',')

export default defineConfig({
  plugins: [react(), pages(), ...(mock ? [mockApi()] : [])],
  resolve: { alias: { '@': resolve(import.meta.dirname, 'src') } },
  server: {
    host: '127.0.0.1',
    port: 5173,
    proxy: mock
      ? {}
      : Object.fromEntries(
          ['/api', '/simulator', '^/c/[^/]+(\\.pkpass|/google)$', '/openapi'].map((path) => [
            path,
            { target: service, changeOrigin: true, headers: { Origin: service } },
          ]),
        ),
  },
  build: {
    outDir: process.env.KARTELA_UI_OUT ?? 'dist',
    emptyOutDir: built === undefined,
    assetsInlineLimit: 2048,
    chunkSizeWarningLimit: 700,
    rollupOptions: {
      input: (built ?? ['index', 'cabinet', 'till', 'member', 'phone']).map((page) =>
        resolve(import.meta.dirname, `${page}.html`),
      ),
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.mjs'],
    restoreMocks: true,
  },
})
