import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Actor, Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import type { SectionCode } from './dictionary.ts'
import { addFact, correctFact, endFact } from './edit.ts'
import { factHistory } from './history.ts'
import { record } from './record.ts'
import { knownOn } from './rows.ts'
import { undoChange } from './undo.ts'

const CORRECTION = { basis: 'correction', reason: 'đối chiếu với bản gốc' } as const
const DECISION = {
  basis: 'decision',
  no: '12/QĐ-SNV',
  on: '2024-10-01',
  by: 'Giám đốc Sở',
} as const
const AWARD = { kind: 'commendation', awarded: '2023', decision_no: '99/QĐ' }
const award = { id: PEOPLE.hoa, section: 'awards', values: AWARD, basis: DECISION } as const

const HOME: Partial<Actor> = {
  name: 'so',
  role: 'unit_officer',
  scope: UNITS.home.scope,
  unitId: UNITS.home.id,
}

async function factsIn(ctx: Context, section: SectionCode, asOf?: string) {
  const { sections } = await record(ctx, { id: PEOPLE.hoa, asOf })
  return sections.find((one) => one.section === section)?.facts ?? []
}

describe('a fact', () => {
  test('is added by decision, read as of its day, corrected and ended', async ({ ctx }) => {
    const added = await addFact(ctx, {
      id: PEOPLE.hoa,
      section: 'political_posts',
      values: { system: 'party', title: 'Chi ủy viên', body: 'Chi bộ Sở', from: '2023-05-01' },
      basis: DECISION,
    })
    expect(await factsIn(ctx, 'political_posts', '2023-04-30')).toEqual([])
    const where = { id: PEOPLE.hoa, section: 'political_posts', rowId: added.rowId } as const
    const corrected = await correctFact(ctx, {
      ...where,
      version: added.version,
      values: { title: 'Phó Bí thư' },
      basis: CORRECTION,
    })
    const ended = { ...where, on: '2024-09-01', basis: DECISION }
    await endFact(ctx, { ...ended, version: corrected.version })
    expect(await factsIn(ctx, 'political_posts', '2024-08-31')).toMatchObject([
      {
        values: { title: 'Phó Bí thư', until: null },
        texts: { system: 'Đảng', from: '01/05/2023' },
      },
    ])
    expect(await factsIn(ctx, 'political_posts')).toMatchObject([
      { values: { until: '2024-09-01' } },
    ])
    const { changes } = await factHistory(ctx, where)
    expect(changes.map(({ act }) => act)).toEqual(['end', 'correct', 'add'])
    expect(changes[1]).toMatchObject({
      reason: 'đối chiếu với bản gốc',
      fields: [{ label: 'Chức vụ', before: 'Chi ủy viên', after: 'Phó Bí thư' }],
    })
  })

  test('holds through its last day; the post of a successor begins on the day one stops', async ({
    ctx,
  }) => {
    const { rowId } = await addFact(ctx, {
      id: PEOPLE.hoa,
      section: 'allowances',
      values: { kind: 'regional', percent: 10, from: '2024-01-01', until: '2024-12-31' },
      basis: DECISION,
    })
    const { rows } = await sql`select during, during @> date '2024-12-31' as "onLastDay"
      from allowance where id = ${rowId}`.execute(ctx.db)
    expect(rows).toEqual([{ during: '[2024-01-01,2025-01-01)', onLastDay: true }])
    expect(await factsIn(ctx, 'allowances', '2024-12-31')).toMatchObject([
      { values: { until: null } },
    ])
    expect(await factsIn(ctx, 'allowances', '2025-01-01')).toMatchObject([
      { values: { until: '2024-12-31' }, texts: { until: '31/12/2024' } },
    ])
    const day = { kind: 'position', from: '2024-05-01', until: '2024-05-01' }
    const one = { id: PEOPLE.hoa, section: 'allowances', basis: DECISION } as const
    await addFact(ctx, { ...one, values: day })
    const backwards = addFact(ctx, { ...one, values: { ...day, until: '2024-04-30' } })
    await expect(backwards).rejects.toThrow('Ngày cuối không được trước ngày bắt đầu')
  })

  test('does not tell before its day why it ended or what was concluded', async ({ ctx }) => {
    const [{ id: rowId = 0, version = 0 } = {}] = await factsIn(ctx, 'posts')
    const where = { id: PEOPLE.hoa, section: 'posts', rowId, basis: DECISION } as const
    const left = { until: '2024-10-01', end_reason: 'Nghỉ hưu' }
    await correctFact(ctx, { ...where, version, values: left })
    expect(await factsIn(ctx, 'posts', '2024-09-30')).toMatchObject([
      { values: { until: null, end_reason: null } },
    ])
    expect(await factsIn(ctx, 'posts', '2024-10-01')).toMatchObject([{ values: left }])
    const complaint = { conclusion: 'Tố cáo sai', concluded_on: '2024-10-01' }
    const known = (asOf: string) =>
      knownOn('complaints', { received_on: '2024-01-01', ...complaint }, asOf)
    expect(known('2024-09-30')).toMatchObject({ conclusion: null, concluded_on: null })
    expect(known('2024-10-01')).toMatchObject(complaint)
  })

  test('takes a grade of the list, or a code of its form', async ({ ctx }) => {
    const pay = (grade_code: string) =>
      addFact(ctx, {
        id: PEOPLE.hoa,
        section: 'pay',
        values: { grade_code, from: '2020-01-01', until: '2020-12-31' },
        basis: DECISION,
      })
    await expect(pay('giáo viên')).rejects.toThrow('mã dạng 01.003, V.07.03.29')
    await expect(pay('Thanh tra viên')).rejects.toThrow('04.025')
    await pay('V.06.05.14')
    expect(await factsIn(ctx, 'pay')).toMatchObject([{ texts: { grade_code: 'V.06.05.14' } }])
  })

  test('of one row a person is written where nothing was', async ({ ctx }) => {
    const [empty] = await factsIn(ctx, 'personal')
    expect(empty).toMatchObject({ id: PEOPLE.hoa, version: 0 })
    const where = { id: PEOPLE.hoa, section: 'personal', rowId: PEOPLE.hoa, version: 0 } as const
    const values = { marital_status: 'married' }
    await correctFact(ctx, { ...where, values, basis: CORRECTION })
    await expect(correctFact(ctx, { ...where, values, basis: CORRECTION })).rejects.toMatchObject({
      kind: 'conflict',
      details: { stored: { marital_status: 'married', version: 1 }, sent: { version: 0 } },
    })
  })

  test('of identity keeps the name found and the birth date as precise as known', async ({
    ctx,
  }) => {
    const [fact] = await factsIn(ctx, 'identity')
    const where = { id: PEOPLE.hoa, section: 'identity', rowId: PEOPLE.hoa } as const
    await correctFact(ctx, {
      ...where,
      version: fact?.version ?? 0,
      values: { full_name: 'Lê Thị Hòa', born: '1986-02' },
      basis: CORRECTION,
    })
    const { rows } = await sql`select name_search, born_on, born_precision from cadre
      where id = ${PEOPLE.hoa}`.execute(ctx.db)
    expect(rows).toEqual([
      { name_search: 'le thi hoa', born_on: '1986-02-01', born_precision: 'month' },
    ])
    expect((await factsIn(ctx, 'identity'))[0]?.values.born).toBe('1986-02')
  })

  test('of a main post elsewhere moves the record there, unless out of the officer’s sight', async ({
    ctx,
    as,
  }) => {
    const [post] = await factsIn(ctx, 'posts')
    const where = { id: PEOPLE.hoa, section: 'posts', basis: DECISION } as const
    const { id: rowId = 0, version = 0 } = post ?? {}
    await endFact(ctx, { ...where, rowId, version, on: '2024-10-01' })
    const values = { title: 'Phó Giám đốc', unit_id: UNITS.health.id, from: '2024-10-01' }
    const held = { ...values, rank: 'deputy', holding: 'main', entry: 'transfer' }
    const scoped = addFact(await as(HOME), { ...where, values: held })
    await expect(scoped).rejects.toThrow('ngoài phạm vi')
    await addFact(await as({}), { ...where, values: held })
    const moved = sql`select unit_id from cadre where id = ${PEOPLE.hoa}`
    const { rows } = await moved.execute(ctx.db)
    expect(rows).toEqual([{ unit_id: UNITS.health.id }])
  })

  test('opened by two officers tells the second of both versions', async ({ ctx }) => {
    const { rowId, version } = await addFact(ctx, award)
    const where = { id: PEOPLE.hoa, section: 'awards', rowId, version, basis: CORRECTION } as const
    await correctFact(ctx, { ...where, values: { reason: 'Thi đua năm' } })
    await expect(
      correctFact(ctx, { ...where, values: { reason: 'Đột xuất' } }),
    ).rejects.toMatchObject({
      kind: 'conflict',
      details: { stored: { reason: 'Thi đua năm' }, sent: { reason: 'Đột xuất' } },
    })
  })
})

describe('a fact is refused', () => {
  test.for([
    ['a code the list has not', { kind: 'huy-chuong', awarded: '2023' }, 'Không có mã'],
    [
      'a label for a code, with the code meant',
      { kind: 'Giấy khen', awarded: '2023' },
      'commendation',
    ],
    ['a date that does not exist', { kind: 'commendation', awarded: '2023-02-30' }, 'có thật'],
    ['a number for a text', { kind: 'commendation', awarded: '2023', reason: 5 }, 'bằng chữ'],
    ['a missing field', { kind: 'commendation' }, 'Năm, ngày: Không được để trống'],
    ['a field nobody knows', { ...AWARD, medal: 'x' }, 'không có thông tin “medal”'],
  ] as const)('with %s', async ([, values, said], { ctx }) => {
    const asked = addFact(ctx, { ...award, values })
    await expect(asked).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining(said),
    })
  })

  test('with a code that was given up before its day', async ({ ctx }) => {
    const values = { system: 'state', form: 'demotion', decided_on: '2025-08-01' }
    const asked = addFact(ctx, { id: PEOPLE.hoa, section: 'disciplines', values, basis: DECISION })
    await expect(asked).rejects.toThrow('chỉ dùng đến 30/06/2025')
  })

  test('without a basis', async ({ ctx }) => {
    const short = { basis: 'correction', reason: 'sai' } as const
    await expect(addFact(ctx, { ...award, basis: short })).rejects.toThrow('lý do sửa')
  })

  test('where a constraint of the database says so, in words', async ({ ctx }) => {
    const values = { kind: 'official', from: '2020-01-01' }
    const asked = addFact(ctx, { id: PEOPLE.hoa, section: 'employment', values, basis: DECISION })
    await expect(asked).rejects.toMatchObject({
      kind: 'conflict',
      message: expect.stringContaining('trùng với một dòng đã có'),
    })
  })

  test('to a sibling unit as if the record were absent', async ({ as }) => {
    const health = await as({ ...HOME, scope: UNITS.health.scope, unitId: UNITS.health.id })
    await expect(addFact(health, award)).rejects.toMatchObject({ kind: 'not_found' })
    await expect(record(health, { id: PEOPLE.hoa })).rejects.toMatchObject({ kind: 'not_found' })
  })

  test('to the person: an own record is declared, not edited', async ({ as }) => {
    const own = await as({ ...HOME, cadreId: PEOPLE.hoa })
    await expect(addFact(own, award)).rejects.toMatchObject({ kind: 'against_rule' })
  })

  test('in a restricted group without a grant', async ({ as }) => {
    const officer = await as(HOME)
    const asked = correctFact(officer, {
      id: PEOPLE.hoa,
      section: 'personal_history',
      rowId: PEOPLE.hoa,
      version: 0,
      values: { arrests: 'Không' },
      basis: CORRECTION,
    })
    await expect(asked).rejects.toMatchObject({
      kind: 'forbidden',
      details: { group: 'personal_history' },
    })
  })
})

describe('the last change', () => {
  test('is taken back by its author, and the trace stays', async ({ as }) => {
    const officer = await as(HOME)
    const { changeId, rowId, version } = await addFact(officer, award)
    const where = { id: PEOPLE.hoa, section: 'awards', rowId, version } as const
    const second = await correctFact(officer, {
      ...where,
      values: { awarded: '2022' },
      basis: CORRECTION,
    })
    await expect(undoChange(officer, { changeId })).rejects.toMatchObject({ kind: 'conflict' })
    await undoChange(officer, { changeId: second.changeId })
    expect(await factsIn(officer, 'awards')).toMatchObject([{ values: { awarded: '2023' } }])
    await expect(undoChange(officer, { changeId: second.changeId })).rejects.toThrow(
      'đã được hoàn tác',
    )
    const { changes } = await factHistory(officer, { id: PEOPLE.hoa, section: 'awards' })
    expect(changes.map(({ act }) => act)).toEqual(['undo', 'correct', 'add'])
  })

  test('is not taken back by another officer', async ({ as }) => {
    const { changeId } = await addFact(await as(HOME), award)
    const other = await as({ name: 'other' })
    await expect(undoChange(other, { changeId })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('leaves no value in the log of the province', async ({ ctx }) => {
    await addFact(ctx, { ...award, values: { ...AWARD, reason: 'bí mật trong hồ sơ' } })
    const { rows } = await sql<{ input: string }>`select input from audit_entry`.execute(ctx.db)
    expect(rows.map(({ input }) => input).join()).toContain('awarded')
    expect(rows.map(({ input }) => input).join()).not.toContain('bí mật')
  })
})
