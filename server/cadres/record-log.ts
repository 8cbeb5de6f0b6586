import { sql } from 'kysely'
import { z } from 'zod'
import { COLUMN_GROUPS } from '#server/access/column-groups.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { mustBeInSight } from './restricted.ts'

export const ACTS = ['change', 'view', 'export', 'print'] as const

const logRow = z.object({
  id: z.number(),
  at: z.string(),
  actor: z.string(),
  who: z.string(),
  position: z.string().nullable(),
  act: z.enum(ACTS),
  operation: z.string(),
  /** The group looked at, the reason given, the file read: what the input says in words. */
  detail: z.string().nullable(),
})

/** Who changed this record and who looked behind its locks; the person reads it as well. */
export const recordLog = query({
  name: 'audit.of_person',
  input: z.strictObject({
    id: wholeNumber,
    offset: wholeNumber.default(0),
    limit: wholeNumber.refine((rows) => rows <= 100).default(20),
  }),
  output: z.object({ total: z.number(), rows: z.array(logRow) }),
  async run(ctx, { id, offset, limit }) {
    await mustBeInSight(ctx, id)
    const { rows } = await sql<LogEntry & { total: number }>`
      select id, at, actor, actor_name as who, actor_position as position, act, operation, input,
        count(*) over () as total
      from audit_entry
      where ${aboutPerson(id)}
      order by id desc limit ${limit} offset ${offset}`.execute(ctx.db)
    return { total: rows[0]?.total ?? 0, rows: rows.map(inWords) }
  },
})

/** Entries about the person, and about the imports that wrote the record. */
export const aboutPerson = (id: number) => sql<boolean>`(cadre_id = ${id} or case_ref = any(array(
  select distinct 'import:' || import_id from import_row where cadre_id = ${id})))`

/** Leaves its entry before the page goes to the printer; the page itself is already on screen. */
export const printFile = query({
  name: 'cadres.print_file',
  records: 'print',
  input: z.strictObject({ id: wholeNumber }),
  output: z.object({ recorded: z.literal(true) }),
  about: ({ id }) => ({ cadreId: id }),
  async run(ctx, { id }) {
    await mustBeInSight(ctx, id)
    return { recorded: true as const }
  },
})

export interface LogEntry {
  id: number
  at: string
  actor: string
  who: string
  position: string | null
  act: (typeof ACTS)[number]
  operation: string
  input: string
}

export function inWords<Row extends LogEntry>({ input, ...row }: Row) {
  return { ...row, detail: detailOf(input) }
}

const worded = z.object({
  group: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  file: z.object({ name: z.string() }).optional().catch(undefined),
})

function detailOf(input: string): string | null {
  const read = worded.safeParse(JSON.parse(input))
  if (!read.success) return null
  const { group, reason, file } = read.data
  const said = [
    group && (COLUMN_GROUPS[group]?.label ?? group),
    reason && `lý do: ${reason}`,
    file?.name,
  ]
  return said.filter(Boolean).join(' · ') || null
}
