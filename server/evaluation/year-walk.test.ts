import { sql } from 'kysely'
import { expect } from 'vitest'
import { compile, factTable } from '#rules/compile.ts'
import { readCondition } from '#rules/condition.ts'
import { PEOPLE, UNITS } from '#server/cast.ts'
import { BASIS, later, opened, row, sheetOf, step, test } from '#server/cast-of-evaluation.ts'
import type { Context } from '#server/kernel/context.ts'
import { calibrate } from './calibrate.ts'
import { rateUnit, setFacts } from './corrections.ts'
import { recordMeeting } from './meeting.ts'
import { openCycle } from './open-cycle.ts'
import { overCap } from './over-cap.ts'
import { acceptAll } from './review.ts'

const MEETING = {
  ...{ heldOn: '2026-12-05', place: 'Phòng họp', chair: 'Trưởng phòng', secretary: 'Chuyên viên' },
  ...{ summoned: 8, present: 8, minutes: 'Từng người trình bày kết quả năm, tập thể góp ý.' },
}

/** A decided month of everybody, and the year opened in autumn over it. */
async function autumn(ctx: Context, points: number): Promise<number> {
  const month = await opened(ctx)
  await sql`update evaluation set rating = 'good', points = ${points}, stage = 'decision'
    where cycle_id = ${month}`.execute(ctx.db)
  await sql`update evaluation_cycle set step = 'closed', published_on = '2026-11-05',
    closed_on = '2026-11-14' where id = ${month}`.execute(ctx.db)
  const { cycles } = await openCycle(later(ctx, '2026-11-20'), {
    unitIds: [UNITS.homeStaff.id],
    period: '2026',
  })
  return cycles[0]?.id ?? 0
}

/** From the opening to the rating of everybody by the head. */
async function rated(ctx: Context, cycleId: number): Promise<void> {
  await step(ctx, cycleId)
  await step(ctx, cycleId)
  await recordMeeting(ctx, { cycleId, ...MEETING })
  await step(ctx, cycleId)
  const { version } = (await sheetOf(ctx, cycleId)).cycle
  await rateUnit(ctx, { cycleId, version, rating: 'good', basis: BASIS })
  await acceptAll(ctx, { cycleId })
}

const disciplined = ({ db }: Context, cadreId: number) =>
  sql`insert into discipline (cadre_id, system, form, decided_on)
    values (${cadreId}, 'state', 'reprimand', '2026-12-20')`.execute(db)

/** Of people serving that day: whom a standard that asks for the latest rating counts. */
async function counted(ctx: Context, asOf: string, level: string): Promise<number[]> {
  const { serving_cadre: subject } = ctx.house.vocabulary
  if (!subject) throw new Error('nobody serves')
  const question = { asOf, since: asOf, parameter: await ctx.house.parametersOn(ctx, asOf) }
  const condition = readCondition({ latest_rating: level }, subject)
  const { rows } = await sql<{ id: number }>`
    with row_facts as (${factTable(subject, ['latest_rating'], question)})
    select cadre_id as id from row_facts where ${compile(condition, subject, question)}
    order by cadre_id`.execute(ctx.db)
  return rows.map(({ id }) => id)
}

test('a closed year is on the record: the latest rating, the three years, what a standard counts', async ({
  ctx,
}) => {
  await sql`insert into rating (cadre_id, year, level, decided_on) values
    (${PEOPLE.dung}, 2024, 'completed', '2024-12-20'), (${PEOPLE.dung}, 2025, 'excellent', '2025-12-20')`.execute(
    ctx.db,
  )
  const cycleId = await autumn(ctx, 80)
  const end = later(ctx, '2027-01-10')
  await rated(end, cycleId)
  await step(end, cycleId)
  await step(end, cycleId)
  await step(end, cycleId, { circle: 'agency' })
  expect(await counted(ctx, '2027-01-30', 'good')).toEqual([])
  const last = later(ctx, '2027-01-30')
  await step(last, cycleId)
  await step(last, cycleId)
  const { rows } = await sql<{ year: number; level: string }>`
    select year, level from rating where cadre_id = ${PEOPLE.dung} order by year`.execute(ctx.db)
  expect(rows.map(({ year, level }) => `${year} ${level}`)).toEqual([
    '2024 completed',
    '2025 excellent',
    '2026 good',
  ])
  expect(await counted(ctx, '2027-01-30', 'good')).toContain(PEOPLE.dung)
  expect(await counted(ctx, '2027-01-30', 'excellent')).toEqual([])
  // What was decided later is not known on an earlier day.
  expect(await counted(ctx, '2027-01-29', 'excellent')).toEqual([PEOPLE.dung])
})

test('a discipline decided after the rating is named, and answered before the decision', async ({
  ctx,
}) => {
  const cycleId = await autumn(ctx, 80)
  const end = later(ctx, '2027-01-10')
  await rated(end, cycleId)
  await step(end, cycleId)
  await disciplined(ctx, 100)
  await disciplined(ctx, 101)
  const { of } = await sheetOf(end, cycleId)
  expect(of(100)).toMatchObject({ rating: 'good', proposed: 'not_completed' })
  expect(of(100).exceptions.map(({ kind }) => kind)).toEqual(['moved'])
  expect((await sheetOf(end, cycleId)).blocked.join()).toContain('còn 2 người')
  await expect(step(end, cycleId)).rejects.toThrow('Chuyên viên 100, Chuyên viên 101')
  // Linked to no duty: the office says so, and the record does not speak over it.
  const denied = { evaluationId: of(101).evaluationId, facts: { disciplined: false } }
  await setFacts(end, { ...denied, basis: 'Kết luận 7/KL-SNV: không liên quan công vụ' })
  expect((await sheetOf(end, cycleId)).of(101)).toMatchObject({ proposed: 'good', exceptions: [] })
  const change = {
    ...{ ...row(of(100)), reasonCode: 'discipline', authoriserId: PEOPLE.binh },
    comment: 'Quyết định kỷ luật ngày 20/12/2026',
  }
  await calibrate(end, { cycleId, changes: [{ ...change, rating: 'not_completed' }] })
  await step(end, cycleId)
  expect((await sheetOf(end, cycleId)).cycle.step).toBe('publish')
})

test('over the cap as the sheet has it: a year by its months, nobody under discipline', async ({
  ctx,
}) => {
  const cycleId = await autumn(ctx, 95)
  await disciplined(ctx, 100)
  const over = (await overCap(ctx, { period: '2026' })).rows.map(({ group, excellent }) => [
    group,
    excellent,
  ])
  const { people, groups, unitCap } = await sheetOf(ctx, cycleId)
  expect(people.filter(({ proposed }) => proposed === 'excellent')).toHaveLength(7)
  expect(over).toEqual([
    ['Cả đơn vị', unitCap?.excellent],
    ['Nhóm chuyên viên', groups[1]?.cap?.excellent],
  ])
})
