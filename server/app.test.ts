import { hash } from '@node-rs/argon2'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from './app.ts'
import { UNITS } from './cast.ts'
import { inSchema } from './kernel/database.ts'
import { routes } from './routes.ts'
import { testHouse } from './testing.ts'

const PASSWORD = 'mat-khau-thu-nghiem'
let app: FastifyInstance

beforeAll(async () => {
  const house = testHouse
  app = await createApp(house, { holder: { pid: 1, startedAt: '', token: 'local-token' } })
  const password_hash = await hash(PASSWORD)
  await house.database.db.transaction().execute(async (db) => {
    await inSchema(db, 'p_thu_nghiem')
    await db.deleteFrom('session').execute()
    await db.deleteFrom('account').execute()
    const account = { password_hash, display_name: 'Thử' }
    await db
      .insertInto('account')
      .values([
        { ...account, username: 'tinh', role: 'province_officer' },
        { ...account, username: 'so', role: 'unit_officer', unit_id: UNITS.health.id },
        { ...account, username: 'mo-coi', role: 'unit_officer' },
        { ...account, username: 'nghi', role: 'province_officer', disabled_at: '2024-01-01' },
      ])
      .execute()
  })
})
afterAll(() => app.close())

async function signIn(username: string, password = PASSWORD) {
  return app.inject({
    method: 'POST',
    url: '/api/sign-in',
    payload: { province: 'thu-nghiem', username, password },
  })
}

async function get(url: string, username = 'tinh') {
  const cookie = String((await signIn(username)).headers['set-cookie']).split(';')[0] ?? ''
  return app.inject({ url, headers: { cookie } })
}

describe('signing in', () => {
  test('a wrong password and an unknown account are refused in the same words', async () => {
    const [wrong, unknown] = [await signIn('tinh', 'sai'), await signIn('khong-co')]
    expect([wrong.statusCode, unknown.statusCode]).toEqual([401, 401])
    expect(wrong.json()).toEqual(unknown.json())
  })

  test('a disabled account stays outside', async () => {
    expect((await signIn('nghi')).statusCode).toBe(401)
  })

  test('the cookie is out of reach of scripts and of other sites', async () => {
    expect(String((await signIn('tinh')).headers['set-cookie'])).toMatch(
      /HttpOnly; SameSite=Strict/,
    )
  })

  test('the table keeps no token', async () => {
    const token = String((await signIn('tinh')).headers['set-cookie']).split(/[.;]/)[1]
    const { database } = testHouse
    const rows = await database.db
      .withSchema('p_thu_nghiem')
      .selectFrom('session')
      .select('token_hash')
      .execute()
    expect(rows.some(({ token_hash }) => token_hash === token)).toBe(false)
  })

  test('after ten tries in a minute an account has to wait, others do not', async () => {
    for (let attempt = 0; attempt < 10; attempt++) await signIn('bi-do', 'sai')
    expect((await signIn('bi-do', 'sai')).statusCode).toBe(403)
    expect((await signIn('so')).statusCode).toBe(200)
  })
})

describe('routes', () => {
  test('answer nobody without a session', async () => {
    expect((await app.inject({ url: '/api/cadres' })).statusCode).toBe(401)
  })

  test('an officer without a unit sees nobody, not everybody', async () => {
    expect((await get('/api/cadres', 'mo-coi')).json()).toMatchObject({ total: 0 })
  })

  test('a unit officer sees the unit', async () => {
    expect(
      (await get('/api/cadres', 'so'))
        .json()
        .rows.every(({ unitName }: { unitName: string }) => unitName === 'Sở Y tế'),
    ).toBe(true)
  })

  test('a refusal is said in words, a bad date with its field', async () => {
    const answer = await get('/api/targets?asOf=2024-02-30')
    expect(answer.statusCode).toBe(400)
    expect(answer.json().message).toContain('asOf')
  })

  test('no script but our own files', async () => {
    const { headers } = await app.inject({ url: '/api/provinces' })
    expect(headers['content-security-policy']).toContain("script-src 'self'")
    expect(headers['content-security-policy']).not.toContain("script-src 'self' 'unsafe-inline'")
  })

  test('a route that no right opens stops the start', async () => {
    const forgotten = { ...routes['GET /me'], operation: 'access.forgotten' }
    const started = createApp(testHouse, {
      routes: { 'GET /forgotten': Object.assign(routes['GET /me'].bind(null), forgotten) },
    })
    await expect(started).rejects.toThrow('GET /forgotten (access.forgotten)')
  })

  test('the document of the API speaks of every route', async () => {
    const { paths } = (await app.inject({ url: '/api/openapi.json' })).json()
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining(['/api/targets', '/api/cadres/{id}', '/api/imports']),
    )
  })
})

describe('the local door', () => {
  const call = {
    operation: 'directives.packs',
    province: 'thu-nghiem',
    input: { asOf: '2024-10-31' },
  }

  test('opens to the token of the data folder only', async () => {
    const ask = (token: string) =>
      app.inject({
        method: 'POST',
        url: '/api/local',
        headers: { 'x-ngangtam-token': token },
        payload: call,
      })
    expect((await ask('guess')).statusCode).toBe(403)
    expect((await ask('local-token')).statusCode).toBe(200)
  })
})
