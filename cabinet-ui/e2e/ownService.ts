import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'

/** A service of a test's own: one that is going to be killed, or is to be found under another address. */
export class Service {
  private readonly data = join(mkdtempSync(join(tmpdir(), 'kartela-own-')), 'data')
  private process: ChildProcess | undefined

  private constructor(
    readonly port: number,
    private readonly host: string,
  ) {}

  /** @param host by which browsers call it */
  static async start(host = '127.0.0.1'): Promise<Service> {
    const port = await new Promise<number>((resolve) => {
      const server = createServer().listen(0, '127.0.0.1', () => {
        const address = server.address()
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
      })
    })
    const service = new Service(port, host)
    await service.begin()
    return service
  }

  get url() {
    return `http://${this.host}:${this.port}`
  }

  async begin() {
    this.process = spawn('../run', ['--port', String(this.port), '--data', this.data], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('KARTELA_'))),
        KARTELA_HTTP_PUBLIC_URL: this.url,
      },
    })
    await expect
      .poll(
        () =>
          fetch(`${this.url}/health`).then(
            (answer) => answer.status,
            () => 0,
          ),
        { timeout: 240_000 },
      )
      .toBe(200)
  }

  /** Without a chance to say goodbye. */
  async kill() {
    process.kill(Number(readFileSync(join(this.data, 'pid'), 'utf8').trim().split(/\s/)[0]), 'SIGKILL')
    await expect
      .poll(
        () =>
          fetch(`${this.url}/health`).then(
            (answer) => answer.status,
            () => 0,
          ),
        { timeout: 20_000 },
      )
      .toBe(0)
  }

  async end() {
    const ended = new Promise((resolve) => this.process?.once('exit', resolve))
    this.process?.kill('SIGTERM')
    await ended
    rmSync(join(this.data, '..'), { recursive: true, force: true })
  }
}
