import { sql } from 'kysely'
import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type TaskText, textNamed, textsOn } from './texts.ts'

/** What tasks wait for, and when it happened. */
export const eventList = query({
  name: 'tasks.events',
  input: z.strictObject({ asOf: isoDate.optional() }),
  output: z.array(
    z.object({
      directive: z.string(),
      number: z.string(),
      event: z.string(),
      label: z.string(),
      cite: z.string(),
      tasks: z.array(z.string()),
      happened: z.array(
        z.object({
          id: z.number(),
          on: z.string(),
          document: z.string(),
          dueOn: z.string().nullable(),
          withdrawnOn: z.string().nullable(),
          reason: z.string().nullable(),
        }),
      ),
    }),
  ),
  async run(ctx, { asOf = ctx.today }) {
    const { rows } = await sql<Happening>`
      select e.directive, e.event, e.id, e.occurred_on::text as "on", e.document,
        e.due_on::text as "dueOn", w.withdrawn_on::text as "withdrawnOn", w.reason
      from task_event e left join task_event_withdrawal w
        on w.event_id = e.id and w.withdrawn_on <= ${asOf}::date
      where e.occurred_on <= ${asOf}::date order by e.occurred_on, e.nth`.execute(ctx.db)
    return (await textsOn(ctx, asOf)).flatMap((text) =>
      text.events.map(({ id, label, cite }) => ({
        directive: text.id,
        number: text.number,
        event: id,
        label,
        cite: `${text.number} · ${cite}`,
        tasks: startedBy(text, id),
        happened: rows.filter(({ directive, event }) => directive === text.id && event === id),
      })),
    )
  },
})

interface Happening {
  directive: string
  event: string
  id: number
  on: string
  document: string
  dueOn: string | null
  withdrawnOn: string | null
  reason: string | null
}

const startedBy = (text: TaskText, event: string): string[] =>
  text.tasks
    .filter(({ due }) => due !== 'lasting' && 'after' in due && due.after === event)
    .map(({ id }) => id)

/** Records that it happened: the clock of every task that waited starts that day. */
export const recordEvent = command({
  name: 'tasks.record_event',
  input: z.strictObject({
    event: z.string().min(1, 'Hãy chọn sự kiện.'),
    on: isoDate,
    document: z.string().trim().max(300).optional(),
    /** The day the work is due, where the text gives no number of days. */
    dueOn: isoDate.optional(),
    /** Needed only where two directives wait for events of the same name. */
    directive: z.string().min(1).optional(),
  }),
  output: z.object({
    id: z.number(),
    directive: z.string(),
    event: z.string(),
    on: z.string(),
    tasks: z.array(z.string()),
  }),
  about: (_, { id }) => ({ caseRef: `task_event:${id}` }),
  async run(ctx, { event, on, document, dueOn, directive }) {
    if (on > ctx.today) throw new Refusal('invalid', 'Ngày ban hành không được sau hôm nay.')
    if (dueOn && dueOn < on)
      throw new Refusal('invalid', 'Hạn phải từ ngày sự kiện trở đi. Hãy sửa lại.')
    const text = await waiting(ctx, event, on, directive)
    const id = await recorded(ctx, { directive: text.id, event, on, document, dueOn })
    return { id, directive: text.id, event, on, tasks: startedBy(text, event) }
  },
})

interface Recorded {
  directive: string
  event: string
  on: string
  document: string | undefined
  dueOn: string | undefined
}

/** The same document of the same day is recorded once, unless it was taken back since. */
async function recorded(ctx: Context, { directive, event, on, ...said }: Recorded) {
  const document = said.document || 'chưa ghi số văn bản'
  await sql`select pg_advisory_xact_lock(hashtext(${['task_event', directive, event].join('|')}))`.execute(
    ctx.db,
  )
  const that = sql`e.directive = ${directive} and e.event = ${event} and e.occurred_on = ${on}::date`
  const { rows } = await sql<{ id: number }>`
    insert into task_event (directive, event, occurred_on, document, due_on, account_name, nth)
    select ${directive}, ${event}, ${on}::date, ${document}, ${said.dueOn ?? null}::date,
      ${ctx.actor.name}, (select count(*) + 1 from task_event e where ${that})
    where not exists (select from task_event e where ${that} and e.document = ${document}
      and not exists (select from task_event_withdrawal w where w.event_id = e.id))
    returning id`.execute(ctx.db)
  const [row] = rows
  if (row) return row.id
  throw new Refusal(
    'conflict',
    `Sự kiện này ngày ${inVietnamese(on)} (${document}) đã được ghi. Nếu là lần khác trong ngày, hãy ghi số văn bản của lần ấy. Chưa ghi thêm.`,
  )
}

async function waiting(
  ctx: Context,
  event: string,
  on: string,
  directive: string | undefined,
): Promise<TaskText> {
  const texts = await textsOn(ctx, on)
  const asked = directive ? [textNamed(texts, directive)] : texts
  const found = asked.filter(({ events }) => events.some(({ id }) => id === event))
  if (found.length === 1 && found[0]) return found[0]
  if (found.length > 1)
    throw new Refusal(
      'invalid',
      `Nhiều văn bản cùng chờ “${event}”: ${found.map(({ id }) => id).join(', ')}. Hãy nói rõ văn bản nào.`,
    )
  const known = asked.flatMap(({ events }) => events)
  const near = /"(.+)"/.exec(
    nearest(
      event,
      known.map(({ id }) => id),
    ),
  )?.[1]
  const listed = known.map(({ id, label }) => `${id} (${label})`).join(', ')
  throw new Refusal(
    'not_found',
    `Ngày ${inVietnamese(on)} không văn bản nào chờ sự kiện “${event}”${near ? `; có phải “${near}”?` : '.'} Các sự kiện: ${listed || 'chưa có'}.`,
  )
}

/** Takes a record back by another row: from that day the tasks wait again. */
export const withdrawEvent = command({
  name: 'tasks.withdraw_event',
  input: z.strictObject({
    id: wholeNumber,
    on: isoDate.optional(),
    reason: z.string().trim().min(1, 'Hãy ghi lý do rút lại.').max(500),
  }),
  output: z.object({ id: z.number() }),
  about: (_, { id }) => ({ caseRef: `task_event:${id}` }),
  async run(ctx, { id, reason, on = ctx.today }) {
    const { rows } = await sql<{ on: string; withdrawn: boolean }>`
      select occurred_on::text as "on", exists (select from task_event_withdrawal w
        where w.event_id = e.id) as withdrawn
      from task_event e where id = ${id} for update`.execute(ctx.db)
    const [found] = rows
    if (!found) throw new Refusal('not_found', 'Không có sự kiện này. Hãy tải lại trang.')
    if (found.withdrawn) throw new Refusal('conflict', 'Sự kiện này đã được rút lại. Chưa ghi gì.')
    if (on < found.on || on > ctx.today)
      throw new Refusal('invalid', `Ngày rút lại phải từ ${inVietnamese(found.on)} đến hôm nay.`)
    await sql`insert into task_event_withdrawal (event_id, withdrawn_on, reason, account_name)
      values (${id}, ${on}::date, ${reason}, ${ctx.actor.name})`.execute(ctx.db)
    return { id }
  },
})
