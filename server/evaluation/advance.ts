import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { addDays } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Cycle, caseRef, cycleNamed, sameVersion } from './cycle.ts'
import { hasMoved } from './exceptions.ts'
import { rate } from './rate.ts'
import { recordResults } from './results-to-records.ts'
import { sheetOf } from './sheet.ts'
import { STEPS, type Step, settingsOn } from './steps.ts'

/** Finishes the step that waits; what it asks for must be there, or its deadline must have passed. */
export const finishStep = command({
  name: 'evaluation.finish_step',
  input: z.strictObject({
    cycleId: wholeNumber,
    step: z.enum(STEPS),
    version: z.number().int(),
    /** Of the authority: number and date of the decision; of the publication: where. */
    note: z.string().trim().max(500).nullable().default(null),
    circle: z.enum(['person', 'unit', 'agency']).default('unit'),
  }),
  output: z.object({ step: z.enum(STEPS), version: z.number() }),
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, step, version, note, circle }) {
    const cycle = await cycleNamed(ctx, cycleId, 'update')
    sameVersion(cycle, version)
    if (cycle.step !== step || cycle.closedOn)
      throw new Refusal('conflict', 'Kỳ đánh giá đã sang bước khác. Hãy mở lại trang. Chưa ghi gì.')
    await MAY_END[step](ctx, cycle)
    return endStep(ctx, cycle, { by: ctx.actor.displayName, byRule: false, note, circle })
  },
})

interface Ending {
  by: string
  byRule: boolean
  note: string | null
  circle: 'person' | 'unit' | 'agency'
}

/** The step is done; the next one of this cycle waits, and closing writes the results of a year. */
export async function endStep(ctx: Context, cycle: Cycle, { by, byRule, note, circle }: Ending) {
  await sql`update cycle_step set done_on = ${ctx.today}, done_by = ${by}, by_rule = ${byRule}, note = ${note}
    where cycle_id = ${cycle.id} and step = ${cycle.step}`.execute(ctx.db)
  if (cycle.step === 'closed') await recordResults(ctx, cycle)
  const { rows: left } = await sql<{ step: Step }>`
    select step from cycle_step where cycle_id = ${cycle.id} and done_on is null
    order by position limit 1`.execute(ctx.db)
  const next = left[0]?.step ?? 'closed'
  const { rows } = await sql<{ step: Step; version: number }>`
    update evaluation_cycle set step = ${next}, version = version + 1,
      published_on = case when ${cycle.step === 'publish'} then ${ctx.today}::date else published_on end,
      circle = case when ${cycle.step === 'publish'} then ${circle} else circle end,
      closed_on = case when ${cycle.step === 'closed'} then ${ctx.today}::date end
    where id = ${cycle.id} returning step, version`.execute(ctx.db)
  return rows[0] ?? { step: next, version: cycle.version + 1 }
}

/**
 * What a step asks before it ends. A later step is never held up by one late person: once the deadline
 * has passed self-assessment, opinions and the meeting may end without them.
 */
const MAY_END: Record<Step, (ctx: Context, cycle: Cycle) => Promise<void>> = {
  async self(ctx, cycle) {
    const { rows } = await sql<{ name: string }>`
      select c.full_name as name from evaluation e join cadre c on c.id = e.cadre_id
      where e.cycle_id = ${cycle.id} and e.self_at is null order by c.name_key`.execute(ctx.db)
    if (rows.length > 0 && !(await isPast(ctx, cycle)))
      throw against(`Chưa tự đánh giá: ${named(rows)}. Chờ đến hết hạn thì chuyển bước được.`)
  },
  async opinions(ctx, cycle) {
    if (!(await isPast(ctx, cycle)))
      throw against('Chưa hết hạn lấy ý kiến; những người chưa gửi vẫn còn quyền cho ý kiến.')
  },
  async meeting(ctx, cycle) {
    const held = await sql`select from evaluation_meeting where cycle_id = ${cycle.id}`.execute(
      ctx.db,
    )
    if (held.rows.length === 0)
      throw against('Chưa có biên bản họp đánh giá. Hãy ghi biên bản rồi chuyển bước.')
  },
  async head(ctx, cycle) {
    const { people } = await sheetOf(ctx, cycle)
    // The head's own rating is given above; a late superior must not hold up the unit.
    const waiting = people.filter(({ person }) => person.rating === null && person.role !== 'head')
    if (waiting.length > 0)
      throw against(`Chưa xếp loại: ${named(waiting.map(({ person }) => person))}.`)
  },
  async authority(ctx, cycle) {
    await mustHold(ctx, cycle)
    const { people } = await sheetOf(ctx, cycle)
    const moved = people.filter(({ person, proposal }) => hasMoved(person, proposal))
    if (moved.length > 0)
      throw against(
        `Sau khi xếp loại, hồ sơ hoặc minh chứng đã đổi: ${named(moved.map(({ person }) => person))}. Hãy sửa hoặc giữ mức ở Hội nghị cân đối, kèm lý do.`,
      )
    // The decision stands in the trail of each person, whoever changed the rating before.
    await rate(
      ctx,
      people.filter(({ person }) => person.cadreId !== ctx.actor.cadreId),
      people.flatMap(({ person }) =>
        person.rating && person.cadreId !== ctx.actor.cadreId
          ? [{ evaluationId: person.id, rating: person.rating }]
          : [],
      ),
      'decision',
    )
  },
  publish: mustHold,
  async appeal(ctx, cycle) {
    await answered(ctx, cycle)
    const days = (await settingsOn(ctx, cycle.period.to)).number('evaluation_appeal_days')
    const last = addDays(cycle.publishedOn ?? ctx.today, days)
    if (ctx.today <= last)
      throw against(`Còn nhận khiếu nại đến hết ngày ${last.split('-').reverse().join('/')}.`)
  },
  async closed(ctx, cycle) {
    await answered(ctx, cycle)
    await mustHold(ctx, cycle)
  },
}

/** Nobody unrated, the cap and the couplings kept: otherwise who, by how much, by which clause. */
export async function mustHold(ctx: Context, cycle: Cycle): Promise<void> {
  const { people, check } = await sheetOf(ctx, cycle)
  const unrated = people.filter(({ person }) => person.rating === null)
  const says = [
    ...check.says,
    ...(unrated.length > 0 ? [`chưa xếp loại: ${named(unrated.map(({ person }) => person))}`] : []),
  ]
  if (says.length === 0) return
  throw new Refusal(
    'against_rule',
    `Chưa khóa được kỳ ${cycle.period.label}: ${says.join('; ')}.`,
    {
      cap: check.cap,
      violations: check.violations,
    },
  )
}

async function answered({ db }: Context, cycle: Cycle): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.full_name as name from evaluation_appeal a join evaluation e on e.id = a.evaluation_id
    join cadre c on c.id = e.cadre_id
    where e.cycle_id = ${cycle.id} and a.answered_on is null order by c.name_key`.execute(db)
  if (rows.length > 0) throw against(`Còn khiếu nại chưa trả lời: ${named(rows)}.`)
}

export async function isPast({ db, today }: Context, cycle: Cycle, grace = 0): Promise<boolean> {
  const { rows } = await sql<{ past: boolean }>`
    select due_on + ${grace}::integer < ${today}::date as past from cycle_step
    where cycle_id = ${cycle.id} and step = ${cycle.step}`.execute(db)
  return rows[0]?.past === true
}

const against = (says: string) => new Refusal('against_rule', says)
const named = (people: readonly { name: string }[]) => people.map(({ name }) => name).join(', ')
