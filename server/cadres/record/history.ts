import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { mustBeInSight, openGroup } from '../restricted.ts'
import { SECTIONS, type SectionCode } from './dictionary.ts'
import { reasonOfLook } from './restricted-groups.ts'
import type { Values } from './rows.ts'
import { textsOf } from './wording.ts'

const text = z.string().nullable()

const changeShape = z.object({
  id: z.number(),
  rowId: z.number(),
  act: z.enum(['add', 'correct', 'end', 'undo']),
  at: z.string(),
  by: z.string(),
  basis: z.enum(['decision', 'correction', 'declaration']),
  decisionNo: text,
  decidedOn: text,
  decidedBy: text,
  reason: text,
  documentId: z.number().nullable(),
  undoneBy: z.number().nullable(),
  /** The fields that differ, in words, before and after. */
  fields: z.array(z.object({ name: z.string(), label: z.string(), before: text, after: text })),
})

/** Who changed a section, or one fact of it, when, on what basis, from what to what; newest first. */
export const factHistory = query({
  name: 'cadres.fact_history',
  records: 'view',
  input: z.strictObject({
    id: wholeNumber,
    section: codeOf(SECTIONS),
    rowId: wholeNumber.optional(),
    reason: reasonOfLook,
  }),
  output: z.object({ changes: z.array(changeShape) }),
  about: ({ id }) => ({ cadreId: id }),
  async run(ctx, { id, section, rowId, reason }) {
    await mustBeInSight(ctx, id)
    const { restricted } = SECTIONS[section]
    if (restricted) await openGroup(ctx, restricted, id, reason)
    const { rows } = await sql<Stored>`select c.id, c.row_id as "rowId", c.act, c.before, c.after,
        to_char(c.changed_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
        c.account_name as by, c.basis, c.decision_no as "decisionNo", c.decided_on as "decidedOn",
        c.decided_by as "decidedBy", c.reason, c.document_id as "documentId", u.id as "undoneBy"
      from record_change c left join record_change u on u.undoes = c.id
      where c.cadre_id = ${id} and c.section = ${section}
        and (${rowId ?? null}::integer is null or c.row_id = ${rowId ?? null}::integer)
      order by c.id desc limit 500`.execute(ctx.db)
    const changes = []
    for (const { before, after, ...row } of rows)
      changes.push({ ...row, fields: await differences(ctx, section, before, after) })
    return { changes }
  },
})

interface Stored extends Omit<z.output<typeof changeShape>, 'fields'> {
  before: Values | null
  after: Values | null
}

async function differences(
  { db, today }: Context,
  section: SectionCode,
  before: Values | null,
  after: Values | null,
) {
  const facts = [{ values: before ?? {} }, { values: after ?? {} }]
  const [old = {}, changed = {}] = await textsOf(db, section, facts, today)
  return Object.entries(SECTIONS[section].columns)
    .filter(([name]) => (before?.[name] ?? null) !== (after?.[name] ?? null))
    .map(([name, { label }]) => ({
      name,
      label,
      before: old[name] ?? null,
      after: changed[name] ?? null,
    }))
}
