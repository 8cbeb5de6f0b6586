/** Tests run on a real database: one a worker, one transaction a test, one small named cast. */
import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { test as base } from 'vitest'
import { rightOf } from './access/rights.ts'
import { permits } from './access/roles.ts'
import { appendAudit } from './audit/append.ts'
import { keepApart } from './authority/keep-apart.ts'
import { createCast } from './cast.ts'
import { targetsByFact } from './directives/leaning.ts'
import { parametersOn } from './directives/parameters.ts'
import type { Actor, Context, House, Province } from './kernel/context.ts'
import { type Database, type Db, inSchema, openEmbedded, openServer } from './kernel/database.ts'
import { migrateHouse, migrateProvince } from './kernel/migrate.ts'
import { limitTo } from './kernel/operation.ts'
import { openTemplate, PROVINCE_SCHEMA } from './testing-template.ts'
import { vocabulary } from './vocabulary.ts'

export const TODAY = '2024-10-31'

export const PROVINCE: Province = {
  code: 'thu-nghiem',
  schema_name: PROVINCE_SCHEMA,
  name: 'Tỉnh Thử Nghiệm',
  demonstration: true,
  looks_at: TODAY,
}

export const OFFICER: Actor = {
  name: 'officer',
  displayName: 'Phan Thị Bích',
  position: 'Ban Tổ chức Tỉnh ủy',
  role: 'province_officer',
  scope: null,
  unitId: null,
  cadreId: null,
}

export function houseOn(database: Database): House {
  const parts = { database, vocabulary, appendAudit, parametersOn, targetsByFact, keepApart }
  return { ...parts, today: () => TODAY, permits: permitsInTests }
}

/** An operation a test makes up belongs to no right: the officer performs it and nobody else. */
const permitsInTests: House['permits'] = async (ctx, operation) =>
  rightOf(operation) ? permits(ctx, operation) : ctx.actor.role === 'province_officer'

/** A database of its own with nothing but the roles in it, on the engine under test. */
export async function openFresh(): Promise<Database> {
  const url = process.env.TEST_DATABASE_URL
  if (!url) return openEmbedded({})
  const name = `ngangtam_test_${randomUUID().replaceAll('-', '_')}`
  const admin = openServer(url)
  await sql`create database ${sql.id(name)}`.execute(admin.db)
  const own = new URL(url)
  own.pathname = `/${name}`
  const database = openServer(own.href)
  // Roles belong to the whole server: one worker at a time may create them.
  await admin.db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(7204)`.execute(trx)
    await migrateHouse(database.db)
  })
  await admin.close()
  return database
}

async function prepare({ db }: Database): Promise<void> {
  await migrateHouse(db)
  await migrateProvince(db, PROVINCE.schema_name)
  await db.insertInto('province').values(PROVINCE).execute()
  await db.transaction().execute(async (trx) => {
    await inSchema(trx, PROVINCE.schema_name)
    await createCast(trx)
  })
}

/** The worker's database: on the server that TEST_DATABASE_URL names, else embedded. */
export const testHouse = houseOn(
  await (process.env.TEST_DATABASE_URL ? openFresh() : openTemplate()),
)
await prepare(testHouse.database)

/** Tests that ask over HTTP commit their entries; every other test begins with an empty chain. */
async function forgetEntries(trx: Db): Promise<void> {
  await inSchema(trx, PROVINCE.schema_name)
  await trx.deleteFrom('audit_entry').execute()
  await trx.updateTable('audit_head').set({ entries: 0, hash: '' }).execute()
}

/** A province officer's context in a transaction of its own, gone when the work is done. */
export async function inTransaction(work: (ctx: Context) => Promise<void>): Promise<void> {
  const trx = await testHouse.database.db.startTransaction().execute()
  try {
    await forgetEntries(trx)
    await limitTo(trx, PROVINCE, OFFICER)
    await work({ db: trx, province: PROVINCE, actor: OFFICER, today: TODAY, house: testHouse })
  } finally {
    // Kept open it would hold the one connection from every test that follows.
    await trx.rollback().execute()
  }
}

/** The same transaction with another's eyes. */
export async function seenBy(ctx: Context, other: Partial<Actor>): Promise<Context> {
  const actor = { ...OFFICER, ...other }
  await limitTo(ctx.db, PROVINCE, actor)
  return { ...ctx, actor }
}

/** `ctx` is a province officer's; `as` sees the same transaction with another's eyes. */
export const test = base.extend<{ ctx: Context; as: (actor: Partial<Actor>) => Promise<Context> }>({
  // biome-ignore lint/correctness/noEmptyPattern: vitest reads the fixtures from the pattern.
  ctx: async ({}, use) => inTransaction(use),
  as: async ({ ctx }, use) => use((other) => seenBy(ctx, other)),
})
