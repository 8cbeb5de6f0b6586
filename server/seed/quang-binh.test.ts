import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Database, inSchema } from '#server/kernel/database.ts'
import { openFresh } from '#server/testing.ts'
import { loadProvince } from './load.ts'

let database: Database
beforeAll(async () => {
  database = await openFresh()
  await loadProvince(database, 'quang-binh')
}, 120_000)
afterAll(() => database.close())

/** One row of counts, by plain SQL in the province's own tables. */
async function count(text: string): Promise<Record<string, number>> {
  return database.db.transaction().execute(async (trx) => {
    await inSchema(trx, 'p_quang_binh')
    const { rows } = await sql<Record<string, number>>`${sql.raw(text)}`.execute(trx)
    return rows[0] ?? {}
  })
}

const MANAGED_2021 = `
  select c.sex, c.born_on > date '1981-03-12' as young, u.level, p.in_frame, q.mode, q.field
  from tenure t join post p on p.id = t.post_id join unit u on u.id = t.unit_id
  join cadre c on c.id = t.cadre_id
  join lateral (select mode, field from qualification q where q.cadre_id = c.id
    order by array_position(array['elementary','intermediate','college','university','master','doctorate'], q.level) desc
    limit 1) q on true
  where p.managed_by = 'standing_committee' and t.holding = 'main' and t.during @> date '2021-03-12'`

describe('QB-F1: the frame', () => {
  test('58 agencies', async () => {
    expect(
      await count(`select count(*) as all_of_them,
        count(*) filter (where block = 'party_advisory') as advisory,
        count(*) filter (where block = 'party_service') as party_service,
        count(*) filter (where block = 'mass_organisation') as mass,
        count(*) filter (where block = 'council') as council,
        count(*) filter (where block in ('economic','culture_society','internal_affairs')) as specialised,
        count(*) filter (where block = 'service') as service,
        count(*) filter (where block = 'district') as district
        from unit where block is not null and during @> date '2021-03-12'`),
    ).toEqual({
      all_of_them: 58,
      advisory: 6,
      party_service: 3,
      mass: 6,
      council: 4,
      specialised: 21,
      service: 8,
      district: 10,
    })
  })

  test('seats of every line', async () => {
    const seats = (where: string) =>
      count(`select coalesce(sum(seats), 0)::int as n from post p join unit u on u.id = p.unit_id
        where in_frame and managed_by = 'standing_committee' and ${where}`).then(({ n }) => n)
    const lines: [string, number][] = [
      ["block = 'party_advisory' and rank = 'head'", 6],
      ["block = 'party_advisory' and rank = 'deputy'", 15],
      ["title_code = 'inspection_member'", 5],
      ["block = 'party_service' and rank = 'head'", 2],
      ["title_code = 'party_service_deputy'", 5],
      ["title_code = 'party_service_standing_deputy'", 1],
      ["block = 'mass_organisation' and rank = 'head'", 6],
      ["block = 'mass_organisation' and rank = 'deputy'", 15],
      ["block = 'council' and rank = 'head'", 1],
      ["block = 'council' and rank = 'deputy'", 8],
      ["block = 'economic' and rank = 'head'", 10],
      ["block = 'economic' and rank = 'deputy'", 30],
      ["block = 'culture_society' and rank = 'head'", 9],
      ["block = 'culture_society' and rank = 'deputy'", 27],
      ["block = 'internal_affairs' and rank = 'head'", 2],
      ["block = 'internal_affairs' and rank = 'deputy'", 6],
      ["block = 'service' and rank = 'head'", 8],
      ["block = 'service' and rank = 'deputy'", 18],
      ["title_code = 'district_secretary'", 10],
      ["title_code = 'district_deputy_secretary'", 20],
      ["title_code = 'district_council_vice_chair'", 8],
      ["title_code = 'district_vice_chair'", 19],
      ["title_code = 'district_standing_member'", 51],
      ['true', 282],
    ]
    for (const [where, expected] of lines)
      expect([where, await seats(where)]).toEqual([where, expected])
  })
})

test('QB-F2: 338 people, 45 women, 8 young', async () => {
  expect(
    await count(`select count(*) as people,
      count(*) filter (where sex = 'female') as women,
      count(*) filter (where sex = 'female' and level = 'province') as women_province,
      count(*) filter (where sex = 'female' and level = 'district') as women_district,
      count(*) filter (where young) as young,
      count(*) filter (where young and sex = 'female') as young_women,
      count(*) filter (where young and level = 'province') as young_province,
      count(*) filter (where young and level = 'district') as young_district,
      count(*) filter (where in_frame) as in_frame from (${MANAGED_2021}) m`),
  ).toEqual({
    people: 338,
    women: 45,
    women_province: 27,
    women_district: 18,
    young: 8,
    young_women: 2,
    young_province: 7,
    young_district: 1,
    in_frame: 260,
  })
})

test('QB-F3: shares of full-time study and of each field, rounded as printed', async () => {
  const share = (where: string) => `round(100.0 * count(*) filter (where ${where}) / count(*))::int`
  expect(
    await count(`select ${share("mode = 'full_time'")} as full_time,
      ${share("field = 'natural_science'")} as natural_science,
      ${share("field = 'social_science'")} as social_science, ${share("field = 'law'")} as law,
      ${share("field = 'economics'")} as economics, ${share("field = 'politics'")} as politics,
      ${share("field = 'agriculture'")} as agriculture, ${share("field = 'engineering'")} as engineering,
      ${share("field = 'military_police'")} as military_police from (${MANAGED_2021}) m`),
  ).toEqual({
    full_time: 70,
    natural_science: 6,
    social_science: 12,
    law: 18,
    economics: 25,
    politics: 3,
    agriculture: 11,
    engineering: 8,
    military_police: 8,
  })
})

test('QB-F4: 245 people appointed or nominated 2016–2020, each once', async () => {
  expect(
    await count(`select count(*) as decisions, count(distinct t.cadre_id) as people,
      count(*) filter (where c.sex = 'female') as women,
      count(*) filter (where age(t.decided_on, c.born_on) < interval '40 years') as young
      from tenure t join post p on p.id = t.post_id join cadre c on c.id = t.cadre_id
      where p.managed_by = 'standing_committee' and t.entry in ('appointment', 'nomination')
        and t.decided_on between date '2016-01-01' and date '2020-12-31'`),
  ).toEqual({ decisions: 245, people: 245, women: 26, young: 20 })
})

test('the provincial committee of 31/10/2024: 51 members, 7 women, 4 under 40', async () => {
  expect(
    await count(`select count(*) as members, count(*) filter (where sex = 'female') as women,
      count(*) filter (where born_on > date '1984-10-31') as young
      from tenure t join post p on p.id = t.post_id join unit u on u.id = p.unit_id
      join cadre c on c.id = t.cadre_id
      where u.kind = 'party_committee' and t.during @> date '2024-10-31'`),
  ).toEqual({ members: 51, women: 7, young: 4 })
})

test('every district received one or two provincial civil servants by mid-2024', async () => {
  expect(
    await count(`select count(*) as districts, min(received) as fewest, max(received) as most from (
      select u.id, (select count(*) from tenure t join unit d on d.id = t.unit_id
          join unit f on f.id = t.from_unit_id
          where t.entry = 'term_posting' and f.level = 'province' and lower(t.during) <= date '2024-06-30'
            and t.rank in ('division_head', 'division_deputy')
            and d.tree_from between u.tree_from and u.tree_to)::int as received
      from unit u where u.kind = 'district') r`),
  ).toEqual({ districts: 8, fewest: 1, most: 2 })
})

test('the years after: about 40 to 55 decisions, the total in posts near 338', async () => {
  for (const year of [2021, 2022, 2023, 2024]) {
    const {
      decisions = 0,
      women = 0,
      young = 0,
    } = await count(`select count(*) as decisions,
      count(*) filter (where c.sex = 'female') as women,
      count(*) filter (where age(t.decided_on, c.born_on) < interval '40 years') as young
      from tenure t join post p on p.id = t.post_id join cadre c on c.id = t.cadre_id
      where p.managed_by = 'standing_committee' and t.entry in ('appointment', 'nomination')
        and extract(year from t.decided_on) = ${year}`)
    const { serving = 0 } = await count(`select count(*) as serving from tenure t
      join post p on p.id = t.post_id where p.managed_by = 'standing_committee'
        and t.holding = 'main' and t.during @> date '${year}-10-31'`)
    expect(decisions).toBeGreaterThanOrEqual(40)
    expect(decisions).toBeLessThanOrEqual(55)
    expect(women / decisions).toBeGreaterThan(0.08)
    expect(women / decisions).toBeLessThan(0.18)
    expect(young / decisions).toBeGreaterThan(0.06)
    expect(young / decisions).toBeLessThan(0.18)
    expect(Math.abs(serving - 338)).toBeLessThanOrEqual(15)
  }
})
