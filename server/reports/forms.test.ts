import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { OFFICER, test } from '#server/testing.ts'
import { filledForm, formList, formWorkbook } from './form-questions.ts'
import type { FormTable } from './form-table.ts'
import { formPeople } from './people.ts'

const ASKED = { form: 'bm01', asOf: '2024-10-31' }
const OF_HOME = {
  ...OFFICER,
  role: 'unit_officer',
  scope: UNITS.home.scope,
  unitId: UNITS.home.id,
}

const valuesOf = ({ columns }: FormTable, cells: FormTable['totals']) =>
  Object.fromEntries(columns.map(({ no }, index) => [no, cells[index]?.value]))
const unknownOf = ({ columns, totals }: FormTable) =>
  Object.fromEntries(columns.map(({ no }, index) => [no, totals[index]?.unknown]))

async function fillTheCast({ db }: Context): Promise<void> {
  await sql`insert into staffing_quota (unit_id, employment_kind, year, quota)
    values (2, 'civil_servant', 2024, 4), (3, 'civil_servant', 2024, 9), (7, 'civil_servant', 2024, 9)`.execute(
    db,
  )
  await sql`insert into grade_holding (cadre_id, grade_code, during) values
    (1, '01.001', '[2020-01-01,)'), (2, '01.003', '[2015-01-01,2020-01-01)'),
    (2, '01.002', '[2020-01-01,)'), (4, '01.002', '[2020-01-01,)'), (5, '01.003', '[2020-01-01,)')`.execute(
    db,
  )
  await sql`insert into party_membership (cadre_id, joined_on, left_on) values
    (1, '1995-02-03', null), (2, '2025-01-01', null), (4, '2000-01-01', '2023-01-01')`.execute(db)
}

describe('BM01', () => {
  test('counts what SQL by hand counts', async ({ ctx }) => {
    await fillTheCast(ctx)
    const filled = await filledForm(ctx, ASKED)
    const { rows } = await sql<Record<string, number>>`
      select count(*)::int as "2", count(*) filter (where c.sex = 'female')::int as "3",
        count(*) filter (where exists (select from party_membership p where p.cadre_id = c.id
          and p.joined_on <= '2024-10-31' and (p.left_on is null or p.left_on > '2024-10-31')))::int as "4",
        count(*) filter (where c.ethnicity <> '01')::int as "5",
        count(*) filter (where g.grade_code = '01.001')::int as "7",
        count(*) filter (where g.grade_code = '01.002')::int as "8",
        count(*) filter (where g.grade_code = '01.003')::int as "9",
        count(*) filter (where q.level = 'master')::int as "13",
        count(*) filter (where q.level = 'university')::int as "14",
        count(*) filter (where c.born_on > '1993-10-31')::int as "32",
        count(*) filter (where c.born_earliest > '1983-10-31' and c.born_on <= '1993-10-31')::int as "33",
        count(*) filter (where c.born_on > '1973-10-31' and c.born_on <= '1983-10-31')::int as "34",
        count(*) filter (where c.born_on <= '1973-10-31')::int as "35"
      from cadre c join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> date '2024-10-31'
      join unit u on u.id = t.unit_id and u.level in ('province', 'district')
      join employment e on e.cadre_id = c.id and e.kind = 'civil_servant' and e.during @> date '2024-10-31'
      left join grade_holding g on g.cadre_id = c.id and g.during @> date '2024-10-31'
      left join qualification q on q.cadre_id = c.id`.execute(ctx.db)
    expect(valuesOf(filled, filled.totals)).toMatchObject({ ...rows[0], 1: 13 })
    expect(rows[0]).toMatchObject({ 2: 9, 4: 1, 7: 1, 8: 2 })
  })

  test('leaves open whom the records do not place, and says who and which paper', async ({
    ctx,
  }) => {
    await fillTheCast(ctx)
    const filled = await filledForm(ctx, ASKED)
    // Five of nine have no grade; Dũng no degree; Nam is 39 or 40, so in column 33 either way.
    expect(unknownOf(filled)).toMatchObject({ 2: 0, 7: 5, 14: 1, 33: 0 })
    const open = await formPeople(ctx, { ...ASKED, column: '14', status: 'unknown' })
    expect(open.rows).toMatchObject([
      { cadreId: PEOPLE.dung, missing: ['Bổ sung văn bằng chuyên môn'] },
    ])
  })

  test('every cell opens exactly the people it counts', async ({ ctx }) => {
    await fillTheCast(ctx)
    const filled = await filledForm(ctx, ASKED)
    for (const { unitId, cells } of filled.rows) {
      for (const [index, { no, quota }] of filled.columns.entries()) {
        if (quota) continue
        const people = await formPeople(ctx, { ...ASKED, column: no, unitId: unitId ?? undefined })
        expect([no, people.counted, people.unknown]).toEqual([
          no,
          cells[index]?.value,
          cells[index]?.unknown,
        ])
        expect(people.rows).toHaveLength(people.counted)
      }
    }
  })

  test('a rule that does not hold is shown with both sides', async ({ ctx }) => {
    await fillTheCast(ctx)
    const rule = '7 + 8 + 9 + 10 + 11 = 2'
    const open = await filledForm(ctx, ASKED)
    expect(open.checks).toContainEqual(
      expect.objectContaining({ rule, where: null, ok: false, left: 4, right: 9, unknown: 5 }),
    )
    expect(open.checks.map(({ where }) => where)).toContain('Sở Y tế')
    await sql`insert into grade_holding (cadre_id, grade_code, during)
      select id, '01.003', '[2020-01-01,)' from cadre where id in (3, 6, 7, 8, 9)`.execute(ctx.db)
    const whole = await filledForm(ctx, ASKED)
    expect(whole.checks.filter((check) => check.rule === rule)).toMatchObject([
      { ok: true, left: 9 },
    ])
    await sql`update grade_holding set grade_code = '04.025' where cadre_id = 3`.execute(ctx.db)
    const inspector = await filledForm(ctx, ASKED)
    expect(valuesOf(inspector, inspector.totals)[9]).toBe(6)
    expect(inspector.checks.find((check) => check.rule === rule)).toMatchObject({ ok: true })
    await sql`update grade_holding set grade_code = '99.999' where cadre_id = 3`.execute(ctx.db)
    const wrong = await filledForm(ctx, ASKED)
    expect(wrong.checks.find((check) => check.rule === rule)).toMatchObject({ ok: false, left: 8 })
  })

  test('a unit officer reports the own unit and nobody else', async ({ ctx, as }) => {
    await fillTheCast(ctx)
    const filled = await filledForm(await as(OF_HOME), ASKED)
    expect(filled.place.name).toBe('Sở Nội vụ')
    expect(valuesOf(filled, filled.totals)).toMatchObject({ 1: 13, 2: 5 })
    expect(filled.rows.map(({ label }) => label)).toEqual([
      'Sở Nội vụ (trực tiếp)',
      'Phòng Công chức',
    ])
    await expect(
      filledForm(await as(OF_HOME), { ...ASKED, unitId: UNITS.health.id }),
    ).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('an age known by its year only is open where the year straddles the band', async ({
    ctx,
  }) => {
    await sql`update cadre set born_on = '1983-01-01' where id = ${PEOPLE.nam}`.execute(ctx.db)
    expect(unknownOf(await filledForm(ctx, ASKED))).toMatchObject({ 33: 1, 34: 1, 32: 0 })
  })
})

test('the other forms add up on the cast', async ({ ctx }) => {
  const leaders = await filledForm(ctx, { ...ASKED, form: '9c' })
  expect(leaders.rows[0]?.cells.map(({ value }) => value)).toEqual([0, 0, 0, 0, 0, 0, 1, 1])
  const decided = await filledForm(ctx, { ...ASKED, form: '13' })
  expect(decided.since).toBe('2024-01-01')
  expect(decided.columns.map(({ label }) => label)).toEqual([
    'Tổng số',
    'Trung ương quản lý',
    'Ban Thường vụ Tỉnh ủy quản lý',
    'Ban Thường vụ cấp huyện quản lý',
    'Cơ quan, đảng ủy cơ sở quản lý',
  ])
  expect(decided.rows[0]?.cells.map(({ value }) => value)).toEqual([3, 0, 3, 0, 0])
  for (const { id } of await formList(ctx, { asOf: ASKED.asOf }))
    await expect(filledForm(ctx, { ...ASKED, form: id })).resolves.toMatchObject({ form: id })
})

test('a title is counted by its rank and no grade; a code nobody listed is open', async ({
  ctx,
}) => {
  await sql`update unit set kind = 'party_advisory' where id = ${UNITS.home.id}`.execute(ctx.db)
  await sql`insert into grade_holding (cadre_id, grade_code, during)
    select cadre_id, (array['V.07.03.28', '04.024', 'V.06.05.14'])[1 + row_number() over () % 3],
      '[2020-01-01,)' from tenure where holding = 'main' and unit_id = ${UNITS.home.id}
      and during @> date '2024-10-31'`.execute(ctx.db)
  const { rows } = await filledForm(ctx, { ...ASKED, form: '8b' })
  const total = (no: string) => rows.find((row) => row.no === no)?.cells[0]
  const all = total('1')?.value ?? 0
  expect(all).toBeGreaterThan(2)
  expect(total('26')).toMatchObject({ value: total('21')?.value })
  expect(total('26')?.value).toBeGreaterThan(0)
  expect(total('22')?.unknown).toBe(all - 2 * (total('26')?.value ?? 0))
  await sql`update employment set kind = (array['support_contract', 'contract', 'part_time'])
    [1 + cadre_id % 3] where during @> date '2024-10-31'`.execute(ctx.db)
  const { checks } = await filledForm(ctx, { ...ASKED, form: '8b' })
  expect(checks[0]).toMatchObject({ rule: '2 + 3 + 4 + 5 + 6 + 7 = 1', ok: true, left: all })
})

test('what was learnt is told apart by partner, by mode, by group, and as refresher', async ({
  ctx,
}) => {
  await sql`with learnt as (insert into certificate (cadre_id, kind, level, mode, awarded_on) values
      (1, 'political_theory', 'advanced', 'full_time', '2024-05-01'),
      (2, 'political_theory', 'advanced', 'in_service', '2024-05-01'),
      (3, 'political_theory', 'advanced', null, '2024-05-01'),
      (4, 'defence', '3', null, '2024-05-01')),
    refreshed as (insert into other_training (cadre_id, kind, name, ended)
      values (5, 'refresher', 'Kiến thức mới', '2024-06'))
    insert into qualification (cadre_id, level, mode, country, awarded_on)
    values (6, 'master', 'joint', 'Việt Nam', '2024-05-01')`.execute(ctx.db)
  const { rows, checks } = await filledForm(ctx, { ...ASKED, form: '10' })
  const said = (label: string) => rows.find((row) => row.label === label)?.cells[0]
  expect(said('Cao cấp')).toEqual({ value: 3, unknown: 0 })
  expect(said('Cao cấp, hệ tập trung')).toEqual({ value: 1, unknown: 1 })
  expect(said('Cao cấp, hệ không tập trung')).toEqual({ value: 1, unknown: 1 })
  expect(said('Thạc sĩ, liên kết')?.value).toBe(1)
  expect(said('Thạc sĩ, trong nước')?.value).toBe(0)
  expect(said('Quốc phòng và an ninh, đối tượng 3')?.value).toBe(1)
  expect(said('Cập nhật kiến thức')?.value).toBe(1)
  expect(checks.filter(({ ok }) => !ok)).toEqual([])
})

test('planned for the inspection committee, the assembly, and the head of an agency', async ({
  ctx,
}) => {
  await sql`insert into job_title (code, name, rank, sort_order) values
      ('x_ubkt', 'Phó Chủ nhiệm Ủy ban Kiểm tra Tỉnh ủy', 'member', 901),
      ('x_qh', 'Đại biểu Quốc hội', 'member', 902), ('x_gd', 'Giám đốc sở', 'head', 903)`.execute(
    ctx.db,
  )
  await sql`delete from succession_entry`.execute(ctx.db)
  await sql`insert into succession_entry (cadre_id, title_code, unit_id, term, during)
    select 1, code, ${UNITS.home.id}, '2025-2030', '[2024-01-01,)' from job_title
    where code like 'x\_%'`.execute(ctx.db)
  const filled = await filledForm(ctx, { ...ASKED, form: '12a' })
  const counted = filled.columns.filter((_, index) => filled.rows[0]?.cells[index]?.value === 1)
  expect(counted.map(({ label, under }) => [...under, label].join(': '))).toEqual([
    'Ủy viên ủy ban kiểm tra',
    'Đại biểu Quốc hội',
    'Sở, ban, ngành: Cấp trưởng',
  ])
})

test('a secretary of a party cell is no secretary of the province', async ({ ctx }) => {
  await sql`insert into political_post (cadre_id, system, title, body, during) values
    (1, 'party', 'Bí thư', 'Chi bộ Ban Tổ chức Tỉnh ủy', '[2020-01-01,)'),
    (2, 'party', 'Phó Bí thư', 'Tỉnh ủy', '[2020-01-01,)')`.execute(ctx.db)
  const filled = await filledForm(ctx, { ...ASKED, form: '9a' })
  expect(valuesOf(filled, filled.totals)).toMatchObject({ 2: 1, 3: 0, 4: 1 })
})

test('after the district level ended the forms say so', async ({ ctx }) => {
  const later = await filledForm(ctx, { ...ASKED, asOf: '2025-07-01' })
  expect(later.notes.join(' ')).toContain('không còn đơn vị hành chính cấp huyện')
  expect((await filledForm(ctx, ASKED)).notes.join(' ')).not.toContain('01/7/2025')
})

test('an unknown form names those there are', async ({ ctx }) => {
  await expect(filledForm(ctx, { ...ASKED, form: 'bm02' })).rejects.toThrow(/Các biểu: .*bm01/)
})

test('the Excel file is a file', async ({ ctx }) => {
  const { bytes, fileName } = await formWorkbook(ctx, ASKED)
  expect(fileName).toBe('BM01-BNV 2024-10-31.xlsx')
  expect(bytes.slice(0, 2)).toEqual(new Uint8Array([0x50, 0x4b]))
})
