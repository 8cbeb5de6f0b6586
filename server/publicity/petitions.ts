import { sql } from 'kysely'
import { z } from 'zod'
import { onClosedTables } from '#server/access/closed-tables.ts'
import { requireGroup } from '#server/access/column-groups.ts'
import { LEAST_REASON } from '#server/cadres/restricted.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { tidy } from '#server/kernel/text.ts'
import { nameOn } from './agencies.ts'
import { PETITION_KINDS, type PetitionKind } from './petition-rules.ts'

export const PETITION_STATES = {
  unassigned: { label: 'Chưa giao' },
  open: { label: 'Đang giải quyết' },
  overdue: { label: 'Quá hạn' },
  answered: { label: 'Đã trả lời' },
  answered_late: { label: 'Trả lời chậm' },
} as const

type State = keyof typeof PETITION_STATES
const states = Object.keys(PETITION_STATES) as [State]

const rowShape = z.object({
  id: z.number(),
  kind: z.string(),
  kindLabel: z.string(),
  receivedOn: z.string(),
  dueOn: z.string(),
  closedOn: z.string().nullable(),
  named: z.boolean(),
  about: z.string().nullable(),
  assignedUnitId: z.number().nullable(),
  assigned: z.string().nullable(),
  state: z.enum(states),
})

export interface Petition extends Omit<z.output<typeof rowShape>, 'kindLabel' | 'kind'> {
  kind: PetitionKind
  says: string
  channel: string
  aboutUnitId: number | null
  version: number
}

const petitionsOn = (asOf: string) => sql<Petition>`
  select p.id, p.kind, p.channel, p.received_on::text as "receivedOn", p.due_on::text as "dueOn",
    case when p.closed_on <= ${asOf}::date then p.closed_on::text end as "closedOn", p.named, p.says,
    p.about_unit_id as "aboutUnitId", p.version,
    nullif(concat_ws(' · ', case when p.about_unit_id is not null
        then ${nameOn(sql`p.about_unit_id`, asOf)} end,
      (select title from publication where id = p.publication_id)), '') as about,
    p.assigned_unit_id as "assignedUnitId",
    case when p.assigned_unit_id is not null then ${nameOn(sql`p.assigned_unit_id`, asOf)} end as assigned,
    case when p.closed_on <= least(p.due_on, ${asOf}::date) then 'answered'
      when p.closed_on <= ${asOf}::date then 'answered_late'
      when p.due_on < ${asOf}::date then 'overdue'
      when p.assigned_unit_id is null then 'unassigned' else 'open' end as state
  from petition p where p.received_on <= ${asOf}::date`

/** What was received and how it stands; every unit sees what was given to it. */
export const petitions = query({
  name: 'publicity.petitions',
  input: z.strictObject({ asOf: isoDate.optional(), state: z.enum(states).optional() }),
  output: z.object({
    asOf: z.string(),
    counts: z.record(z.enum(states), z.number()),
    byKind: z.array(
      z.object({
        kind: z.string(),
        label: z.string(),
        total: z.number(),
        answered: z.number(),
        inTime: z.number(),
      }),
    ),
    rows: z.array(rowShape),
  }),
  async run({ db, today }, { asOf = today, state }) {
    const { rows: all } = await sql<Petition>`select * from (${petitionsOn(asOf)}) p
      order by "closedOn" is not null, "dueOn", id desc`.execute(db)
    const count = (wanted: State) => all.filter((one) => one.state === wanted).length
    return {
      asOf,
      counts: Object.fromEntries(states.map((one) => [one, count(one)])) as Record<State, number>,
      byKind: Object.entries(PETITION_KINDS).map(([kind, { label }]) => {
        const of = all.filter((one) => one.kind === kind)
        const answered = of.filter(({ closedOn }) => closedOn !== null)
        const inTime = answered.filter((one) => one.state === 'answered').length
        return { kind, label, total: of.length, answered: answered.length, inTime }
      }),
      rows: all
        .filter((one) => state === undefined || one.state === state)
        .map((one) => ({ ...one, kindLabel: PETITION_KINDS[one.kind].label })),
    }
  },
})

export const petitionDetail = query({
  name: 'publicity.petition',
  input: z.strictObject({
    id: wholeNumber,
    asOf: isoDate.optional(),
  }),
  output: rowShape.extend({
    says: z.string(),
    channel: z.string(),
    aboutUnitId: z.number().nullable(),
    version: z.number(),
    steps: z.array(
      z.object({
        id: z.number(),
        kind: z.string(),
        on: z.string(),
        unit: z.string().nullable(),
        says: z.string(),
      }),
    ),
  }),
  async run(ctx, { id, asOf = ctx.today }) {
    const found = await petitionNamed(ctx, id, asOf)
    const { rows: steps } = await sql<{
      id: number
      kind: string
      on: string
      unit: string | null
      says: string
    }>`select s.id, s.kind, s.on_day::text as "on", s.says,
        case when s.unit_id is not null then ${nameOn(sql`s.unit_id`, asOf)} end as unit
      from petition_step s where s.petition_id = ${id} order by s.id`.execute(ctx.db)
    return { ...found, kindLabel: PETITION_KINDS[found.kind].label, steps }
  },
})

export async function petitionNamed(ctx: Context, id: number, asOf: string): Promise<Petition> {
  const { rows } =
    await sql<Petition>`select * from (${petitionsOn(asOf)}) p where id = ${id}`.execute(ctx.db)
  const [found] = rows
  if (found) return found
  throw new Refusal(
    'not_found',
    'Không có góp ý, đơn thư này, hoặc chưa được giao cho đơn vị của anh, chị.',
  )
}

/** Who sent it: restricted group complaints, for a reason that stays in the log. */
export const petitionSender = query({
  name: 'publicity.petition_sender',
  records: 'view',
  input: z.strictObject({
    id: wholeNumber,
    reason: z
      .string()
      .max(500, 'Lý do dài quá 500 ký tự.')
      .transform(tidy)
      .refine((reason) => reason.length >= LEAST_REASON, {
        error: `Hãy ghi lý do xem, ít nhất ${LEAST_REASON} ký tự. Lý do được lưu vào nhật ký.`,
      }),
  }),
  output: z.object({ fullName: z.string(), contact: z.string() }),
  about: ({ id }) => ({ caseRef: `petition:${id}` }),
  async run(ctx, { id }) {
    await requireGroup(ctx, 'complaints')
    await petitionNamed(ctx, id, ctx.today)
    const { rows } = await onClosedTables(ctx, (db) =>
      sql<{ fullName: string; contact: string }>`select full_name as "fullName", contact
        from petition_sender where petition_id = ${id}`.execute(db),
    )
    const [found] = rows
    if (!found) throw new Refusal('not_found', 'Người gửi không ghi tên.')
    return found
  },
})
