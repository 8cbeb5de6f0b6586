import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createCast } from '#server/cast.ts'
import { houseOn, OFFICER, PROVINCE } from '#server/testing.ts'
import { type PostgresServer, startPostgres } from '../../tools/postgres.ts'
import { type Database, inSchema, openEmbedded, openServer } from './database.ts'
import { answerErrors, serveRoutes } from './http.ts'
import { migrateHouse, migrateProvince } from './migrate.ts'
import { command, query } from './operation.ts'
import { outageRefusal } from './outage.ts'

const routes = {
  'GET /people': query({
    name: 'cadres.people',
    input: z.object({}),
    output: z.object({ people: z.number() }),
    run: ({ db }) =>
      db
        .selectFrom('cadre')
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .executeTakeFirstOrThrow(),
  }),
  'POST /award': command({
    name: 'cadres.award',
    input: z.object({
      name: z.string(),
      seconds: z.number().default(0),
      code: z.string().optional(),
    }),
    output: z.object({ awards: z.number() }),
    async run({ db }, { name, seconds, code }) {
      await db
        .insertInto('certificate')
        .values({ cadre_id: 1, kind: 'it', level: 'basic', name })
        .execute()
      await sql`select pg_sleep(${seconds})`.execute(db)
      if (code)
        await sql`do ${sql.lit(`begin raise exception 'x' using errcode = '${code}'; end`)}`.execute(
          db,
        )
      return { awards: await awardsNamed(db, name) }
    },
  }),
}

async function awardsNamed(db: Database['db'], name: string): Promise<number> {
  const { n } = await db
    .selectFrom('certificate')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('name', '=', name)
    .executeTakeFirstOrThrow()
  return n
}

async function serving(database: Database): Promise<FastifyInstance> {
  await migrateHouse(database.db)
  await migrateProvince(database.db, PROVINCE.schema_name)
  await database.db.insertInto('province').values(PROVINCE).execute()
  await database.db.transaction().execute(async (db) => {
    await inSchema(db, PROVINCE.schema_name)
    await createCast(db)
  })
  const app = fastify()
  await app.register(multipart)
  await app.register(rateLimit, { global: false })
  answerErrors(app)
  serveRoutes(app, houseOn(database), routes, async () => ({ province: PROVINCE, actor: OFFICER }))
  return app
}

const send = (app: FastifyInstance, payload: object, key?: string) =>
  app.inject({
    method: 'POST',
    url: '/api/award',
    payload,
    headers: key ? { 'idempotency-key': key } : {},
  })
const people = async (app: FastifyInstance) => (await app.inject({ url: '/api/people' })).statusCode

describe('on a PostgreSQL server', () => {
  let server: PostgresServer
  let app: FastifyInstance
  beforeAll(async () => {
    server = await startPostgres()
    app = await serving(openServer(server.url))
  })
  afterAll(() => server.stop())

  test('a restart in the midst of a request is said so, and service goes on', async () => {
    const cut = send(app, { name: 'cut', seconds: 30 })
    await new Promise((resolve) => setTimeout(resolve, 500))
    await server.halt()
    const answer = await cut
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ kind: 'unavailable' })
    expect(answer.json().message).toContain('Cơ sở dữ liệu đang tạm ngừng')
    expect(answer.headers['retry-after']).toBe('5')
    expect(await people(app)).toBe(503)
    await server.resume()
    expect(await people(app)).toBe(200)
    expect((await send(app, { name: 'cut' })).json()).toEqual({ awards: 1 })
  })

  test('a full disk is said so and leaves nothing', async () => {
    const answer = await send(app, { name: 'full', code: '53100' })
    expect(answer.statusCode).toBe(503)
    expect(answer.json().message).toContain('hết chỗ trống')
    expect((await send(app, { name: 'full' })).json()).toEqual({ awards: 1 })
  })

  test('one key sent twice at once is done once', async () => {
    const both = [1, 2].map(() => send(app, { name: 'twice', seconds: 0.3 }, 'press-0001'))
    const [first, second] = await Promise.all(both)
    expect(first?.json()).toEqual({ awards: 1 })
    expect(second?.json()).toEqual({ awards: 1 })
    expect((await send(app, { name: 'other' }, 'press-0001')).statusCode).toBe(409)
    expect((await send(app, { name: 'other' }, 'ngắn')).statusCode).toBe(400)
  })
})

/** A real small disk needs the right to mount one; elsewhere the codes above stand for it. */
const disk = mountedDisk()
describe.runIf(disk)('on an embedded database whose disk fills up', () => {
  const folder = join(disk ?? '', 'data')
  const ballast = join(disk ?? '', 'ballast')
  let app: FastifyInstance
  let database: Database
  beforeAll(async () => {
    mkdirSync(folder)
    database = await openEmbedded({ folder })
    app = await serving(database)
  })
  afterAll(async () => {
    await database.close()
    execFileSync('umount', [disk ?? ''])
  })

  test.for([
    [
      'rows no longer fit',
      300_000,
      'select repeat(md5(random()::text), 9000) from generate_series(1, 40)',
    ],
    [
      'even the log of changes ends',
      3_000_000,
      `select pg_logical_emit_message(true, 'x', repeat('x', 1000000))`,
    ],
  ] as const)('%s: refused in words, then normal service', async ([name, left, filling]) => {
    await sql`create table if not exists public.filled (x text)`.execute(database.db)
    const { bavail, bsize } = statfsSync(folder)
    writeFileSync(ballast, Buffer.alloc(bavail * bsize - left))
    const insert = filling.startsWith('select repeat')
      ? `insert into public.filled ${filling}`
      : filling
    const refused = await filledUp(database, insert)
    expect(outageRefusal(refused)).toMatchObject({ kind: 'unavailable' })
    rmSync(ballast)
    expect((await send(app, { name })).json()).toEqual({ awards: 1 })
    await sql`truncate public.filled`.execute(database.db)
  })
})

async function filledUp({ db }: Database, statement: string): Promise<Error & { code?: string }> {
  for (let turn = 0; turn < 200; turn++) {
    try {
      await db.transaction().execute((trx) => sql.raw(statement).execute(trx))
    } catch (error) {
      return error as Error
    }
  }
  throw new Error('the disk did not fill up')
}

function mountedDisk(): string | undefined {
  const at = mkdtempSync(join(tmpdir(), 'ngangtam-disk-'))
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', at], { stdio: 'ignore' })
    return at
  } catch {
    rmSync(at, { recursive: true })
    return undefined
  }
}
