import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openEmbedded } from './kernel/database.ts'
import { migrateHouse, migrateProvince, migrationHash } from './kernel/migrate.ts'

const FILE = join(import.meta.dirname, `../node_modules/.cache/template-${migrationHash}.tar`)

export const PROVINCE_SCHEMA = 'p_thu_nghiem'

/** The template, migrated once for all workers before any test begins. */
export async function setup(): Promise<void> {
  if (process.env.TEST_DATABASE_URL || existsSync(FILE)) return
  const fresh = await openEmbedded({})
  await migrateHouse(fresh.db)
  await migrateProvince(fresh.db, PROVINCE_SCHEMA)
  mkdirSync(join(FILE, '..'), { recursive: true })
  // Written aside, then named: a second run beside this one must never read half a template.
  const aside = `${FILE}.${process.pid}`
  writeFileSync(aside, Buffer.from((await fresh.dump?.()) ?? new ArrayBuffer(0)))
  renameSync(aside, FILE)
  await fresh.close()
}

/** An embedded database with every migration in it, as a worker's own copy. */
export const openTemplate = () =>
  openEmbedded({ template: new Uint8Array(readFileSync(FILE)).buffer })
