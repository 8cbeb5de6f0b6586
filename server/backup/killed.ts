/**
 * Before a release: `node server/backup/killed.ts [times]` kills the embedded database fifty times
 * in the midst of commands and imports (killed.test.ts does five of these in every run).
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const ROOT = join(import.meta.dirname, '../..')
const times = process.argv[2] ?? '50'
const { status } = spawnSync(
  join(ROOT, 'node_modules/.bin/vitest'),
  ['run', 'server/backup/killed.test.ts'],
  { cwd: ROOT, stdio: 'inherit', env: { ...process.env, NGANGTAM_KILLS: times } },
)
process.exitCode = status ?? 1
