import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE } from '#server/cast.ts'
import type { Context } from '#server/kernel/context.ts'
import { test } from '#server/testing.ts'
import { dueList, dueSummary } from './list.ts'

type Asked = Parameters<typeof dueList>[1]
const write = (ctx: Context, text: string) => sql.raw(text).execute(ctx.db)

/** Of one kind: who, on which day, and whether that day has passed. */
async function linesOf(ctx: Context, kind: string, more: object = {}) {
  const { rows } = await dueList(ctx, { asOf: '2024-10-31', kind, ...more } as Asked)
  return rows.map(({ cadreId, date, overdue }) => [cadreId, date, overdue])
}
const openOf = async (ctx: Context, kind: string, more: object = {}) =>
  (await dueList(ctx, { asOf: '2024-10-31', kind, ...more } as Asked)).unknown.flatMap(
    ({ cadreIds }) => cadreIds,
  )

describe('what is overdue', () => {
  test('stays on the list and in the counts until the record says it was done', async ({ ctx }) => {
    await write(
      ctx,
      `insert into grade_holding (cadre_id, grade_code, step, during)
      values (${PEOPLE.dung}, '01.003', 3, '[2021-09-15,)')`,
    )
    expect(await linesOf(ctx, 'raise')).toEqual([[PEOPLE.dung, '2024-09-15', true]])
    const { rows: counts } = await dueSummary(ctx, { asOf: '2024-10-31', kind: 'raise' } as Asked)
    expect(counts).toMatchObject([{ people: 1, overdue: 1, first: '2024-09-15', days: -46 }])
    await write(ctx, `update grade_holding set next_raise_from = '2024-09-15', step = 4`)
    expect(await linesOf(ctx, 'raise')).toEqual([])
  })

  test('a period that was asked for holds its own days only', async ({ ctx }) => {
    await write(ctx, `update tenure set term_until = '2024-09-30' where cadre_id = ${PEOPLE.hoa}`)
    expect(await linesOf(ctx, 'term_end')).toContainEqual([PEOPLE.hoa, '2024-09-30', true])
    const period = { from: '2024-10-31', to: '2024-12-31' }
    expect(await linesOf(ctx, 'term_end', period)).toEqual([])
  })

  test('retirement not carried out, acting and contracts run out, courses not taken', async ({
    ctx,
  }) => {
    await write(ctx, `update cadre set born_on = '1960-03-10' where id = ${PEOPLE.binh}`)
    expect(await linesOf(ctx, 'retirement')).toEqual([[PEOPLE.binh, '2020-03-31', true]])
    await write(
      ctx,
      `insert into tenure (cadre_id, unit_id, title, rank, holding, during, entry, term_until)
      values (${PEOPLE.hoa}, 2, 'Phụ trách Sở', 'head', 'acting', '[2024-03-01,)', 'appointment',
        '2024-09-01')`,
    )
    expect(await linesOf(ctx, 'acting_end')).toEqual([[PEOPLE.hoa, '2024-09-01', true]])
    await write(
      ctx,
      `update employment set kind = 'contract', during = '[2023-01-01,2024-08-01)'
      where cadre_id = ${PEOPLE.dung}`,
    )
    expect(await linesOf(ctx, 'contract_end')).toEqual([[PEOPLE.dung, '2024-07-31', true]])
    await write(
      ctx,
      `insert into employment (cadre_id, kind, during)
      values (${PEOPLE.dung}, 'civil_servant', '[2024-08-01,)')`,
    )
    expect(await linesOf(ctx, 'contract_end')).toEqual([])
    await write(ctx, `update tenure set during = '[2025-08-01,)' where cadre_id = ${PEOPLE.lan}`)
    const late = { asOf: '2026-09-15' }
    expect(await linesOf(ctx, 'leader_course', late)).toEqual([[PEOPLE.lan, '2026-08-01', true]])
  })
})

describe('a decided retirement', () => {
  const whole = { asOf: '2026-05-01', from: '2010-01-01', to: '2070-12-31' } as const

  test('holds instead of the schedule, with its number; what led to it is done', async ({
    ctx,
  }) => {
    await write(ctx, `update cadre set born_on = '1964-10-15' where id = ${PEOPLE.binh}`)
    await write(
      ctx,
      `insert into retirement_decision (cadre_id, retires_on, decision_no, decided_on)
      values (${PEOPLE.binh}, '2026-08-01', '44/QĐ-UBND', '2026-04-10')`,
    )
    const { rows } = await dueList(ctx, { ...whole, kind: 'retirement' })
    expect(rows.find(({ cadreId }) => cadreId === PEOPLE.binh)).toMatchObject({
      date: '2026-07-31',
      clause: 'Quyết định 44/QĐ-UBND ngày 10/04/2026',
      why: 'Quyết định 44/QĐ-UBND ngày 10/04/2026: làm việc hết ngày 31/07/2026.',
    })
    const announced = await linesOf(ctx, 'retirement_decision', whole)
    expect(announced.map(([id]) => id)).not.toContain(PEOPLE.binh)
  })

  test('a basis that moves nothing for the sex is not the clause', async ({ ctx }) => {
    await write(ctx, `update cadre set retirement_basis = 'longer_service'`)
    const { rows } = await dueList(ctx, { ...whole, kind: 'retirement' })
    const clauseOf = (id: number) => rows.find(({ cadreId }) => cadreId === id)?.clause
    expect(clauseOf(PEOPLE.binh)).toContain('Điều 4 và Phụ lục I')
    expect(clauseOf(PEOPLE.thu)).toContain('45-HD/BTCTW')
  })
})

describe('a leader whose term the record does not tell', () => {
  test('is named: brought in by a list, or without a birth date or sex', async ({ ctx }) => {
    await write(ctx, `update tenure set entry = 'import' where cadre_id = ${PEOPLE.hoa}`)
    await write(ctx, `update cadre set sex = null where id = ${PEOPLE.thu}`)
    const open = await openOf(ctx, 'term_end')
    expect(open).toEqual(expect.arrayContaining([PEOPLE.hoa, PEOPLE.thu]))
    const all = await linesOf(ctx, 'term_end', { from: '2010-01-01', to: '2070-12-31' })
    expect(all.map(([id]) => id)).not.toContain(PEOPLE.hoa)
  })

  test('is due once the list is completed, and asked for a notice', async ({ ctx }) => {
    await write(
      ctx,
      `update tenure set entry = 'import', term_until = '2025-01-31' where cadre_id = ${PEOPLE.hoa}`,
    )
    const whole = { from: '2010-01-01', to: '2070-12-31' }
    expect(await openOf(ctx, 'term_end')).not.toContain(PEOPLE.hoa)
    const notices = await linesOf(ctx, 'reappointment', whole)
    expect(notices.map(([id, date]) => [id, date])).toContainEqual([PEOPLE.hoa, '2024-11-02'])
  })
})

describe('a course of leaders', () => {
  const asOf = '2026-01-15'
  const whole = { asOf, from: '2010-01-01', to: '2070-12-31' }
  const taken = async (ctx: Context, ended: string) => {
    await write(ctx, `update tenure set during = '[2025-08-15,)' where cadre_id = ${PEOPLE.hoa}`)
    await write(
      ctx,
      `insert into other_training (cadre_id, kind, name, ended)
      values (${PEOPLE.hoa}, 'leadership', 'Lãnh đạo cấp sở', '${ended}')`,
    )
  }

  test.for([
    ['2026-03-01', 'still to come', 1, 0],
    ['2025', 'before or after', 0, 1],
    ['2025-08', 'before or after', 0, 1],
    ['2025-07', 'before', 1, 0],
    ['2025-09', 'after', 0, 0],
    ['2025-08-15', 'the same day', 0, 0],
  ] as const)('ended %s: %s', async ([ended, , due, unknown], { ctx }) => {
    await taken(ctx, ended)
    expect(await linesOf(ctx, 'leader_course', whole)).toHaveLength(due)
    expect(await openOf(ctx, 'leader_course', whole)).toHaveLength(unknown)
  })
})

test('a rating delays from the day it was decided, else from the end of its year', async ({
  ctx,
}) => {
  await write(
    ctx,
    `insert into grade_holding (cadre_id, grade_code, step, during)
    values (${PEOPLE.dung}, '01.003', 3, '[2023-01-15,)')`,
  )
  await write(
    ctx,
    `insert into rating (cadre_id, year, level, decided_on)
    values (${PEOPLE.dung}, 2022, 'not_completed', '2023-01-20')`,
  )
  const whole = { from: '2010-01-01', to: '2070-12-31' }
  expect(await linesOf(ctx, 'raise', whole)).toEqual([[PEOPLE.dung, '2026-07-15', false]])
  await write(ctx, `update rating set decided_on = null where cadre_id = ${PEOPLE.dung}`)
  expect(await linesOf(ctx, 'raise', whole)).toEqual([[PEOPLE.dung, '2026-01-15', false]])
})
