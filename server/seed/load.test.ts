import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, inSchema } from '#server/kernel/database.ts'
import { openFresh } from '#server/testing.ts'
import { demonstrationAccounts } from './accounts.ts'
import { createEmptyProvince, growProvince, loadDemonstration, schemaOf } from './load.ts'
import { planProvince } from './plans.ts'
import { provinceCodes, readProvinceFile } from './province-file.ts'

let database: Database
const said: string[] = []
beforeAll(async () => {
  database = await openFresh()
  await loadDemonstration(database, new Set(), (message) => said.push(message))
}, 240_000)
afterAll(() => database.close())

async function rowsOf(code: string, text: string): Promise<Record<string, unknown>[]> {
  return database.db.transaction().execute(async (trx) => {
    await inSchema(trx, schemaOf(code))
    return (await sql<Record<string, unknown>>`${sql.raw(text)}`.execute(trx)).rows
  })
}

test('says what it loads', () => {
  expect(said).toHaveLength(provinceCodes().length * 2)
})

describe.each(provinceCodes())('%s', (code) => {
  const { looks_at } = readProvinceFile(code)
  const days = [readProvinceFile(code).snapshot_on, looks_at]

  test('is the same story every time', () => {
    const [one, other] = [planProvince(code), planProvince(code)]
    expect([...one.rows]).toEqual([...other.rows])
  })

  test.each(days)('everybody employed on %s holds one main post and is 22 to 62', async (day) => {
    const [row] = await rowsOf(
      code,
      `select count(*) as serving,
        count(*) filter (where not exists (select from tenure t where t.cadre_id = c.id
          and t.holding = 'main' and t.during @> date '${day}')) as without_post,
        count(*) filter (where age(date '${day}', c.born_on) < interval '22 years') as too_young,
        count(*) filter (where age(date '${day}', c.born_on) > interval '62 years 1 month') as too_old
      from cadre c join employment e on e.cadre_id = c.id and e.during @> date '${day}'`,
    )
    expect(row).toMatchObject({ without_post: 0, too_young: 0, too_old: 0 })
    expect(row?.serving).toBeGreaterThan(500)
  })

  test('the unit of the record is the unit of the last main post', async () => {
    const wrong = await rowsOf(
      code,
      `select c.record_no from cadre c join lateral (select unit_id from tenure t
        where t.cadre_id = c.id and t.holding = 'main' order by lower(during) desc limit 1) last on true
      where last.unit_id is distinct from c.unit_id`,
    )
    expect(wrong).toEqual([])
  })

  test('every unit has its own range of numbers inside its parent’s', async () => {
    const wrong = await rowsOf(
      code,
      `select u.code from unit u left join unit_parent p on p.unit_id = u.id
          and upper(p.during) is not distinct from upper(u.during)
        left join unit up on up.id = coalesce((select min(s.successor_id) from unit_succession s
          join public.province here on here.code = '${code}'
          where s.unit_id = u.id and upper(u.during) <= here.looks_at
          having count(*) = 1), p.parent_id)
      where u.tree_from < 1 or u.tree_to < u.tree_from
        or (up.id is not null and not (u.tree_from > up.tree_from and u.tree_to <= up.tree_to))`,
    )
    expect(wrong).toEqual([])
  })

  test('past periods of reports are taken in, one whole is signed, the last is under way', async () => {
    const rows = await rowsOf(
      code,
      `select last.kind, count(*)::int as reports, sum(f.files)::int as files,
        bool_and(coalesce(jsonb_typeof(r.content -> 'sections') = 'array', r.content is null)) as whole
      from periodic_report r
      cross join lateral (select kind from periodic_report_step s where s.report_id = r.id
        order by s.on_day desc, s.id desc limit 1) last
      cross join lateral (select count(*) as files from periodic_report_file where report_id = r.id) f
      group by 1`,
    )
    if (code === 'vinh-phuc') return expect(rows).toEqual([])
    expect(rows).toContainEqual({ kind: 'signed', reports: 1, files: 3, whole: true })
    expect(rows.filter(({ whole }) => !whole)).toEqual([])
    const held = Object.fromEntries(rows.map(({ kind, reports }) => [kind, Number(reports)]))
    expect(held.accepted).toBeGreaterThan(10)
    expect(rows.length).toBeGreaterThan(2)
  })

  test('a few files have holes, and only a few', async () => {
    const [row] = await rowsOf(
      code,
      `select count(*) as people, count(*) filter (where born_precision <> 'day') as coarse,
        count(*) filter (where not exists (select from qualification q where q.cadre_id = c.id)) as degrees,
        count(*) filter (where not exists (select from certificate x
          where x.cadre_id = c.id and x.kind = 'state_management')) as programmes from cadre c`,
    )
    const people = Number(row?.people)
    const holes = Number(row?.coarse) + Number(row?.degrees) + Number(row?.programmes)
    expect(holes).toBeGreaterThan(0)
    expect(holes).toBeLessThanOrEqual(Math.ceil(people * 0.006))
  })

  test('opens an account for each kind of reader', async () => {
    const accounts = await rowsOf(
      code,
      'select username, role, unit_id, cadre_id from account order by id',
    )
    expect(accounts.map(({ username }) => username)).toEqual(
      demonstrationAccounts(code).map(({ username }) => username),
    )
    expect(accounts).toMatchObject([
      { role: 'province_officer', unit_id: null, cadre_id: null },
      { role: 'unit_officer', unit_id: expect.any(Number), cadre_id: null },
      { role: 'unit_head', unit_id: expect.any(Number), cadre_id: expect.any(Number) },
      { role: 'cadre', unit_id: null, cadre_id: expect.any(Number) },
      { role: 'admin', unit_id: null, cadre_id: null },
    ])
  })
})

test('more people can be added, each on a seat of the post', async () => {
  const [code = ''] = provinceCodes()
  const people = async () => Number((await rowsOf(code, 'select count(*) as n from cadre'))[0]?.n)
  const before = await people()
  await growProvince(database, code, 500)
  await growProvince(database, code, 500)
  expect(await people()).toBe(before + 1000)
  const over = await rowsOf(
    code,
    'select p.id from post p join tenure t on t.post_id = p.id where t.seat_no > p.seats',
  )
  expect(over).toEqual([])
}, 60_000)

test('a real province starts empty', async () => {
  await createEmptyProvince(database, 'thu-nghiem', 'Thử Nghiệm', ['lang-son-12-kh-ubnd-2024'])
  const [row] = await rowsOf(
    'thu-nghiem',
    `select (select count(*) from cadre) as people, (select count(*) from account) as accounts,
      (select count(*) from unit) as units, (select count(*) from pack_adoption) as packs,
      (select count(*) from job_title) > 20 as titles`,
  )
  expect(row).toEqual({ people: 0, accounts: 0, units: 1, packs: 1, titles: true })
})

test('an unknown directive creates nothing', async () => {
  await expect(createEmptyProvince(database, 'khac', 'Khác', ['khong-co'])).rejects.toMatchObject({
    kind: 'invalid',
  })
})
