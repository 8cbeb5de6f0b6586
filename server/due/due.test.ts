import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { dueList, dueSummary } from './list.ts'

const write = (ctx: Context, text: string) => sql.raw(text).execute(ctx.db)

/** Of one kind: who, on which day. */
async function datesOf(ctx: Context, kind: string, more: object = {}) {
  const asked = { asOf: '2024-10-31', from: '2010-01-01', to: '2070-12-31', kind, ...more }
  const { rows } = await dueList(ctx, asked as Parameters<typeof dueList>[1])
  return rows.map(({ cadreId, date }) => [cadreId, date])
}
const openOf = async (ctx: Context, kind: string) =>
  (await dueList(ctx, { kind } as Parameters<typeof dueList>[1])).unknown

describe('retirement', () => {
  test('is listed 12, announced 6 and decided 3 months before the pension', async ({ ctx }) => {
    await write(ctx, `update cadre set born_on = '1964-10-15' where id = ${PEOPLE.binh}`)
    const own = async (kind: string) =>
      (await datesOf(ctx, kind)).find(([id]) => id === PEOPLE.binh)?.[1]
    expect(await own('retirement')).toBe('2026-04-30')
    expect(await own('retirement_list')).toBe('2025-05-01')
    expect(await own('retirement_notice')).toBe('2025-11-01')
    expect(await own('retirement_decision')).toBe('2026-02-01')
  })

  test('says the birth, the age and the clause', async ({ ctx }) => {
    await write(
      ctx,
      `update cadre set born_on = '1964-10-01', born_precision = 'month'
      where id = ${PEOPLE.binh}`,
    )
    const { rows } = await dueList(ctx, {
      from: '2026-04-30',
      to: '2026-04-30',
      kind: 'retirement',
    })
    expect(rows).toMatchObject([
      {
        person: 'Trần Văn Bình',
        clause: '135/2020/NĐ-CP · Điều 4 và Phụ lục I',
        why: 'Sinh tháng 10/1964 (tính từ ngày 01), điều kiện bình thường: đủ 61 tuổi 6 tháng, làm việc hết ngày 30/04/2026.',
      },
    ])
  })

  test('follows the basis of the person and leaves the unknown open', async ({ ctx }) => {
    await write(
      ctx,
      `update cadre set born_on = '1969-10-15', retirement_basis = 'heavy'
      where id = ${PEOPLE.binh}`,
    )
    await write(ctx, `update cadre set sex = null where id = ${PEOPLE.minh}`)
    expect(await datesOf(ctx, 'retirement')).toContainEqual([PEOPLE.binh, '2026-04-30'])
    expect(await openOf(ctx, 'retirement')).toMatchObject([{ people: 1, cadreIds: [PEOPLE.minh] }])
  })
})

describe('a term', () => {
  test('ends when the decision says, and asks for a notice 90 days before', async ({ ctx }) => {
    await write(ctx, `update tenure set term_until = '2025-03-31' where cadre_id = ${PEOPLE.hoa}`)
    expect(await datesOf(ctx, 'term_end')).toContainEqual([PEOPLE.hoa, '2025-03-31'])
    expect(await datesOf(ctx, 'reappointment')).toContainEqual([PEOPLE.hoa, '2024-12-31'])
  })

  test('is five years where the decision does not say; elected posts have none', async ({
    ctx,
  }) => {
    const ends = await datesOf(ctx, 'term_end')
    expect(ends).toContainEqual([PEOPLE.thu, '2029-03-01'])
    expect(ends.map(([id]) => id)).not.toContain(PEOPLE.quang)
    const [open] = await openOf(ctx, 'term_end')
    expect(open?.cadreIds).toEqual([PEOPLE.binh, PEOPLE.lan, PEOPLE.minh])
  })

  test('gives way to retirement', async ({ ctx }) => {
    await write(ctx, `update cadre set born_on = '1970-06-01' where id = ${PEOPLE.thu}`)
    expect((await datesOf(ctx, 'term_end')).map(([id]) => id)).not.toContain(PEOPLE.thu)
  })

  test('of a posting is no re-appointment', async ({ ctx }) => {
    await write(ctx, `update tenure set term_until = '2024-11-15' where cadre_id = ${PEOPLE.mai}`)
    expect(await datesOf(ctx, 'term_end')).toContainEqual([PEOPLE.mai, '2024-11-15'])
    expect((await datesOf(ctx, 'reappointment')).map(([id]) => id)).not.toContain(PEOPLE.mai)
  })
})

const GRADE = `insert into grade_holding (cadre_id, grade_code, step, during, next_raise_from,
  beyond_frame_percent) values`

describe('pay', () => {
  test.for([
    ['specialist', `'01.003', 3, '[2022-03-01,)', null, null`, 'raise', '2025-03-01'],
    ['staff', `'01.005', 5, '[2023-06-15,)', null, null`, 'raise', '2025-06-15'],
    [
      'own day of counting',
      `'01.003', 3, '[2015-03-01,)', '2022-09-01', null`,
      'raise',
      '2025-09-01',
    ],
    ['last step', `'01.003', 9, '[2022-03-01,)', null, null`, 'beyond_frame', '2025-03-01'],
    ['5 % already', `'01.003', 9, '[2021-03-01,)', null, 5`, 'beyond_frame', '2025-03-01'],
    ['8 % already', `'01.003', 9, '[2018-03-01,)', null, 8`, 'beyond_frame', '2025-03-01'],
  ] as const)('%s', async ([, row, kind, date], { ctx }) => {
    await write(ctx, `${GRADE} (${PEOPLE.dung}, ${row})`)
    expect(await datesOf(ctx, kind)).toEqual([[PEOPLE.dung, date]])
  })

  test('a discipline and a year not completed delay the next step', async ({ ctx }) => {
    await write(ctx, `${GRADE} (${PEOPLE.dung}, '01.003', 3, '[2022-03-01,)', null, null)`)
    await write(
      ctx,
      `insert into discipline (cadre_id, system, form, decided_on) values
      (${PEOPLE.dung}, 'state', 'reprimand', '2023-01-10'),
      (${PEOPLE.dung}, 'party', 'warning', '2023-01-10'),
      (${PEOPLE.dung}, 'state', 'warning', '2021-01-10')`,
    )
    expect(await datesOf(ctx, 'raise')).toEqual([[PEOPLE.dung, '2025-09-01']])
    await write(
      ctx,
      `insert into rating (cadre_id, year, level)
      values (${PEOPLE.dung}, 2022, 'not_completed')`,
    )
    expect(await datesOf(ctx, 'raise')).toEqual([[PEOPLE.dung, '2026-03-01']])
  })

  test.for([
    ['an assistant on A0', `'01.004', 3, 2.72, '[2022-03-01,)'`, '2025-03-01'],
    ['an inspector', `'04.024', 3, null, '[2022-03-01,)'`, '2025-03-01'],
    ['a teacher', `'V.07.03.29', 3, 3.00, '[2022-03-01,)'`, '2025-03-01'],
    ['a title nobody listed', `'V.06.05.14', 10, 3.66, '[2023-03-01,)'`, '2025-03-01'],
    ['a senior expert', `'01.999', 1, 8.80, '[2021-03-01,)'`, '2026-03-01'],
  ] as const)('by the table of the step held: %s', async ([, row, date], { ctx }) => {
    await write(
      ctx,
      `insert into grade_holding (cadre_id, grade_code, step, coefficient, during)
      values (${PEOPLE.dung}, ${row})`,
    )
    expect(await datesOf(ctx, 'raise')).toEqual([[PEOPLE.dung, date]])
  })

  test('is unknown where neither grade nor coefficient tells the table', async ({ ctx }) => {
    await write(
      ctx,
      `insert into grade_holding (cadre_id, grade_code, step, coefficient, during) values
      (${PEOPLE.dung}, 'V.07.03.29', 3, null, '[2022-03-01,)'),
      (${PEOPLE.binh}, 'V.07.03.29', 3, 3.05, '[2022-03-01,)')`,
    )
    const [open] = await openOf(ctx, 'raise')
    for (const id of [PEOPLE.dung, PEOPLE.binh]) expect(open?.cadreIds).toContain(id)
  })

  test('is unknown without a grade or a row of the table', async ({ ctx }) => {
    await write(
      ctx,
      `${GRADE} (${PEOPLE.dung}, '01.004', 3, '[2022-03-01,)', null, null),
      (${PEOPLE.binh}, '01.002', 3, '[2022-03-01,)', null, null)`,
    )
    const [open] = await openOf(ctx, 'raise')
    expect(open?.cadreIds).toContain(PEOPLE.dung)
    expect(open?.cadreIds).not.toContain(PEOPLE.binh)
  })
})

describe('assignments', () => {
  test('a secondment ends on its day, else after 36 months', async ({ ctx }) => {
    await write(
      ctx,
      `insert into movement (cadre_id, kind, to_place, during) values
      (${PEOPLE.dung}, 'secondment', 'Xã An Hòa', '[2024-01-01,)'),
      (${PEOPLE.lan}, 'secondment', 'Xã An Hòa', '[2024-01-01,2025-01-01)')`,
    )
    expect(await datesOf(ctx, 'secondment_end')).toEqual([
      [PEOPLE.lan, '2024-12-31'],
      [PEOPLE.dung, '2027-01-01'],
    ])
  })

  test('acting posts, contracts and probation need their day on paper', async ({ ctx }) => {
    await write(
      ctx,
      `insert into tenure (cadre_id, unit_id, title, rank, holding, during, entry,
      term_until) values
      (${PEOPLE.hoa}, 2, 'Phụ trách Sở', 'head', 'acting', '[2024-08-01,)', 'appointment', '2025-02-01'),
      (${PEOPLE.thu}, 4, 'Phụ trách Sở', 'head', 'acting', '[2024-08-01,)', 'appointment', null)`,
    )
    expect(await datesOf(ctx, 'acting_end')).toEqual([[PEOPLE.hoa, '2025-02-01']])
    expect(await openOf(ctx, 'acting_end')).toMatchObject([{ cadreIds: [PEOPLE.thu] }])
    await write(
      ctx,
      `update employment set kind = 'contract', during = '[2024-01-01,2025-01-01)'
      where cadre_id = ${PEOPLE.dung}`,
    )
    expect(await datesOf(ctx, 'contract_end')).toEqual([[PEOPLE.dung, '2024-12-31']])
    await write(
      ctx,
      `insert into recruitment (cadre_id, recruited_on, probation_until)
      values (${PEOPLE.dung}, '2024-06', '2025-06-01')`,
    )
    expect(await datesOf(ctx, 'probation_end')).toEqual([[PEOPLE.dung, '2025-06-01']])
  })
})

describe('after an appointment', () => {
  const asOf = '2026-01-15'

  test('a leader studies within 12 months, once the rule is in force', async ({ ctx }) => {
    await write(ctx, `update tenure set during = '[2025-08-01,)' where cadre_id = ${PEOPLE.hoa}`)
    expect(await datesOf(ctx, 'leader_course', { asOf })).toEqual([[PEOPLE.hoa, '2026-08-01']])
    await write(
      ctx,
      `insert into other_training (cadre_id, kind, name, ended)
      values (${PEOPLE.hoa}, 'leadership', 'Lãnh đạo cấp sở', '2025-11')`,
    )
    expect(await datesOf(ctx, 'leader_course', { asOf })).toEqual([])
  })

  test('a discipline ends after twelve months, or on its day', async ({ ctx }) => {
    await write(
      ctx,
      `insert into discipline (cadre_id, system, form, decided_on, effective_until,
      effect_ended_on) values
      (${PEOPLE.dung}, 'state', 'reprimand', '2024-05-10', null, null),
      (${PEOPLE.lan}, 'party', 'reprimand', '2024-05-10', '2025-05-11', null),
      (${PEOPLE.mai}, 'party', 'reprimand', '2024-05-10', null, null),
      (${PEOPLE.son}, 'state', 'reprimand', '2024-05-10', null, '2024-09-01')`,
    )
    expect(await datesOf(ctx, 'discipline_end')).toEqual([
      [PEOPLE.dung, '2025-05-10'],
      [PEOPLE.lan, '2025-05-11'],
    ])
    expect(await openOf(ctx, 'discipline_end')).toMatchObject([{ cadreIds: [PEOPLE.mai] }])
  })
})

describe('rounds', () => {
  test('speak of how many, not of whom', async ({ ctx }) => {
    await write(
      ctx,
      `insert into supplement_round (year, opened_on, deadline, sections)
      values (2024, '2024-10-01', '2024-11-30', '{identity}')`,
    )
    await write(
      ctx,
      `insert into supplement_answer (round_id, cadre_id)
      select id, ${PEOPLE.dung} from supplement_round`,
    )
    await write(
      ctx,
      `insert into succession_entry (cadre_id, title_code, term, during)
      values (${PEOPLE.hoa}, 'director', '2025-2030', '[2024-01-01,)')`,
    )
    const { rows } = await dueList(ctx, {
      asOf: '2024-10-31',
      to: '2025-12-31',
      kind: 'supplement_round',
    })
    expect(rows).toMatchObject([{ cadreId: null, person: null, people: 10, date: '2024-11-30' }])
    expect(await datesOf(ctx, 'succession_review', { to: '2025-12-31' })).toEqual([
      [null, '2024-03-31'],
      [null, '2025-03-31'],
    ])
  })
})

describe('what is asked', () => {
  test('the counts are those of the list, in the whole and in a unit', async ({ ctx }) => {
    for (const asked of [{}, { unitId: UNITS.district.id }]) {
      const period = { asOf: '2024-10-31', from: '2024-10-31', to: '2040-12-31', ...asked }
      const [{ rows }, { rows: counts }] = [
        await dueList(ctx, period),
        await dueSummary(ctx, period),
      ]
      expect(rows.length).toBeGreaterThan(0)
      for (const { kind, people, first } of counts) {
        const own = rows.filter((row) => row.kind === kind)
        expect([own.length, own[0]?.date], kind).toEqual([people, first])
      }
      expect(counts.reduce((sum, { people }) => sum + people, 0)).toBe(rows.length)
    }
  })

  test('a unit officer learns of the own people only', async ({ as }) => {
    const officer = await as({ role: 'unit_officer', scope: UNITS.district.scope })
    const { rows } = await dueList(officer, { to: '2060-12-31', kind: 'retirement' })
    const ids = rows.map(({ cadreId }) => cadreId).sort()
    expect(ids).toEqual([PEOPLE.son, PEOPLE.yen, PEOPLE.quang, PEOPLE.mai].sort())
  })

  test('refuses a period that ends before it begins, and an unknown kind', async ({ ctx }) => {
    await expect(dueList(ctx, { from: '2024-10-31', to: '2024-10-30' })).rejects.toMatchObject({
      kind: 'invalid',
    })
    await expect(dueList(ctx, { kind: 'birthday' as 'raise' })).rejects.toThrow('retirement_notice')
  })
})
