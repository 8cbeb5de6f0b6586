import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { decidePosition, positions } from '#server/organisation/positions.ts'
import { decideStandard } from '#server/organisation/standards.ts'
import { test } from '#server/testing.ts'
import { holdPosition } from './hold-position.ts'
import { personStanding } from './person-standing.ts'
import { standingPeople, unitStanding } from './unit-standing.ts'
import { vacancies } from './vacancies.ts'
import { vacancy } from './vacancy.ts'

const AS_OF = '2024-10-31'
const scoped = { role: 'unit_officer', scope: UNITS.home.scope, unitId: UNITS.home.id }

const standard = (ctx: Context, requirement: 'degree' | 'fields' | 'other', level: string) =>
  decideStandard(ctx, {
    ...{ titleCode: 'deputy_director', requirement, level, from: '2024-01-01' },
    ...{ clause: 'Đề án vị trí việc làm, Mục II', decisionNo: '12/QĐ-UBND' },
  })

describe('a person against a standard', () => {
  test('meets, lacks a paper or does not, line by line with the clause', async ({ ctx }) => {
    await standard(ctx, 'degree', 'master')
    await standard(ctx, 'fields', 'economics,law')
    const hoa = await personStanding(ctx, { id: PEOPLE.hoa, asOf: AS_OF })
    expect(hoa.own.state).toBe('meets')
    expect(hoa.own.lines.map(({ clause }) => clause)).toContain('Đề án vị trí việc làm, Mục II')
    const nam = await personStanding(ctx, { id: PEOPLE.nam, asOf: AS_OF })
    expect(nam.own.lines.map(({ state }) => state)).toEqual(['does_not', 'meets'])
    expect(nam.own.state).toBe('does_not')
  })

  test('without a paper the next post stays open, and the paper is named', async ({ ctx }) => {
    await decideStandard(ctx, {
      ...{ titleCode: 'division_head', requirement: 'degree', level: 'university' },
      ...{ from: '2024-01-01', clause: 'Mục II', decisionNo: '12/QĐ-UBND' },
    })
    const { next } = await personStanding(ctx, { id: PEOPLE.dung, asOf: AS_OF })
    expect(next?.title).toBe('Trưởng phòng')
    expect(next?.state).toBe('lacks_paper')
    expect(next?.lines[0]?.paper).toMatch(/văn bằng/)
  })

  test('a field nobody wrote down stays open, another field does not meet', async ({ ctx }) => {
    await standard(ctx, 'fields', 'health')
    expect((await personStanding(ctx, { id: PEOPLE.hoa, asOf: AS_OF })).own.state).toBe('does_not')
    await sql`update qualification set field = null where cadre_id = ${PEOPLE.hoa}`.execute(ctx.db)
    expect((await personStanding(ctx, { id: PEOPLE.hoa, asOf: AS_OF })).own.state).toBe(
      'lacks_paper',
    )
  })

  test('what only somebody can confirm is never a hidden no', async ({ ctx }) => {
    await standard(ctx, 'other', 'Có năng lực điều hành')
    const { own } = await personStanding(ctx, { id: PEOPLE.hoa, asOf: AS_OF })
    expect(own.state).toBe('lacks_paper')
  })

  test('an earlier day is judged by the standard of that day', async ({ ctx }) => {
    await standard(ctx, 'degree', 'doctorate')
    const before = await personStanding(ctx, { id: PEOPLE.thu, asOf: '2024-03-05' })
    expect(before.own.state).toBe('does_not')
    await decideStandard(ctx, {
      ...{ titleCode: 'deputy_director', requirement: 'degree', level: 'university' },
      ...{ from: '2024-06-01', clause: 'Mục III', decisionNo: '40/QĐ-UBND' },
    })
    expect((await personStanding(ctx, { id: PEOPLE.thu, asOf: '2024-05-31' })).own.state).toBe(
      'does_not',
    )
    expect((await personStanding(ctx, { id: PEOPLE.thu, asOf: '2024-06-01' })).own.state).toBe(
      'meets',
    )
  })

  test('a wrong level, or a day before the last decision, is refused', async ({ ctx }) => {
    await expect(standard(ctx, 'degree', 'professor')).rejects.toThrow('Không có mức')
    await standard(ctx, 'degree', 'master')
    await expect(standard(ctx, 'degree', 'university')).rejects.toThrow('đã được đặt lại')
  })
})

describe('agencies, names and scope', () => {
  test('the counts and the names behind them agree', async ({ ctx }) => {
    await standard(ctx, 'degree', 'master')
    const { rows, total } = await unitStanding(ctx, { asOf: AS_OF })
    const home = rows.find(({ unitId }) => unitId === UNITS.home.id)
    expect(home?.own).toMatchObject({ meets: 1, does_not: 1 })
    expect(total.people).toBe(11)
    const names = await standingPeople(ctx, {
      ...{ asOf: AS_OF, unitId: UNITS.home.id, of: 'own', state: 'does_not' },
    })
    expect(names.rows.map(({ cadreId }) => cadreId)).toEqual([PEOPLE.nam])
  })

  test('another unit is neither counted nor found', async ({ as }) => {
    const officer = await as(scoped)
    const { rows } = await unitStanding(officer, { asOf: AS_OF })
    expect(rows.map(({ unitId }) => unitId)).toEqual([UNITS.home.id])
    await expect(personStanding(officer, { id: PEOPLE.thu, asOf: AS_OF })).rejects.toThrow(
      'không có ai',
    )
  })

  test('who may not set standards is refused', async ({ as }) => {
    const officer = await as(scoped)
    await expect(standard(officer, 'degree', 'master')).rejects.toThrow('chưa được giao việc đó')
  })
})

describe('vacancies', () => {
  test('empty seats, what the post asks, and everybody a step below with the reason', async ({
    ctx,
  }) => {
    await standard(ctx, 'degree', 'master')
    const list = await vacancies(ctx, { asOf: AS_OF })
    const deputy = list.rows.find(({ postId }) => postId === 2)
    expect(deputy).toMatchObject({ seats: 3, held: 2, vacant: 1 })
    const opened = await vacancy(ctx, { postId: 2, asOf: AS_OF })
    expect(opened.asks[0]?.says).toMatch(/thạc sĩ trở lên/i)
    expect(opened.people.map(({ cadreId, state }) => [cadreId, state])).toEqual([
      [PEOPLE.lan, 'does_not'],
    ])
  })

  test('who retires within the months asked is a seat soon vacant', async ({ ctx }) => {
    const soon = await vacancies(ctx, { asOf: AS_OF, months: 120 })
    const director = soon.rows.find(({ postId }) => postId === 1)
    expect(director?.leaving[0]).toMatchObject({ cadreId: PEOPLE.binh, why: 'retires' })
  })

  test('seats of another unit are not told', async ({ as }) => {
    const { rows } = await vacancies(await as(scoped), { asOf: AS_OF, rank: 'all' })
    expect(new Set(rows.map(({ unitId }) => unitId))).toEqual(
      new Set([UNITS.home.id, UNITS.homeStaff.id]),
    )
  })
})

describe('job positions', () => {
  const clerk = {
    ...{ code: 'NV-01', name: 'Chuyên viên về tổ chức bộ máy', kind: 'professional' as const },
    ...{ unitKind: 'department' as const, places: 2, from: '2024-01-01', decisionNo: '5/QĐ-UBND' },
  }

  test('a new decision ends the one before, whose history stays', async ({ ctx }) => {
    await decidePosition(ctx, clerk)
    await decidePosition(ctx, { ...clerk, places: 3, from: '2024-07-01', decisionNo: '6/QĐ-UBND' })
    const june = await positions(ctx, { asOf: '2024-06-30' })
    const july = await positions(ctx, { asOf: '2024-07-01' })
    expect([june.rows[0]?.places, july.rows[0]?.places]).toEqual([2, 3])
    await expect(decidePosition(ctx, clerk)).rejects.toThrow('đã có quyết định')
  })

  test('somebody holds one position, and its standard joins that of the post', async ({ ctx }) => {
    await decidePosition(ctx, clerk)
    await decideStandard(ctx, {
      ...{ positionCode: 'NV-01', requirement: 'experience_years', level: '30' },
      ...{ from: '2024-01-01', clause: 'Bản mô tả NV-01', decisionNo: '5/QĐ-UBND' },
    })
    const hold = { cadreId: PEOPLE.dung, code: 'NV-01', from: '2024-02-01', decisionNo: '9/QĐ' }
    await holdPosition(ctx, hold)
    const { own } = await personStanding(ctx, { id: PEOPLE.dung, asOf: AS_OF })
    expect(own).toMatchObject({ position: 'NV-01', state: 'does_not' })
    await expect(holdPosition(ctx, hold)).rejects.toThrow('đã có quyết định bố trí')
  })

  test('whoever holds it holds it under the next decision too', async ({ ctx }) => {
    await decidePosition(ctx, clerk)
    const hold = { cadreId: PEOPLE.dung, code: 'NV-01', from: '2024-02-01', decisionNo: '9/QĐ' }
    await holdPosition(ctx, hold)
    await decidePosition(ctx, { ...clerk, places: 3, from: '2024-07-01', decisionNo: '6/QĐ-UBND' })
    expect((await positions(ctx, { asOf: '2024-07-01' })).rows).toMatchObject([{ held: 1 }])
    expect((await positions(ctx, { asOf: '2024-01-15' })).rows).toMatchObject([{ held: 0 }])
  })

  test('a position of one unit is not for the people of another', async ({ ctx }) => {
    await decidePosition(ctx, { ...clerk, unitKind: null, unitId: UNITS.health.id })
    await expect(
      holdPosition(ctx, {
        ...{ cadreId: PEOPLE.dung, code: 'NV-01', from: '2024-02-01', decisionNo: '9/QĐ' },
      }),
    ).rejects.toThrow('đơn vị khác')
  })
})
