import { sql } from 'kysely'
import { z } from 'zod'
import { compile, factsOf, factTable } from '#rules/compile.ts'
import type { Condition } from '#rules/condition.ts'
import { type FactRow, missing } from '#rules/explain.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { flag, wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { placeOf } from './form-table.ts'
import { type AskedForm, formOn } from './forms.ts'

const MOST = 500

interface Found extends FactRow {
  cadre_id: number | null
  record_no: string | null
  full_name: string | null
  title: string | null
  unit_name: string | null
  counted: boolean | null
}

/** The people behind one cell: the same condition as the number, with what is missing of each. */
export const formPeople = query({
  name: 'reports.people',
  input: z.strictObject({
    form: z.string(),
    asOf: isoDate,
    row: z.string().optional(),
    column: z.string(),
    unitId: wholeNumber.optional(),
    /** The unit itself, without those below it. */
    direct: flag.default(false),
    status: z.enum(['counted', 'unknown']).default('counted'),
    offset: wholeNumber.default(0),
    limit: wholeNumber
      .refine((rows) => rows <= MOST, { error: `Mỗi lần xem nhiều nhất ${MOST} người.` })
      .default(100),
  }),
  output: z.object({
    counted: z.number(),
    unknown: z.number(),
    rows: z.array(
      z.object({
        cadreId: z.number().nullable(),
        recordNo: z.string().nullable(),
        name: z.string(),
        title: z.string().nullable(),
        unitName: z.string().nullable(),
        missing: z.array(z.string()),
      }),
    ),
  }),
  async run(ctx, { form: id, asOf, row, column, unitId, direct, status, offset, limit }) {
    const asked = await formOn(ctx, asOf, id)
    const { subject, question } = asked
    const conditions = conditionsOf(asked, row, column)
    const { place, inside } = await placeOf(ctx, asOf, unitId)
    const units = direct ? [place.id] : [...inside]
    const whole = ctx.actor.scope === null && place.parentId === null && !direct
    const [first, ...more] = conditions
    const condition = first && more.length > 0 ? { all: conditions } : first
    const counted = condition ? compile(condition, subject, question) : sql`true`
    const listed = sql`with row_facts as (${factTable(subject, factsOf(conditions), question)}),
      listed as materialized (select row_facts.*, ${counted} as counted from row_facts
        ${whole ? sql`` : sql`where unit_id = any(${units}::integer[])`})`
    const { rows: sums } = await sql<{ counted: number; unknown: number }>`${listed}
      select count(*) filter (where counted)::integer as counted,
        count(*) filter (where counted is null)::integer as unknown from listed`.execute(ctx.db)
    const { rows } = await sql<Found>`${listed}
      select listed.*, c.record_no, c.full_name, n.name as unit_name from listed
      left join cadre c on c.id = listed.cadre_id
      left join unit_name n on n.unit_id = listed.unit_id and n.during @> ${asOf}::date
      where counted ${status === 'counted' ? sql`is true` : sql`is null`}
      order by c.name_key, listed.title, listed.id offset ${offset} limit ${limit}`.execute(ctx.db)
    return {
      counted: sums[0]?.counted ?? 0,
      unknown: sums[0]?.unknown ?? 0,
      rows: rows.map((found) => ({
        cadreId: found.cadre_id,
        recordNo: found.record_no,
        name: found.full_name ?? found.title ?? '',
        title: found.title,
        unitName: found.unit_name,
        missing:
          found.counted === null && condition
            ? [...new Set(missing(condition, subject, question, found).map(({ paper }) => paper))]
            : [],
      })),
    }
  },
})

/** What a cell asks: of the form, of its row and of its column together. */
function conditionsOf(
  { form }: AskedForm,
  rowNo: string | undefined,
  columnNo: string,
): Condition[] {
  const column = form.columns.find(({ no }) => no === columnNo)
  const row = form.rows?.find(({ no }) => no === rowNo)
  if (!column || (rowNo && form.rows && !row))
    throw new Refusal('not_found', `Biểu ${form.number} không có ô này. Hãy mở lại biểu.`)
  if (column.quota)
    throw new Refusal('invalid', 'Cột biên chế là số được giao, không có danh sách người.')
  return [form.base, row?.counts ?? null, column.counts].filter((one) => one !== null)
}
