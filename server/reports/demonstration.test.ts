import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compose, LOCAL, provinceByCode } from '#server/house.ts'
import type { House, Province } from '#server/kernel/context.ts'
import { enter } from '#server/kernel/operation.ts'
import { loadProvince } from '#server/seed/load.ts'
import { openFresh } from '#server/testing.ts'
import { filledForm } from './form-questions.ts'

const ON = sql`date '2024-10-31'`

let house: House
let province: Province
beforeAll(async () => {
  const database = await openFresh()
  await loadProvince(database, 'quang-binh')
  house = compose(database)
  province = await provinceByCode(database, 'quang-binh')
}, 180_000)
afterAll(() => house.database.close())

/** The totals of a form and the one row of a statement written by hand, in one transaction. */
const both = (form: string, byHand: RawBuilder<Record<string, number>>) =>
  enter(house, province, LOCAL, 'query', async (ctx) => {
    const filled = await filledForm(ctx, { form, asOf: '2024-10-31' })
    const totals = Object.fromEntries(
      filled.columns.map(({ no }, index) => [no, filled.totals[index]?.value]),
    )
    return { filled, totals, byHand: (await byHand.execute(ctx.db)).rows[0] }
  })

test('BM01 of a demonstration province is what SQL by hand counts', async () => {
  const { totals, byHand } = await both(
    'bm01',
    sql`with person as (
      select c.id, c.sex, c.ethnicity, c.religion, g.grade_code,
        (select max(array_position(array['none','elementary','intermediate','college','university','master','doctorate'], level))
          from qualification q where q.cadre_id = c.id and (awarded_on is null or awarded_on <= ${ON})) as degree,
        exists (select from party_membership m where m.cadre_id = c.id and m.joined_on <= ${ON}
          and (m.left_on is null or m.left_on > ${ON})) as in_party
      from cadre c join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${ON}
      join unit u on u.id = t.unit_id and u.level in ('province', 'district')
      join employment e on e.cadre_id = c.id and e.kind = 'civil_servant' and e.during @> ${ON}
      left join grade_holding g on g.cadre_id = c.id and g.during @> ${ON})
    select count(*)::int as "2", count(*) filter (where sex = 'female')::int as "3",
      count(*) filter (where in_party)::int as "4",
      count(*) filter (where ethnicity <> '01')::int as "5",
      count(*) filter (where religion <> 'none')::int as "6",
      count(*) filter (where grade_code = '01.001')::int as "7",
      count(*) filter (where grade_code = '01.002')::int as "8",
      count(*) filter (where grade_code = '01.003')::int as "9",
      count(*) filter (where degree = 7)::int as "12", count(*) filter (where degree = 6)::int as "13",
      count(*) filter (where degree = 5)::int as "14", count(*) filter (where degree = 4)::int as "15"
    from person`,
  )
  expect(byHand?.['2']).toBeGreaterThan(1000)
  expect(totals).toMatchObject(byHand ?? {})
})

test('9A of a demonstration province has its leaders', async () => {
  const { totals, byHand, filled } = await both(
    '9a',
    sql`select
      count(*) filter (where t.rank = 'head' and u.kind in ('department', 'council_office'))::int as "13",
      count(*) filter (where t.rank = 'deputy' and u.kind in ('department', 'council_office'))::int as "14",
      count(*) filter (where t.rank = 'head' and u.kind in ('party_advisory', 'mass_organisation'))::int as "11",
      count(*) filter (where t.rank = 'deputy' and u.kind in ('party_advisory', 'mass_organisation'))::int as "12"
    from tenure t join unit u on u.id = t.unit_id
    where t.holding = 'main' and t.during @> ${ON} and u.level = 'province'`,
  )
  expect(byHand?.['13']).toBeGreaterThan(10)
  expect(totals).toMatchObject(byHand ?? {})
  expect(Number(totals['1'])).toBeGreaterThan(40)
  expect(filled.checks.filter(({ ok, unknown }) => !ok && unknown === 0)).toEqual([])
})
