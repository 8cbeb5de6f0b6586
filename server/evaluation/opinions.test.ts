import { sql } from 'kysely'
import { describe, expect } from 'vitest'
import { PEOPLE, UNITS } from '#server/cast.ts'
import {
  HEAD,
  later,
  opened,
  own,
  sheetOf,
  step,
  test,
  worked,
} from '#server/cast-of-evaluation.ts'
import type { Context } from '#server/kernel/context.ts'
import { enterSurvey, giveOpinion, opinionsAbout, opinionsToGive } from './opinions.ts'

const THRESHOLD = 5

/** A statement that must fail, and leaves the transaction usable. */
async function refusedBy({ db }: Context, statement: ReturnType<typeof sql>): Promise<string> {
  await sql`savepoint tried`.execute(db)
  try {
    await statement.execute(db)
    return 'answered'
  } catch (error) {
    await sql`rollback to savepoint tried`.execute(db)
    return (error as Error).message
  }
}

describe('opinions', () => {
  test('are asked of those who work together, once each, and shown only when enough spoke', async ({
    ctx,
    as,
  }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const about = (await sheetOf(ctx, cycleId)).of(PEOPLE.dung).evaluationId
    const asked = await opinionsToGive(await as(own(100)), { cycleId })
    expect(asked.promise).toContain(`từ ${THRESHOLD} ý kiến`)
    expect(asked.people.find(({ evaluationId }) => evaluationId === about)).toMatchObject({
      side: 'peer',
      given: false,
    })
    for (const cadreId of [100, 101, 102, 103])
      await giveOpinion(await as(own(cadreId)), {
        evaluationId: about,
        points: 80,
        comment: `lời ${cadreId}`,
      })
    const again = await as(own(100))
    await expect(giveOpinion(again, { evaluationId: about, points: 10 })).rejects.toMatchObject({
      kind: 'conflict',
    })
    await expect(
      giveOpinion(await as(own(PEOPLE.thu)), { evaluationId: about, points: 10 }),
    ).rejects.toThrow('không thuộc diện')
    await giveOpinion(await as(HEAD), { evaluationId: about, points: 90, comment: 'Chắc việc' })
    const officer = await as({})
    expect((await opinionsAbout(officer, { evaluationId: about })).sides).toEqual([])
    await step(later(officer, '2026-10-31'), cycleId)
    const few = await opinionsAbout(officer, { evaluationId: about })
    expect(few.sides).toEqual([
      { side: 'peer', voices: 4, points: null, comments: [], shown: false },
      { side: 'superior', voices: 1, points: 90, comments: ['Chắc việc'], shown: true },
    ])
    await enterSurvey(officer, { evaluationId: about, points: 88, forms: 30 })
    const many = await opinionsAbout(officer, { evaluationId: about })
    expect(many.sides.find(({ side }) => side === 'citizen')).toMatchObject({
      voices: 30,
      points: 88,
    })
  })

  test('cannot be read from the tables by either role, with or without their author', async ({
    ctx,
    as,
  }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const about = (await sheetOf(ctx, cycleId)).of(PEOPLE.dung).evaluationId
    await giveOpinion(await as(own(100)), { evaluationId: about, points: 20, comment: 'mật' })
    for (const reader of [own(PEOPLE.dung), HEAD, {}]) {
      const seen = await as(reader)
      for (const statement of [
        sql`select * from opinion`,
        sql`select * from opinion_given`,
        sql`update opinion set points = 100`,
      ])
        expect(await refusedBy(seen, statement)).toContain('permission denied')
    }
    const { rows: columns } = await sql<{ column_name: string }>`
      select column_name from information_schema.columns where table_name = 'opinion'
        and table_schema = current_schema()`.execute((await as({})).db)
    expect(columns.map((one) => one.column_name)).not.toContain('author_id')
  })

  test('are not in the log either', async ({ ctx, as }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const about = (await sheetOf(ctx, cycleId)).of(PEOPLE.dung).evaluationId
    await giveOpinion(await as(own(100)), { evaluationId: about, points: 21, comment: 'riêng tư' })
    const { rows } = await sql<{ input: string }>`select input from audit_entry
      where operation = 'evaluation.give_opinion'`.execute((await as({})).db)
    expect(rows).toHaveLength(1)
    expect(JSON.parse(rows[0]?.input ?? '')).toMatchObject({
      points: '(không ghi)',
      comment: '(không ghi)',
    })
    expect(rows[0]?.input).not.toContain('riêng tư')
  })
})

describe('the rows of others', () => {
  test('a cadre sees the own evaluation, a head the unit, the unit next door nothing', async ({
    ctx,
    as,
  }) => {
    const cycleId = await opened(ctx)
    await worked(ctx, cycleId)
    const count = async (reader: Parameters<typeof as>[0], table: string) => {
      const { db } = await as(reader)
      const { rows } = await sql<{
        n: number
      }>`select count(*)::integer as n from ${sql.table(table)}`.execute(db)
      return rows[0]?.n
    }
    const stranger = { role: 'unit_officer', scope: UNITS.health.scope, unitId: UNITS.health.id }
    for (const table of ['evaluation', 'work_product']) {
      expect(await count(own(PEOPLE.dung), table)).toBe(1)
      expect(await count(HEAD, table)).toBe(8)
      expect(await count(stranger, table)).toBe(0)
    }
    expect(await count(own(PEOPLE.dung), 'evaluation_cycle')).toBe(1)
    expect(await count(stranger, 'evaluation_cycle')).toBe(0)
    expect(await count(stranger, 'cycle_step')).toBe(0)
  })
})
