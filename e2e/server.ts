import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    url: string
    dataFolder: string
    /** A file with the day the server believes it is; empty for the real one. */
    clock: string
  }
}

/** Starts the product as `npm start` does, on an empty folder: the walks meet what a newcomer meets. */
export default async function startServer(project: TestProject): Promise<() => void> {
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
  project.provide('url', url)
  project.provide('dataFolder', dataFolder)
  project.provide('clock', clock)
  return () => {
    child.kill('SIGTERM')
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
    rmSync(clock, { force: true })
  }
}
