import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { caseReference, wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { ACTS, inWords, type LogEntry } from './record-log.ts'

/** Everything the province's log holds, newest first, with the name of the person it is about. */
export const provinceLog = query({
  name: 'audit.entries',
  input: z.strictObject({
    actor: z.string().max(200).optional(),
    operation: z.string().max(200).optional(),
    act: z.enum(ACTS).optional(),
    caseRef: caseReference.optional(),
    from: isoDate.optional(),
    to: isoDate.optional(),
    offset: wholeNumber.default(0),
    limit: wholeNumber.refine((rows) => rows <= 200).default(50),
  }),
  output: z.object({
    total: z.number(),
    rows: z.array(
      z.object({
        id: z.number(),
        at: z.string(),
        actor: z.string(),
        who: z.string(),
        position: z.string().nullable(),
        act: z.enum(ACTS),
        operation: z.string(),
        detail: z.string().nullable(),
        cadreId: z.number().nullable(),
        person: z.string().nullable(),
        caseRef: z.string().nullable(),
      }),
    ),
  }),
  async run({ db }, { offset, limit, ...asked }) {
    const found = sql`from audit_entry a where ${sql.join(conditions(asked), sql` and `)}`
    const { rows } = await sql<LogEntry & Subject>`
      select p.*, c.full_name as person from (
        select a.id, a.at, a.actor, a.actor_name as who, a.actor_position as position, a.act,
          a.operation, a.input, a.cadre_id as "cadreId", a.case_ref as "caseRef"
        ${found} order by a.id desc limit ${limit} offset ${offset}) p
      left join cadre c on c.id = p."cadreId" order by p.id desc`.execute(db)
    const counted = await sql<{ total: number }>`select count(*) as total ${found}`.execute(db)
    return { total: counted.rows[0]?.total ?? 0, rows: rows.map(inWords) }
  },
})

interface Subject {
  cadreId: number | null
  person: string | null
  caseRef: string | null
}

function conditions(asked: {
  actor?: string
  operation?: string
  act?: string
  caseRef?: string
  from?: string
  to?: string
}): RawBuilder<unknown>[] {
  const where = [sql`true`]
  if (asked.actor) where.push(sql`a.actor = ${asked.actor}`)
  if (asked.operation) where.push(sql`a.operation = ${asked.operation}`)
  if (asked.act) where.push(sql`a.act = ${asked.act}`)
  if (asked.caseRef) where.push(sql`a.case_ref = ${asked.caseRef}`)
  if (asked.from) where.push(sql`a.at >= ${startOf(sql`${asked.from}::date`)}`)
  if (asked.to) where.push(sql`a.at < ${startOf(sql`${asked.to}::date + 1`)}`)
  return where
}

/** The instant a day begins in Vietnam, spelled as entries spell theirs. */
function startOf(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`to_char((${day})::timestamp at time zone 'Asia/Ho_Chi_Minh' at time zone 'utc',
    'YYYY-MM-DD"T"HH24:MI:SS')`
}

/** Who and what the log can be narrowed to. */
export const logChoices = query({
  name: 'audit.choices',
  input: z.strictObject({}),
  output: z.object({
    actors: z.array(z.object({ actor: z.string(), who: z.string() })),
    operations: z.array(z.string()),
  }),
  async run({ db }) {
    const actors = await sql<{ actor: string; who: string }>`
      select distinct on (actor) actor, actor_name as who from audit_entry
      order by actor, id desc`.execute(db)
    const operations = await sql<{ operation: string }>`
      select distinct operation from audit_entry order by 1`.execute(db)
    return { actors: actors.rows, operations: operations.rows.map(({ operation }) => operation) }
  },
})
