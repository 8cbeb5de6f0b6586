import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { buildWeb } from '../server/web-build.ts'

export interface Walked {
  url: string
  dataFolder: string
  /** A file with the day the server believes it is; empty for the real one. */
  clock: string
}

declare module 'vitest' {
  interface ProvidedContext {
    servers: Walked[]
  }
}

/** One server a worker: walks that run side by side never meet in the same records. */
export const WORKERS = 2

/** Starts the product as `npm start` does, on empty folders: the walks meet what a newcomer meets. */
export default async function startServers(project: TestProject): Promise<() => void> {
  await buildWeb()
  const started = await Promise.all(Array.from({ length: WORKERS }, startServer))
  project.provide(
    'servers',
    started.map(({ server }) => server),
  )
  return () => {
    for (const { stop } of started) stop()
  }
}

async function startServer(): Promise<{ server: Walked; stop(): void }> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ngangtam-e2e-'))
  const clock = `${dataFolder}.clock`
  writeFileSync(clock, '')
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', './e2e/clock.ts', 'server/main.ts'],
    {
      env: {
        ...process.env,
        ...{ NGANGTAM_DATA: dataFolder, PORT: '0', DATABASE_URL: '', E2E_CLOCK: clock },
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const url = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk
      const address = /(http:\/\/localhost:\d+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', (code) => reject(new Error(`the server stopped with ${code}:\n${said}`)))
  })
  const stop = () => {
    child.kill('SIGTERM')
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    rmSync(clock, { force: true })
  }
  return { server: { url, dataFolder, clock }, stop }
}
