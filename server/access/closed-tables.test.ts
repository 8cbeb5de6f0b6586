import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, inSchema } from '#server/kernel/database.ts'
import { type Door, openDoor } from '#server/test-door.ts'

const CLOSED = [
  'petition_sender',
  'account',
  'session',
  'recovery_code',
  'sign_in_step',
  'sign_in_failure',
  'known_device',
  'set_up_code',
  'role_requirement',
  'single_sign_on',
  'single_sign_on_request',
]
let door: Door
beforeAll(async () => {
  door = await openDoor({ demonstration: true })
})
afterAll(() => door.close())

function asRole(
  { db }: Database,
  role: string,
  table: string,
  statement = sql`select * from ${sql.table(table)}`,
) {
  return db.transaction().execute(async (trx) => {
    await inSchema(trx, 'p_thu_nghiem')
    await sql`select set_config('role', ${role}, true)`.execute(trx)
    await statement.execute(trx)
  })
}

describe('what opens the house', () => {
  test.each(CLOSED)('%s is out of reach of both roles of the application', async (table) => {
    for (const role of ['ngangtam_whole', 'ngangtam_scoped'])
      await expect(asRole(door.house.database, role, table)).rejects.toThrow(/permission denied/)
  })

  test.each(['role', 'role_right', 'column_group_grant'])(
    '%s is read by both roles of the application and changed by neither',
    async (table) => {
      for (const role of ['ngangtam_whole', 'ngangtam_scoped']) {
        const { database } = door.house
        await asRole(database, role, table)
        const change = asRole(database, role, table, sql`delete from ${sql.table(table)}`)
        await expect(change).rejects.toThrow(/permission denied/)
      }
    },
  )

  test('is not kept as the answer to a repeated command', async () => {
    const officer = door.browser()
    await officer.signIn('tinh')
    const key = { 'idempotency-key': 'mot-lan-bam-nut' }
    const asked = { username: 'tam', displayName: 'Tạm', role: 'inspector' }
    const given = await officer.send('POST', '/accounts', asked, key)
    expect(given.statusCode).toBe(200)
    const kept = await door.behind((db) => db.selectFrom('answered_command').selectAll().execute())
    expect(kept).toEqual([])
  })

  test('in a demonstration the officer shows the account screens, others do not', async () => {
    const [officer, unit] = [door.browser(), door.browser()]
    await officer.signIn('tinh')
    await unit.signIn('so')
    expect((await officer.send('GET', '/accounts')).statusCode).toBe(200)
    expect((await unit.send('GET', '/accounts')).statusCode).toBe(403)
  })
})
