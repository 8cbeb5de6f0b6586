import { sql } from 'kysely'
import { z } from 'zod'
import { mustBeInSight, openGroup } from '#server/cadres/restricted.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { tidy } from '#server/kernel/text.ts'
import { kinRulesOn } from './kin.ts'

const declared = z.object({
  id: z.number(),
  /** The record of the relative, when there is one here. */
  relativeId: z.number().nullable(),
  name: z.string(),
  /** What the relative is to this person. */
  relation: z.string(),
  /** Whether the law keeps the two out of each other's cases. */
  keepsOut: z.boolean(),
  declaredOn: z.string(),
  confirmedOn: z.string().nullable(),
  /** Said on the relative's own record, not on this one. */
  byRelative: z.boolean(),
})

/** Whose relative a person is and what they kept out of: restricted group family, for a reason. */
export const kinshipOf = query({
  name: 'authority.kinship_of',
  records: 'view',
  input: z.strictObject({
    id: wholeNumber,
    reason: z.string().max(500, 'Lý do dài quá 500 ký tự.').transform(tidy).default(''),
  }),
  output: z.object({
    declared: z.array(declared),
    recusals: z.array(
      z.object({ id: z.number(), caseRef: z.string(), reason: z.string(), on: z.string() }),
    ),
    /** Relations the law names, and the clause that names them. */
    relations: z.array(z.object({ code: z.string(), label: z.string() })),
    clause: z.string(),
  }),
  about: ({ id }) => ({ cadreId: id }),
  async run(ctx, { id, reason }) {
    await mustBeInSight(ctx, id)
    await openGroup(ctx, 'family', id, reason)
    const { relations, relationsClause } = await kinRulesOn(ctx, ctx.today)
    const { rows } = await sql<z.output<typeof declared>>`
      select k.id, case when k.cadre_id = ${id} then k.relative_id else k.cadre_id end as "relativeId",
        coalesce((select d.full_name from directory_entry d where d.cadre_id =
          case when k.cadre_id = ${id} then k.relative_id else k.cadre_id end limit 1),
          k.relative_name, '') as name,
        k.relation, k.declared_on as "declaredOn", k.confirmed_on as "confirmedOn",
        k.cadre_id <> ${id} as "byRelative"
      from kinship k where ${id} in (k.cadre_id, k.relative_id) order by k.declared_on, k.id`.execute(
      ctx.db,
    )
    const recusals = await sql<{ id: number; caseRef: string; reason: string; on: string }>`
      select id, case_ref as "caseRef", reason, recused_on as "on" from recusal
      where cadre_id = ${id} order by recused_on, id`.execute(ctx.db)
    return {
      declared: rows.map((row) => {
        const known = relations.get(row.relation)
        const turned = row.byRelative && known ? relations.get(known.inverse) : known
        return { ...row, relation: turned?.label ?? row.relation, keepsOut: known !== undefined }
      }),
      recusals: recusals.rows,
      relations: [...relations].map(([code, { label }]) => ({ code, label })),
      clause: relationsClause,
    }
  },
})
