import { sql } from 'kysely'
import { z } from 'zod'
import { DISCIPLINES } from '#server/cadres/record/codes-of-merit.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { RECOMMENDATION_STATES, RECOMMENDATIONS } from './kinds.ts'
import { nameOn } from './names.ts'

export const recommendationRow = z.object({
  id: z.number(),
  inspectionId: z.number(),
  inspection: z.string(),
  findingId: z.number().nullable(),
  unitId: z.number(),
  unit: z.string(),
  /** The reader's unit is the one that must act and report. */
  acts: z.boolean(),
  cadreId: z.number().nullable(),
  name: z.string().nullable(),
  /** Disciplines the person's record shows since, where the person was to be handled. */
  handled: z.array(
    z.object({ form: z.string(), decisionNo: z.string().nullable(), decidedOn: z.string() }),
  ),
  /** The person holds no post any more; what is asked still holds. */
  left: z.boolean(),
  kind: codeOf(RECOMMENDATIONS),
  asks: z.string(),
  dueOn: z.string(),
  state: codeOf(RECOMMENDATION_STATES),
  version: z.number(),
  steps: z.array(
    z.object({
      kind: z.enum(['reported', 'accepted', 'returned', 'extended']),
      on: z.string(),
      says: z.string(),
      documentNo: z.string().nullable(),
    }),
  ),
})

type Row = z.output<typeof recommendationRow>

/** How each stands that day: the last step says, and the last date given is the one that counts. */
export async function recommendationsOn(
  { db, actor: { scope } }: Context,
  asOf: string,
  of: { inspectionId?: number | undefined; cadreId?: number | undefined } = {},
): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select r.id, r.inspection_id as "inspectionId",
      inspection_title(r.inspection_id) as inspection,
      r.finding_id as "findingId", r.unit_id as "unitId", ${nameOn(sql`r.unit_id`, asOf)} as unit,
      ${scope === null} or u.tree_from between ${scope?.from ?? 0} and ${scope?.to ?? 0} as acts,
      c.id as "cadreId", c.full_name as name, r.kind, r.asks, r.version,
      c.id is not null and not exists (select from tenure t where t.cadre_id = c.id
        and t.during @> ${asOf}::date) as left,
      last.due::text as "dueOn",
      case when last.kind = 'accepted' then 'done'
        when last.kind = 'reported' then 'reported'
        when last.due < ${asOf}::date then 'overdue' else 'open' end as state,
      coalesce(last.steps, '[]') as steps,
      coalesce((select json_agg(json_build_object('form', d.form, 'decisionNo', d.decision_no,
          'decidedOn', d.decided_on) order by d.decided_on, d.id) from discipline d
        where r.kind = 'handle_person' and d.cadre_id = r.cadre_id
          and d.decided_on between recommended_since(r.id) and ${asOf}::date), '[]') as handled
    from recommendation r join unit u on u.id = r.unit_id
    left join cadre c on c.id = r.cadre_id
    cross join lateral (
      select (array_agg(s.kind order by s.id desc))[1] as kind,
        coalesce((array_agg(s.due_on order by s.id desc) filter (where s.kind = 'extended'))[1],
          r.due_on) as due,
        json_agg(json_build_object('kind', s.kind, 'on', s.on_day, 'says', s.says,
          'documentNo', s.document_no) order by s.id) filter (where s.id is not null) as steps
      from recommendation_step s where s.recommendation_id = r.id and s.on_day <= ${asOf}::date) last
    where coalesce(r.inspection_id = ${of.inspectionId ?? null}::integer, true)
      and (${of.cadreId ?? null}::integer is null or r.cadre_id = ${of.cadreId ?? null}::integer)
    order by last.due, r.id`.execute(db)
  return rows.map(({ handled, ...row }) => ({
    ...row,
    handled: handled.map((one) => ({ ...one, form: labelOf(DISCIPLINES, one.form) ?? one.form })),
  }))
}

/** Everything asked of units, or about one person, and how far each is. */
export const recommendationList = query({
  name: 'inspection.recommendations',
  input: z.strictObject({ asOf: isoDate.optional(), cadreId: wholeNumber.optional() }),
  output: z.object({ asOf: z.string(), rows: z.array(recommendationRow) }),
  async run(ctx, { asOf = ctx.today, cadreId }) {
    return { asOf, rows: await recommendationsOn(ctx, asOf, { cadreId }) }
  },
})
