import { sql } from 'kysely'
import { z } from 'zod'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Db } from '#server/kernel/database.ts'
import { RANKS } from '#server/organisation/code-lists.ts'
import { EMPLOYMENT_KINDS, TENURE_ENTRIES } from './code-lists.ts'
import { GRADES } from './grades.ts'

export const tenureShape = z.object({
  id: z.number(),
  title: z.string(),
  rank: z.string(),
  rankLabel: z.string().nullable(),
  unitId: z.number(),
  unitName: z.string(),
  managedBy: z.string().nullable(),
  holding: z.enum(['main', 'concurrent', 'acting']),
  entry: z.string(),
  entryLabel: z.string().nullable(),
  from: z.string(),
  /** First day no longer in the post; null as long as it lasts that day. */
  to: z.string().nullable(),
  termUntil: z.string().nullable(),
  decidedOn: z.string().nullable(),
  decisionNo: z.string().nullable(),
  decidedBy: z.string().nullable(),
  fromUnitName: z.string().nullable(),
  isFirstAtRank: z.boolean().nullable(),
})

export type Tenure = z.output<typeof tenureShape>

/** Posts held up to that day, latest first; an end that lies after that day is not known yet. */
export async function tenuresOf(db: Db, cadreId: number, asOf: string): Promise<Tenure[]> {
  const on = sql`${asOf}::date`
  const { rows } = await sql<Omit<Tenure, 'rankLabel' | 'entryLabel'>>`
    select t.id, t.title, t.rank, t.unit_id as "unitId", coalesce(n.name, u.code) as "unitName",
      p.managed_by as "managedBy", t.holding, t.entry, lower(t.during) as "from",
      case when upper(t.during) <= ${on} then upper(t.during) end as "to",
      t.term_until as "termUntil", t.decided_on as "decidedOn", t.decision_no as "decisionNo",
      t.decided_by as "decidedBy", origin.name as "fromUnitName",
      t.is_first_at_rank as "isFirstAtRank"
    from tenure t
    join unit u on u.id = t.unit_id
    left join post p on p.id = t.post_id
    left join unit_name n on n.unit_id = t.unit_id
      and n.during @> least(${on}, coalesce(upper(t.during) - 1, ${on}))
    left join unit_name origin on origin.unit_id = t.from_unit_id
      and origin.during @> lower(t.during)
    where t.cadre_id = ${cadreId} and lower(t.during) <= ${on}
    order by lower(t.during) desc, t.holding = 'main' desc, t.id desc`.execute(db)
  return rows.map((row) => ({
    ...row,
    rankLabel: labelOf(RANKS, row.rank),
    entryLabel: labelOf(TENURE_ENTRIES, row.entry),
  }))
}

const span = { from: z.string().nullable(), to: z.string().nullable() }

export const gradeShape = z.object({
  code: z.string(),
  label: z.string().nullable(),
  step: z.number().nullable(),
  coefficient: z.number().nullable(),
  ...span,
})

export async function gradesOf(db: Db, cadreId: number, asOf: string) {
  const { rows } = await sql<Omit<z.output<typeof gradeShape>, 'label'>>`
    select grade_code as code, step, coefficient, lower(during) as "from",
      case when upper(during) <= ${asOf}::date then upper(during) end as "to"
    from grade_holding
    where cadre_id = ${cadreId} and not during >> daterange(${asOf}::date, ${asOf}::date, '[]')
    order by lower(during) desc nulls last, id desc`.execute(db)
  return rows.map((row) => ({ ...row, label: labelOf(GRADES, row.code) }))
}

export const employmentShape = z.object({
  kind: z.string(),
  label: z.string().nullable(),
  endReason: z.string().nullable(),
  ...span,
})

export async function employmentsOf(db: Db, cadreId: number, asOf: string) {
  const { rows } = await sql<Omit<z.output<typeof employmentShape>, 'label'>>`
    select kind, case when upper(during) <= ${asOf}::date then end_reason end as "endReason",
      lower(during) as "from",
      case when upper(during) <= ${asOf}::date then upper(during) end as "to"
    from employment
    where cadre_id = ${cadreId} and not during >> daterange(${asOf}::date, ${asOf}::date, '[]')
    order by lower(during) desc nulls last`.execute(db)
  return rows.map((row) => ({ ...row, label: labelOf(EMPLOYMENT_KINDS, row.kind) }))
}

export const successionShape = z.object({
  title: z.string(),
  unitId: z.number().nullable(),
  unitName: z.string().nullable(),
  term: z.string(),
  decidedOn: z.string().nullable(),
  decisionNo: z.string().nullable(),
  ...span,
})

/** Planned for which titles, up to that day. */
export async function successionOf(db: Db, cadreId: number, asOf: string) {
  const { rows } = await sql<z.output<typeof successionShape>>`
    select j.name as title, s.unit_id as "unitId", n.name as "unitName", s.term,
      s.decided_on as "decidedOn", s.decision_no as "decisionNo", lower(s.during) as "from",
      case when upper(s.during) <= ${asOf}::date then upper(s.during) end as "to"
    from succession_entry s
    join job_title j on j.code = s.title_code
    left join unit_name n on n.unit_id = s.unit_id and n.during @> ${asOf}::date
    where s.cadre_id = ${cadreId}
      and not s.during >> daterange(${asOf}::date, ${asOf}::date, '[]')
    order by lower(s.during) desc nulls last, s.id desc`.execute(db)
  return rows
}
