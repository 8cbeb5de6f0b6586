import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compose } from '#server/house.ts'
import { type Database, openServer } from '#server/kernel/database.ts'
import { migrateHouse } from '#server/kernel/migrate.ts'
import { type PostgresServer, startPostgres } from '../../tools/postgres.ts'
import { restoreBackup } from './restore.ts'
import { smallHouse } from './small-house.ts'
import { writeBackup } from './write.ts'

const folder = mkdtempSync(join(tmpdir(), 'ngangtam-plain-'))
let server: PostgresServer

/** As docs/operations.md sets it up: an account that owns its database and is no superuser. */
beforeAll(async () => {
  server = await startPostgres()
  const admin = openServer(server.url)
  await sql`create role plain login createrole`.execute(admin.db)
  await sql`create database source owner plain`.execute(admin.db)
  await sql`create database target owner plain`.execute(admin.db)
  await admin.close()
})

afterAll(() => {
  server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function openAsPlain(name: string): Promise<Database> {
  const url = new URL(server.url)
  url.username = 'plain'
  url.pathname = `/${name}`
  const database = openServer(url.href)
  await migrateHouse(database.db)
  return database
}

test('backs up and restores on a server without any right of a superuser', async () => {
  const source = await openAsPlain('source')
  const house = await smallHouse(source)
  const file = join(folder, 'sao-luu.ngangtam')
  const written = await writeBackup(house, file)
  await source.close()
  const target = await openAsPlain('target')
  expect(await restoreBackup(compose(target), file)).toMatchObject({
    tables: written.tables,
    rows: written.rows,
    auditIntact: true,
    targetsAgree: true,
  })
  await target.close()
})
