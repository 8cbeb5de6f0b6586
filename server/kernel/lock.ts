import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from './refusal.ts'

export interface LockHolder {
  pid: number
  /** Tells a living holder from another process that later got the same number. */
  startedAt: string
  /** Where the holder serves, once it listens. */
  url?: string
  /** Proves to the holder that a command comes from someone who can read the data folder. */
  token: string
}

export interface Lock {
  holder: LockHolder
  announce(url: string): void
  release(): void
}

const file = (folder: string) => join(folder, 'ngangtam.lock')

/**
 * One process on one embedded database: two would both acknowledge commits and lose some of them.
 * Liveness is the process number, not a heartbeat, because the database may block for seconds.
 */
export function takeLock(folder: string): Lock {
  try {
    makeFolder(folder)
  } catch (error) {
    throw unwritable(folder, error)
  }
  const holder: LockHolder = {
    pid: process.pid,
    startedAt: startOf(process.pid),
    token: randomBytes(24).toString('hex'),
  }
  for (let attempt = 0; attempt < 2; attempt++) {
    try {
      writeFileSync(file(folder), JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
      break
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw unwritable(folder, error)
      const other = lockHolder(folder)
      if (other) throw heldBy(folder, other)
      rmSync(file(folder), { force: true })
    }
  }
  const release = () => {
    process.removeListener('exit', release)
    if (lockHolder(folder)?.token === holder.token) rmSync(file(folder), { force: true })
  }
  process.once('exit', release)
  return {
    holder,
    announce: (url) =>
      writeFileSync(file(folder), JSON.stringify({ ...holder, url }), { mode: 0o600 }),
    release,
  }
}

/** The living process that holds the folder, if any. */
export function lockHolder(folder: string): LockHolder | undefined {
  try {
    const holder = JSON.parse(readFileSync(file(folder), 'utf8')) as LockHolder
    process.kill(holder.pid, 0)
    return startOf(holder.pid) === holder.startedAt ? holder : undefined
  } catch (error) {
    // EPERM: alive, but another user's.
    if ((error as NodeJS.ErrnoException).code === 'EPERM') {
      return JSON.parse(readFileSync(file(folder), 'utf8')) as LockHolder
    }
    return undefined
  }
}

/** Folder by folder: on some file systems the recursive call never comes back. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
}

function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

function heldBy(folder: string, holder: LockHolder): Refusal {
  const where = holder.url ? ` tại ${holder.url}` : ''
  return new Refusal(
    'conflict',
    `Dữ liệu ở ${folder} đang được một tiến trình khác dùng (số ${holder.pid}${where}). ` +
      'Hãy dùng tiến trình đó, hoặc dừng nó rồi chạy lại. Chưa có gì bị thay đổi.',
  )
}

function unwritable(folder: string, error: unknown): Refusal {
  return new Refusal(
    'invalid',
    `Không ghi được vào thư mục dữ liệu ${folder} (${(error as Error).message}). ` +
      'Hãy cấp quyền ghi, hoặc đặt NGANGTAM_DATA là thư mục khác.',
  )
}
