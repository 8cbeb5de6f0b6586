import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Door, openDoor } from './test-door.ts'

const PAGE = '/api/public/thu-nghiem'
const COMMENT = { kind: 'comment', says: 'Đề nghị công bố tiêu chuẩn của từng vị trí còn trống.' }
let door: Door
let lines: string[] = []
beforeAll(async () => {
  const stream = { write: (line: string) => void lines.push(line) }
  door = await openDoor({ demonstration: true, log: { level: 'trace', stream } as never })
})
beforeEach(() => {
  lines = []
})
afterAll(async () => {
  await door.behind(async (db) => {
    for (const table of ['petition_sender', 'petition_step', 'petition', 'audit_entry'])
      await sql`delete from ${sql.table(table)}`.execute(db)
    await db.updateTable('audit_head').set({ entries: 0, hash: '' }).execute()
  })
  await door.close()
})

const send = (payload: object, remoteAddress: string, headers: object = {}) =>
  door.app.inject({
    method: 'POST',
    url: `${PAGE}/petitions`,
    payload,
    remoteAddress,
    headers,
  } as never)

describe('the public page', () => {
  test('is kept for a minute by whoever asks, and holds no account', async () => {
    const answer = await door.app.inject({ method: 'GET', url: PAGE })
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('public, max-age=60')
    expect(answer.headers['set-cookie']).toBeUndefined()
  })

  test('of no province is refused, and asked too often waits', async () => {
    const absent = await door.app.inject({ method: 'GET', url: '/api/public/khong-co' })
    expect(absent.statusCode).toBe(404)
    const asked = []
    for (let time = 0; time < 125; time++)
      asked.push(await door.app.inject({ method: 'GET', url: PAGE, remoteAddress: '10.9.9.9' }))
    expect(asked.filter(({ statusCode }) => statusCode === 200)).toHaveLength(120)
    expect(asked.at(-1)?.statusCode).not.toBe(200)
  })
})

describe('a petition from the public page', () => {
  test('is answered by a code, and leaves no address in the log of the server', async () => {
    const answer = await send(COMMENT, '10.7.7.7')
    expect(answer.statusCode).toBe(200)
    expect(answer.headers['cache-control']).toBe('no-store')
    const { replyCode } = answer.json()
    const look = (code: string) =>
      door.app.inject({
        method: 'POST',
        url: `${PAGE}/petitions/answer`,
        payload: { replyCode: code },
        remoteAddress: '10.7.7.7',
      })
    expect((await look(replyCode)).json()).toMatchObject({ closedOn: null, answers: [] })
    expect((await look('sai-ma')).statusCode).toBe(404)
    expect(lines.filter((line) => line.includes('10.7.7.7'))).toEqual([])
  })

  test('is refused from another site, too long, without a body, and too often', async () => {
    expect((await send(COMMENT, '10.7.7.8', { 'sec-fetch-site': 'cross-site' })).statusCode).toBe(
      403,
    )
    expect((await send({ ...COMMENT, says: 'x'.repeat(40_000) }, '10.7.7.8')).statusCode).toBe(400)
    expect((await send({}, '10.7.7.8')).statusCode).toBe(400)
    for (let time = 0; time < 6; time++) await send({}, '10.7.7.8')
    const last = await send(COMMENT, '10.7.7.8')
    expect(last.statusCode).toBeGreaterThanOrEqual(400)
    expect(last.json().message).toMatch(/đợi|thử lại/i)
  })
})
