import { sql } from 'kysely'
import { z } from 'zod'
import { factsOf, factTable } from '#rules/compile.ts'
import { type FactRow, missing, reasons, said } from '#rules/explain.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { type AskedTarget, targetsOn } from './count.ts'
import { standingOf } from './tally.ts'
import { askedById } from './targets.ts'
import { findUnit, subtree, unitsOn } from './units.ts'

/** Place of a row among the six standings → what the list says of it. */
const STATUSES = ['counted', 'not_counted', 'unknown', 'unknown', 'unknown', 'unknown'] as const

const rowShape = z.object({
  subjectId: z.number(),
  cadreId: z.number().nullable(),
  recordNo: z.string().nullable(),
  unitId: z.number().nullable(),
  name: z.string(),
  title: z.string().nullable(),
  unitName: z.string().nullable(),
  status: z.enum(['counted', 'not_counted', 'unknown']),
  why: z.string(),
  facts: z.array(z.object({ fact: z.string(), label: z.string(), value: z.string() })),
  missing: z.array(z.object({ fact: z.string(), label: z.string(), paper: z.string() })),
})

interface ListedRow extends FactRow {
  id: number
  cadre_id: number | null
  unit_id: number | null
  title: string | null
  record_no: string | null
  full_name: string | null
  unit_name: string | null
  standing: number
}

/** Who counts towards a target, who does not, who cannot be told: with the reason for each. */
export const targetSubjects = query({
  name: 'directives.target_subjects',
  input: z.object({
    id: z.string(),
    asOf: isoDate,
    status: z.enum(['counted', 'unknown', 'not_counted', 'all']).default('all'),
    unitId: z.union([z.string(), z.number()]).optional(),
    cadreId: wholeNumber.optional(),
    offset: wholeNumber.default(0),
    limit: z.coerce.number().int().min(1).max(500).default(50),
  }),
  output: z.object({
    totals: z.object({ counted: z.number(), unknown: z.number(), notCounted: z.number() }),
    rows: z.array(rowShape),
  }),
  async run(ctx, { id, asOf, status, unitId, cadreId, offset, limit }) {
    const asked = askedById(await targetsOn(ctx, asOf), id)
    const { subject, question, milestone, target } = asked
    const condition = { base: milestone.base, counts: target.counts }
    const conditions = [condition.base, condition.counts].filter((one) => one !== null)
    const units = await unitsOn(ctx.db, question.asOf)
    const inside = unitId === undefined ? null : [...subtree(units, findUnit(units, unitId).id)]
    const rows_ = sql`with row_facts as (${factTable(subject, factsOf(conditions), question)}),
      row_standing as materialized (select row_facts.*, ${standingOf(condition, subject, question)} as standing from row_facts),
      listed as (select * from row_standing where standing is not null
        ${inside ? sql`and unit_id = any(${inside}::int[])` : sql``} ${cadreId ? sql`and cadre_id = ${cadreId}` : sql``})`
    const totals = await sql<{ counted: number; not_counted: number; unknown: number }>`${rows_}
      select count(*) filter (where standing = 0)::int as counted, count(*) filter (where standing = 1)::int as not_counted,
        count(*) filter (where standing >= 2)::int as unknown from listed`.execute(ctx.db)
    const { rows } = await sql<ListedRow>`${rows_}
      select listed.*, c.record_no, c.full_name, n.name as unit_name from listed
      left join cadre c on c.id = listed.cadre_id
      left join unit_name n on n.unit_id = listed.unit_id and n.during @> ${question.asOf}::date
      ${status === 'all' ? sql`` : sql`where standing ${STATUS_FILTER[status]}`}
      order by (case when standing >= 2 then 1 when standing = 0 then 0 else 2 end), c.name_key, listed.title, listed.id
      offset ${offset} limit ${limit}`.execute(ctx.db)
    const [{ counted, not_counted, unknown } = { counted: 0, not_counted: 0, unknown: 0 }] =
      totals.rows
    return {
      totals: { counted, unknown, notCounted: not_counted },
      rows: rows.map((row) => listed(asked, row)),
    }
  },
})

const STATUS_FILTER = { counted: sql`= 0`, not_counted: sql`= 1`, unknown: sql`>= 2` }

function listed(asked: AskedTarget, row: ListedRow): z.input<typeof rowShape> {
  const { subject, question, target, milestone } = asked
  const conditions = [milestone.base, target.counts].filter((one) => one !== null)
  return {
    subjectId: row.id,
    cadreId: row.cadre_id,
    recordNo: row.record_no,
    unitId: row.unit_id,
    name: row.full_name ?? row.title ?? '',
    title: row.full_name ? row.title : null,
    unitName: row.unit_name,
    status: STATUSES[row.standing] ?? 'unknown',
    why: whyOf(asked, row, row.standing),
    facts: factsOf(conditions).map((fact) => ({
      fact,
      label: subject.facts[fact]?.label ?? fact,
      value: said(fact, subject, question, row),
    })),
    missing:
      row.standing >= 2 ? conditions.flatMap((one) => missing(one, subject, question, row)) : [],
  }
}

/** The facts that decide, in words: of the base when the row is outside or open there, else of who counts. */
export function whyOf(
  { subject, question, target, milestone }: AskedTarget,
  row: FactRow,
  standing: number | null,
): string {
  const deciding =
    (standing === null || standing >= 3) && milestone.base
      ? milestone.base
      : (target.counts ?? milestone.base)
  return deciding
    ? reasons(deciding, subject, question, row).join('; ')
    : 'Được tính theo danh sách'
}
