import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, inSchema } from '#server/kernel/database.ts'
import { openFresh } from '#server/testing.ts'
import { loadProvince } from './load.ts'

let database: Database
beforeAll(async () => {
  database = await openFresh()
  await loadProvince(database, 'lang-son')
}, 120_000)
afterAll(() => database.close())

async function count(text: string): Promise<Record<string, number>> {
  return database.db.transaction().execute(async (trx) => {
    await inSchema(trx, 'p_lang_son')
    const { rows } = await sql<Record<string, number>>`${sql.raw(text)}`.execute(trx)
    return rows[0] ?? {}
  })
}

test('two levels of government from 1/7/2025: 65 communes instead of 11 districts and 194', async () => {
  const on = (day: string) =>
    count(`select count(*) filter (where kind = 'district') as districts,
      count(*) filter (where kind = 'ward') as wards,
      count(*) filter (where level = 'commune') as communes
      from unit where during @> date '${day}'`)
  expect(await on('2025-06-30')).toEqual({ districts: 11, wards: 5, communes: 194 })
  expect(await on('2025-07-01')).toEqual({ districts: 0, wards: 4, communes: 65 })
})

test('every ended district, commune and agency names its heir', async () => {
  expect(
    await count(`select count(*) as heirless from unit u
      where not upper_inf(u.during) and u.kind <> 'division'
        and not exists (select from unit_succession s where s.unit_id = u.id)`),
  ).toEqual({ heirless: 0 })
})

test('nobody stays in a unit or a post that has ended', async () => {
  expect(
    await count(`select count(*) as stranded from tenure t join unit u on u.id = t.unit_id
      left join post p on p.id = t.post_id
      where t.holding = 'main' and (coalesce(upper(t.during), 'infinity') > coalesce(upper(u.during), 'infinity')
          or coalesce(upper(t.during), 'infinity') > coalesce(upper(p.during), 'infinity')
          or lower(t.during) < lower(u.during) and lower(u.during) > date '2000-01-01')`),
  ).toEqual({ stranded: 0 })
})

test('heads are cut against the end of 2021: about 5 % of civil servants, 8 % of employees', async () => {
  const cut = await count(`select ${share('civil_servant')} as civil_servants,
    ${share('public_employee')} as public_employees`)
  expect(cut.civil_servants).toBeGreaterThan(0.04)
  expect(cut.civil_servants).toBeLessThan(0.08)
  expect(cut.public_employees).toBeGreaterThan(0.06)
  expect(cut.public_employees).toBeLessThan(0.1)
})

test('people are planned for a title above the one they hold', async () => {
  const { planned = 0, titles = 0 } = await count(
    'select count(*) as planned, count(distinct title_code) as titles from succession_entry',
  )
  expect(planned).toBeGreaterThan(200)
  expect(titles).toBeGreaterThanOrEqual(6)
})

const share = (kind: string) => `(1 - (select count(*) from employment
    where kind = '${kind}' and during @> date '2025-12-31')::float
  / (select count(*) from employment where kind = '${kind}' and during @> date '2021-12-31'))`
