import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { expect } from 'vitest'
import { UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { insertRows } from '#server/kernel/database.ts'
import { test } from '#server/testing.ts'
import { commitImport } from './imports.ts'
import { previewImport } from './preview.ts'
import { undoImport } from './undo.ts'

const SAMPLES = join(import.meta.dirname, '../../../samples')
const fileNamed = (name: string) => ({
  name,
  bytes: new Uint8Array(readFileSync(join(SAMPLES, name))),
})

const COMMUNE_POSTS = [
  ['commune_secretary', 'Bí thư Đảng ủy', 'head'],
  ['commune_deputy_secretary', 'Phó Bí thư Đảng ủy', 'deputy'],
  ['commune_chair', 'Chủ tịch UBND xã', 'head'],
  ['commune_vice_chair', 'Phó Chủ tịch UBND xã', 'deputy'],
  ['commune_council_vice_chair', 'Phó Chủ tịch HĐND xã', 'deputy'],
  ['commune_front_chair', 'Chủ tịch Ủy ban MTTQ xã', 'head'],
  ['commune_civil_servant', 'Chuyên viên', 'specialist'],
] as const

/** Three communes beside the units of the cast, with the posts a commune has. */
async function addCommunes({ db }: Context): Promise<void> {
  const during = '[2000-01-01,)'
  const names = ['Xã Vân Nham', 'Xã Hữu Lũng', 'Xã Chi Lăng']
  const units = names.map((name, i) => ({ id: 101 + i, name }))
  await insertRows(
    db,
    'unit',
    units.map(({ id }) => ({
      id,
      code: `x${id}`,
      kind: 'commune',
      level: 'commune',
      during,
      tree_from: id,
      tree_to: id,
    })),
  )
  await insertRows(
    db,
    'unit_name',
    units.map(({ id, name }) => ({ unit_id: id, name, during })),
  )
  await insertRows(
    db,
    'unit_parent',
    units.map(({ id }) => ({ unit_id: id, parent_id: 1, during })),
  )
  const titles = COMMUNE_POSTS.filter(
    ([code]) => code !== 'commune_chair' && code !== 'commune_vice_chair',
  )
  await insertRows(
    db,
    'job_title',
    titles.map(([code, name, rank], i) => ({ code, name, rank, sort_order: 50 + i })),
  )
  const posts = units.flatMap(({ id }) =>
    COMMUNE_POSTS.map(([title_code, name, rank]) => ({ unit_id: id, title_code, name, rank })),
  )
  await insertRows(
    db,
    'post',
    posts.map((post, i) => ({
      id: 200 + i,
      ...post,
      seats: 2,
      in_frame: true,
      is_key: true,
      during,
    })),
  )
}

/** Divisions of the department of home affairs, as the second sample names them. */
async function addDivisions({ db }: Context): Promise<void> {
  const during = '[2000-01-01,)'
  const names = ['Văn phòng', 'Phòng Công chức, viên chức', 'Phòng Cải cách hành chính']
  const units = names.map((name, i) => ({ id: 101 + i, name }))
  await insertRows(
    db,
    'unit',
    units.map(({ id }) => ({
      id,
      code: `x${id}`,
      kind: 'division',
      level: 'province',
      during,
      tree_from: 3,
      tree_to: 3,
    })),
  )
  await insertRows(
    db,
    'unit_name',
    units.map(({ id, name }) => ({ unit_id: id, name, during })),
  )
  await insertRows(
    db,
    'unit_parent',
    units.map(({ id }) => ({ unit_id: id, parent_id: UNITS.home.id, during })),
  )
  const posts = units.flatMap(({ id }) => [
    {
      unit_id: id,
      title_code: 'division_head',
      name: 'Trưởng phòng',
      rank: 'division_head',
      seats: 1,
    },
    {
      unit_id: id,
      title_code: 'division_head',
      name: 'Phó Trưởng phòng',
      rank: 'division_deputy',
      seats: 2,
    },
    { unit_id: id, title_code: 'specialist', name: 'Chuyên viên', rank: 'specialist', seats: 5 },
  ])
  await insertRows(
    db,
    'post',
    posts.map((post, i) => ({ id: 200 + i, ...post, in_frame: false, is_key: false, during })),
  )
}

const TABLES = [
  'cadre',
  'cadre_private',
  'employment',
  'grade_holding',
  'tenure',
  'qualification',
  'certificate',
  'party_membership',
  'rating',
  'succession_entry',
  'import_row',
] as const

async function rowCounts({ db }: Context) {
  const counts: Record<string, number> = {}
  for (const table of TABLES) {
    const { rows } = await sql<{
      n: number
    }>`select count(*) as n from ${sql.table(table)}`.execute(db)
    counts[table] = rows[0]?.n ?? 0
  }
  return counts
}

test('the list of communes: three header lines, sections, men and women in two columns', async ({
  ctx: now,
}) => {
  const ctx = { ...now, today: '2026-10-28' }
  await addCommunes(ctx)
  const file = fileNamed('Trich-ngang-can-bo-cap-xa-Lang-Son.xlsx')
  const before = await rowCounts(ctx)
  const seen = await previewImport(ctx, { file })
  expect(seen.table).toEqual({ headerRows: [7, 9], firstRow: 11, lastRow: 28 })
  expect(Object.fromEntries(seen.columns.map(({ column, field }) => [column, field]))).toEqual({
    A: 'ordinal',
    B: 'full_name',
    C: 'birth_date_male',
    D: 'birth_date_female',
    E: 'home_place',
    F: 'ethnicity',
    G: 'religion',
    H: 'party_joined',
    I: 'general_education',
    J: 'degree',
    K: 'major',
    L: 'political_theory',
    M: 'state_management',
    N: 'language',
    O: 'it',
    P: 'post',
    Q: 'post_since',
    R: 'national_id',
    S: 'rating',
    T: 'rating',
    U: 'rating',
    V: 'note',
  })
  expect(seen.counts).toMatchObject({ read: 15, ready: 12, blocked: 3 })
  const blocked = seen.problems.filter(({ severity }) => severity === 'blocks')
  expect(blocked.map(({ cell, value }) => `${cell} ${value}`)).toEqual([
    'C14 31/02/1987',
    'C26 6/25/1985',
    'P27 PCT',
  ])
  expect(seen.rows[0]?.values).toContainEqual({
    field: 'post',
    label: 'Chức vụ, chức danh hiện giữ',
    value: 'Phó Chủ tịch UBND xã',
    cell: 'P12',
    state: 'ok',
  })
  expect(seen.rows[0]?.values).toContainEqual({
    field: 'unit',
    label: 'Đơn vị công tác',
    value: 'Xã Vân Nham',
    cell: 'B11',
    state: 'ok',
  })

  const { importId, ...done } = await commitImport(ctx, { file })
  expect(done).toMatchObject({ read: 15, accepted: 12, unchanged: 0 })
  const hoa = await ctx.db
    .selectFrom('cadre')
    .innerJoin('party_membership', 'cadre_id', 'cadre.id')
    .selectAll()
    .where('full_name', '=', 'Chu Thị Hoà')
    .executeTakeFirstOrThrow()
  expect(hoa).toMatchObject({
    sex: 'female',
    born_on: '1988-06-01',
    born_precision: 'month',
    ethnicity: '02',
    religion: 'none',
    general_education: '12/12',
    unit_id: 101,
    joined_on: '2016-02-03',
    official_on: '2017-02-03',
  })
  expect(await commitImport(ctx, { file })).toMatchObject({
    accepted: 0,
    unchanged: 12,
    importId: null,
  })
  await undoImport(ctx, { importId: importId ?? 0 })
  expect(await rowCounts(ctx)).toEqual(before)
})

test('the list of a department: x marks, merged divisions, numbers without their zeros', async ({
  ctx,
}) => {
  await addDivisions(ctx)
  const file = fileNamed('Danh-sach-cong-chuc-So-Noi-vu-Quang-Binh.xlsx')
  const before = await rowCounts(ctx)
  const seen = await previewImport(ctx, { file })
  expect(seen.counts).toMatchObject({ read: 12, ready: 10, blocked: 2 })
  const blocked = seen.problems.filter(({ severity }) => severity === 'blocks')
  expect(blocked.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual([
    'B18 Trùng người với dòng 17 (DS Sở).',
    'D19 Ngày không có thật. Tháng 02/1990 có 28 ngày.',
  ])
  const { importId, warnings } = await commitImport(ctx, { file })
  expect(warnings.map(({ cell, reason }) => `${cell} ${reason}`)).toEqual(
    expect.arrayContaining([
      'A1 Trang tính này không có bảng danh sách người (không thấy cột Họ và tên).',
      'V21 Ô chứa công thức bị lỗi (#REF!).',
      'M12 Mã ngạch “1.002” mất số 0 ở đầu, hiểu là 01.002.',
    ]),
  )
  const loc =
    await sql<object>`select c.sex, c.born_on, c.born_precision, p.national_id, p.phone, e.kind, lower(e.during)::text as since,
      g.grade_code, g.step, g.coefficient, q.level, t.title, t.unit_id, lower(t.during)::text as in_post_since
    from cadre c join cadre_private p on p.cadre_id = c.id join employment e on e.cadre_id = c.id
    join grade_holding g on g.cadre_id = c.id join qualification q on q.cadre_id = c.id join tenure t on t.cadre_id = c.id
    where c.full_name = 'Trương Quang Lộc'`.execute(ctx.db)
  expect(loc.rows).toEqual([
    {
      sex: 'male',
      born_on: '1976-01-01',
      born_precision: 'year',
      national_id: '003076000203',
      phone: '0912000203',
      kind: 'civil_servant',
      since: '2001-08-15',
      grade_code: '01.002',
      step: 3,
      coefficient: 5.08,
      level: 'university',
      title: 'Trưởng phòng',
      unit_id: 101,
      in_post_since: '2019-10-01',
    },
  ])
  expect(await commitImport(ctx, { file })).toMatchObject({
    accepted: 0,
    unchanged: 10,
    importId: null,
  })
  await undoImport(ctx, { importId: importId ?? 0 })
  expect(await rowCounts(ctx)).toEqual(before)
})
