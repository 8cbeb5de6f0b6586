import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastify from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { routes } from '#server/routes.ts'
import { houseOn, OFFICER, PROVINCE } from '#server/testing.ts'
import { type PostgresServer, startPostgres } from '../../tools/postgres.ts'
import { type Door, openDoor } from '../test-door.ts'
import { type Database, openServer } from './database.ts'
import { answerErrors, serveRoutes } from './http.ts'
import { LIMITS, queueOf } from './limits.ts'
import { migrateHouse, migrateProvince } from './migrate.ts'
import { enter, type Operation, query } from './operation.ts'

/** Directus CVE-2026-35441 and GHSA-6q22-g298-grjh: one cheap request must not cost the server much. */

let door: Door
beforeAll(async () => {
  door = await openDoor()
})
afterAll(() => door.close())

async function officer(address = '10.0.0.21') {
  const browser = door.browser(address)
  await browser.signIn('tinh')
  return browser
}

describe('what is sent', () => {
  test.for([
    ['POST', '/cadres/1/restricted/identity_numbers', LIMITS.bodyBytes.recorded],
    ['POST', '/authority/recusals', LIMITS.bodyBytes.command],
  ] as const)('%s %s takes no more than its kind', async ([method, url, most]) => {
    const browser = await officer()
    const answer = await browser.send(method, url, { reason: 'x'.repeat(most) })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().message).toContain('lớn hơn mức nhận được cho việc này')
  })

  test('a form has a file and a few short fields, no more', async () => {
    const browser = await officer()
    const form = (fields: string[]) =>
      fields
        .map((value, index) => part(`name="f${index}"`, value))
        .join('')
        .concat('--x--\r\n')
    const sent = (fields: string[]) =>
      door.app.inject({
        method: 'POST',
        url: '/api/imports/preview',
        headers: {
          cookie: browser.cookieLine(),
          'content-type': 'multipart/form-data; boundary=x',
        },
        payload: form(fields),
      })
    const many = await sent(Array.from({ length: LIMITS.file.fields + 1 }, () => 'a'))
    expect([many.statusCode, many.json().message]).toEqual([
      400,
      expect.stringContaining('lớn hơn mức nhận được cho việc này'),
    ])
    const few = await sent(['a'])
    expect(few.json().message).toContain('Chưa có tệp nào')
  })
})

const part = (head: string, value: string) =>
  `--x\r\ncontent-disposition: form-data; ${head}\r\n\r\n${value}\r\n`

describe('how many rows', () => {
  const paged = Object.entries(routes).filter(
    ([, { input }]) => input instanceof z.ZodObject && 'limit' in input.shape,
  )

  test('lists are found by their limit', () => {
    expect(paged.map(([route]) => route)).toEqual(
      expect.arrayContaining(['GET /cadres', 'GET /audit/entries', 'GET /cadres/:id/log']),
    )
  })

  test.for(paged)('%s gives no more than a page', ([, operation]) => {
    const refused = (limit: number) =>
      (operation as Operation).input
        .safeParse({ id: 1, limit })
        .error?.issues.some(({ path }) => path[0] === 'limit') ?? false
    expect(refused(LIMITS.rows + 1)).toBe(true)
    expect(refused(1)).toBe(false)
  })
})

describe('how often', () => {
  test('every file, long count and reading of a list counts as dear', () => {
    const dear = Object.values<Operation>(routes).filter((one) => one.dear)
    expect(dear.map(({ operation }) => operation)).toEqual(
      expect.arrayContaining([
        'cadres.export',
        'audit.export',
        'audit.dossier',
        'cadres.import_original',
        'directives.trends',
        'directives.target_trend',
        'cadres.import',
      ]),
    )
  })

  test('one account waits, whatever its cookie looks like and wherever it asks from', async () => {
    const browser = door.browser()
    await browser.signIn('so')
    const cookie = browser.cookieLine()
    const ask = (mark: number) =>
      door.app.inject({
        url: '/api/trends?asOf=2024-10-31',
        remoteAddress: `10.1.0.${mark}`,
        headers: { cookie: `${cookie}.${mark}`, 'x-forwarded-for': `10.2.0.${mark}` },
      })
    const codes: number[] = []
    for (let mark = 0; mark <= LIMITS.dear.aMinute; mark++) codes.push((await ask(mark)).statusCode)
    expect(new Set(codes.slice(0, -1))).toEqual(new Set([200]))
    expect(codes.at(-1)).toBe(403)
    expect((await ask(1)).json().message).toContain('Gửi quá nhiều lần')
    expect((await browser.send('GET', '/cadres?limit=1')).statusCode).toBe(200)
    const other = await officer()
    expect((await other.send('GET', '/trends?asOf=2024-10-31')).statusCode).toBe(200)
  })
})

describe('how many at once', () => {
  test('so many work, so many wait, the next is told to come back', async () => {
    const inTurn = queueOf(2, 3)
    let [going, most] = [0, 0]
    let open = () => {}
    const gate = new Promise<void>((resolve) => {
      open = resolve
    })
    const work = async () => {
      going += 1
      most = Math.max(most, going)
      await gate
      going -= 1
    }
    const accepted = [1, 2, 3, 4, 5].map(() => inTurn(work))
    await expect(inTurn(work)).rejects.toMatchObject({ kind: 'unavailable' })
    open()
    await Promise.all(accepted)
    expect(most).toBe(2)
    await expect(inTurn(async () => 'again')).resolves.toBe('again')
  })

  test('work that fails gives its turn back', async () => {
    const inTurn = queueOf(1, 0)
    const failing = () => inTurn(() => Promise.reject(new Error('no')))
    await expect(failing()).rejects.toThrow('no')
    await expect(failing()).rejects.toThrow('no')
  })
})

/** PGlite has no clock to stop a statement by, so this stands on a server. */
describe('how long', () => {
  let server: PostgresServer
  let database: Database
  beforeAll(async () => {
    server = await startPostgres()
    database = openServer(server.url)
    await migrateHouse(database.db)
    await migrateProvince(database.db, PROVINCE.schema_name)
  }, 120_000)
  afterAll(async () => {
    await database.close()
    server.stop()
  })

  const sleeping = query({
    name: 'cadres.list',
    input: z.object({}),
    output: z.object({}),
    async run({ db }) {
      await sql`select pg_sleep(20)`.execute(db)
      return {}
    },
  })

  test('a question that takes too long is stopped and says how to ask less', async () => {
    const app = fastify()
    answerErrors(app)
    app.get('/slow', () =>
      enter(houseOn(database), PROVINCE, OFFICER, 'query', (ctx) => sleeping(ctx, {}), 1),
    )
    const started = performance.now()
    const answer = await app.inject({ url: '/slow' })
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(answer.statusCode).toBe(503)
    expect(answer.json().message).toContain('tính quá lâu nên đã dừng')
    expect(answer.headers['retry-after']).toBeDefined()
  })

  test('the door sets the limit of each kind, and the next transaction starts afresh', async () => {
    const asked = query({
      name: 'cadres.list',
      input: z.object({}),
      output: z.object({ said: z.string() }),
      async run({ db }) {
        const { rows } = await sql<{ said: string }>`
          select current_setting('statement_timeout') as said`.execute(db)
        return { said: rows[0]?.said ?? '' }
      },
    })
    const app = fastify()
    answerErrors(app)
    await app.register(multipart)
    await app.register(rateLimit, { global: false })
    const who = async () => ({ province: PROVINCE, actor: OFFICER })
    serveRoutes(app, houseOn(database), { 'GET /limit': asked }, who)
    expect((await app.inject({ url: '/api/limit' })).json()).toEqual({ said: '30s' })
    const free = await enter(houseOn(database), PROVINCE, OFFICER, 'query', (ctx) => asked(ctx, {}))
    expect(free).toEqual({ said: '0' })
  })
})
