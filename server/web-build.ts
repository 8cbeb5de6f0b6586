import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { ROOT } from './config.ts'

const WEB = join(ROOT, 'web')
const STAMP = join(WEB, 'dist/.built-from')

/** Builds the web application when its sources changed since the last build. */
export async function buildWeb(): Promise<void> {
  const from = sourceHash()
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === from) return
  console.log('Đang dựng giao diện web (một lần sau mỗi bản mới)…')
  // Vite keeps a NODE_ENV it finds: a test runner's would bundle React as for development.
  process.env.NODE_ENV = 'production'
  await build({ configFile: join(WEB, 'vite.config.ts'), logLevel: 'warn' })
  writeFileSync(STAMP, from)
}

function sourceHash(): string {
  const hash = createHash('sha256').update(readFileSync(join(ROOT, 'package-lock.json')))
  for (const file of readdirSync(WEB, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(WEB, file)
    if (file.startsWith('dist') || !statSync(path).isFile()) continue
    hash.update(file).update(readFileSync(path))
  }
  return hash.digest('hex')
}
