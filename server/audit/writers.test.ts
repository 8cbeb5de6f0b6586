import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { type Database, inSchema, openServer } from '#server/kernel/database.ts'
import { migrateHouse, migrateProvince } from '#server/kernel/migrate.ts'
import { command, enter } from '#server/kernel/operation.ts'
import { houseOn, OFFICER } from '#server/testing.ts'
import { type PostgresServer, startPostgres } from '../../tools/postgres.ts'
import { verifyChain } from './verify.ts'

const WRITERS = 20
const EACH = 10
const PROVINCE = {
  code: 'nhieu',
  schema_name: 'p_nhieu',
  name: 'Nhiều',
  demonstration: false,
  looks_at: null,
}

const touch = command({
  name: 'cadres.touch',
  input: z.object({ writer: z.number(), turn: z.number() }),
  output: z.object({}),
  run: async () => ({}),
})

let server: PostgresServer
/** A pool has ten connections: two of them let twenty writers in at once. */
let databases: Database[] = []

beforeAll(async () => {
  server = await startPostgres()
  databases = [openServer(server.url), openServer(server.url)]
  const { db } = databases[0] as Database
  await migrateHouse(db)
  await migrateProvince(db, PROVINCE.schema_name)
})
afterAll(async () => {
  for (const database of databases) await database.close()
  server.stop()
})

test('twenty writers at once do not fork the chain', async () => {
  const writing = Array.from({ length: WRITERS }, async (_, writer) => {
    const house = houseOn(databases[writer % 2] as Database)
    for (let turn = 0; turn < EACH; turn++) {
      await enter(house, PROVINCE, OFFICER, 'command', (ctx) => touch(ctx, { writer, turn }))
    }
  })
  await Promise.all(writing)
  const { db } = databases[0] as Database
  const verdict = await db.transaction().execute(async (trx) => {
    await inSchema(trx, PROVINCE.schema_name)
    const rows = await trx.selectFrom('audit_entry').select('at').orderBy('id').execute()
    expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted())
    return verifyChain(trx)
  })
  expect(verdict).toEqual({
    entries: WRITERS * EACH,
    intact: true,
    firstBroken: null,
    why: null,
  })
})
