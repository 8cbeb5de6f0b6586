import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { unchanged } from '#server/kernel/versions.ts'
import { assignmentInput, heldAlone, mustLead } from './one.ts'

const text = (problem: string) => z.string().trim().min(1, problem).max(500, 'Dài quá 500 ký tự.')
const changed = z.object({ id: z.number(), version: z.number() })
const about = (_: unknown, { id }: { id: number }) => ({ caseRef: `task_step:${id}` })

/** Adds a part to the unit's own plan. */
export const planStep = command({
  name: 'tasks.plan_step',
  input: z.strictObject({
    ...assignmentInput,
    on: isoDate.optional(),
    label: text('Hãy ghi việc phải làm.'),
    ownerName: text('Hãy ghi người hoặc phòng chịu trách nhiệm.'),
    ownerAccount: z.string().trim().max(100).optional(),
    dueOn: isoDate,
  }),
  output: changed,
  about,
  async run(ctx, { label, ownerName, ownerAccount, dueOn, on = ctx.today, ...key }) {
    const held = await heldAlone(ctx, key, on)
    mustLead(ctx, held)
    if (dueOn < on) throw new Refusal('invalid', 'Hạn của bước phải từ ngày lập kế hoạch trở đi.')
    if (held.due !== null && on <= held.due && dueOn > held.due)
      throw new Refusal(
        'invalid',
        'Hạn của bước không được sau hạn của việc. Hãy chọn ngày sớm hơn.',
      )
    const { rows } = await sql<{ id: number; version: number }>`
      insert into task_step
        (directive, task, unit_id, period, label, owner_name, owner_account, planned_on, due_on)
      values (${held.text.id}, ${held.task.id}, ${held.unit?.id ?? 0}, ${held.period}, ${label},
        ${ownerName}, ${ownerAccount || null}, ${on}::date, ${dueOn}::date)
      returning id, version`.execute(ctx.db)
    return rows[0] ?? { id: 0, version: 1 }
  },
})

interface Stored {
  version: number
  plannedOn: string
  doneOn: string | null
}

/** Marks a step as done, with what came of it. */
export const finishStep = command({
  name: 'tasks.finish_step',
  input: z.strictObject({
    id: wholeNumber,
    version: wholeNumber,
    on: isoDate.optional(),
    outcome: text('Hãy ghi kết quả của bước.'),
  }),
  output: changed,
  about,
  async run(ctx, { id, version, outcome, on = ctx.today }) {
    const stored = unchanged(await stepOf(ctx, id), { version })
    if (stored.doneOn) throw new Refusal('conflict', 'Bước này đã ghi xong. Hãy tải lại trang.')
    if (on < stored.plannedOn || on > ctx.today)
      throw new Refusal('invalid', 'Ngày xong phải từ ngày lập kế hoạch đến hôm nay.')
    const { rows } = await sql<{ id: number; version: number }>`
      update task_step set done_on = ${on}::date, outcome = ${outcome} where id = ${id}
      returning id, version`.execute(ctx.db)
    return rows[0] ?? { id, version }
  },
})

async function stepOf({ db }: Context, id: number): Promise<Stored> {
  const { rows } = await sql<Stored>`
    select version, planned_on::text as "plannedOn", done_on::text as "doneOn"
    from task_step where id = ${id} for update`.execute(db)
  const [found] = rows
  if (found) return found
  throw new Refusal('not_found', 'Không có bước này trong kế hoạch của đơn vị. Hãy tải lại trang.')
}
