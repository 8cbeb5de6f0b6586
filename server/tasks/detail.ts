import { sql } from 'kysely'
import { z } from 'zod'
import { countTargets, targetsOn } from '#server/directives/count.ts'
import { state as targetState } from '#server/directives/targets.ts'
import { total } from '#server/directives/units.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { assignmentsOn, mine } from './assignments.ts'
import { enteredOn } from './entered.ts'
import { stateShape } from './list.ts'
import { assignmentInput, assignmentOf } from './one.ts'
import { textNamed, textsOn } from './texts.ts'

const unitRow = z.object({
  unitId: z.number().nullable(),
  unit: z.string(),
  due: z.string().nullable(),
  state: stateShape,
  reason: z.string(),
})

/** Every unit that carries out one task, and the targets the task serves as they stand. */
export const taskDetail = query({
  name: 'tasks.task',
  input: z.strictObject({
    directive: z.string().min(1),
    task: z.string().min(1),
    period: z.string().max(20).default(''),
    asOf: isoDate.optional(),
  }),
  output: z.object({
    rows: z.array(unitRow),
    targets: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        state: z.enum(['met', 'not_met', 'unknown']),
        share: z.number().nullable(),
        threshold: z.number(),
        by: z.string(),
      }),
    ),
  }),
  async run(ctx, { directive, task, period, asOf = ctx.today }) {
    const text = textNamed(await textsOn(ctx, asOf), directive)
    const held = (await assignmentsOn(ctx, { on: asOf, text })).filter(
      (one) => one.task.id === task && one.period === period && mine(ctx, one),
    )
    const [first] = held
    if (!first)
      throw new Refusal('not_found', `Văn bản ${text.number} không có việc “${task}” vào ngày này.`)
    return {
      rows: held.map(({ unit, due, state, reason }) => ({
        unitId: unit?.id ?? null,
        unit: unit?.name ?? text.bodies[first.task.lead]?.label ?? '',
        due,
        state,
        reason,
      })),
      targets: await targetsBeside(ctx, first.task.targets, asOf),
    }
  },
})

/** "Done" beside "met": the state of the targets a task serves, counted the same day. */
async function targetsBeside(ctx: Context, ids: readonly string[], asOf: string) {
  if (ids.length === 0) return []
  const asked = (await targetsOn(ctx, asOf)).filter(({ target }) => ids.includes(target.id))
  return (await countTargets(ctx, asked)).map((one) =>
    targetState(one, total(one.now), total(one.baseline)),
  )
}

/** The life of one assignment: plan, entries with their words, what waits for a decision. */
export const assignmentDetail = query({
  name: 'tasks.assignment',
  input: z.strictObject({ ...assignmentInput, asOf: isoDate.optional() }),
  output: unitRow.extend({
    submissionId: z.number().nullable(),
    requestId: z.number().nullable(),
    printedDue: z.string().nullable(),
    entries: z.array(
      z.object({
        id: z.number(),
        kind: z.string(),
        on: z.string(),
        dueOn: z.string().nullable(),
        says: z.string().nullable(),
        byName: z.string().nullable(),
        documentNo: z.string().nullable(),
        fileName: z.string().nullable(),
        /** Where it was entered on another day than it is written under. */
        enteredOn: z.string().nullable(),
      }),
    ),
    steps: z.array(
      z.object({
        id: z.number(),
        version: z.number(),
        label: z.string(),
        ownerName: z.string(),
        ownerAccount: z.string().nullable(),
        dueOn: z.string(),
        doneOn: z.string().nullable(),
        outcome: z.string().nullable(),
        late: z.boolean(),
      }),
    ),
  }),
  async run(ctx, { asOf = ctx.today, ...key }) {
    const held = await assignmentOf(ctx, key, asOf)
    const at = sql`directive = ${held.text.id} and task = ${key.task} and period = ${key.period}
      and unit_id in (${sql.join(held.unitIds)})`
    const { rows: entries } = await sql<Said>`
      select e.id, e.kind, e.on_day::text as "on", e.due_on::text as "dueOn", w.says,
        w.by_name as "byName", w.document_no as "documentNo", w.file_name as "fileName",
        ${enteredOn(ctx)} as "enteredOn"
      from (select * from task_entry where ${at} and on_day <= ${asOf}::date) e
      left join task_words w on w.entry_id = e.id order by e.on_day, e.id`.execute(ctx.db)
    const { rows: steps } = await sql<Step>`
      select id, version, label, owner_name as "ownerName", owner_account as "ownerAccount",
        due_on::text as "dueOn", case when done_on <= ${asOf}::date then done_on::text end as "doneOn",
        case when done_on <= ${asOf}::date then outcome end as outcome,
        due_on < least(coalesce(done_on, ${asOf}::date), ${asOf}::date) as late
      from task_step where ${at} and planned_on <= ${asOf}::date order by due_on, id`.execute(
      ctx.db,
    )
    const { unit, due, state, reason, submission, request, printedDue } = held
    const unitId = unit?.id ?? null
    const shown = { unitId, unit: unit?.name ?? '', due, state, reason, printedDue }
    return { ...shown, submissionId: submission, requestId: request, entries, steps }
  },
})

interface Said {
  id: number
  kind: string
  on: string
  dueOn: string | null
  says: string | null
  byName: string | null
  documentNo: string | null
  fileName: string | null
  enteredOn: string | null
}

interface Step {
  id: number
  version: number
  label: string
  ownerName: string
  ownerAccount: string | null
  dueOn: string
  doneOn: string | null
  outcome: string | null
  late: boolean
}

/** A file kept as evidence; only for whoever sees the unit. */
export const evidence = query({
  name: 'tasks.evidence',
  records: 'export',
  input: z.strictObject({ entryId: wholeNumber }),
  output: fileAnswer,
  about: ({ entryId }) => ({ caseRef: `task_entry:${entryId}` }),
  async run({ db }, { entryId }) {
    const { rows } = await sql<{ fileName: string; mediaType: string; bytes: Uint8Array }>`
      select file_name as "fileName", media_type as "mediaType", content as bytes
      from task_words where entry_id = ${entryId} and content is not null`.execute(db)
    const [found] = rows
    if (!found)
      throw new Refusal('not_found', 'Diễn biến này không kèm tệp, hoặc thuộc đơn vị khác.')
    return { ...found, bytes: new Uint8Array(found.bytes) }
  },
})
