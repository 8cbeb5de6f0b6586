import { sql } from 'kysely'
import { z } from 'zod'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Db } from '#server/kernel/database.ts'
import { MANAGED_BY, RANKS } from '#server/organisation/code-lists.ts'
import { ageOn, bornText } from './birth.ts'
import {
  DEGREES,
  EMPLOYMENT_KINDS,
  FIELDS,
  POLITICAL_THEORY,
  STATE_MANAGEMENT,
  STUDY_MODES,
} from './code-lists.ts'
import { ETHNICITIES } from './ethnicities.ts'
import { GRADES } from './grades.ts'

/** One line of the list that day. Codes where a filter needs them; otherwise words to print. */
export const rosterRow = z.object({
  id: z.number(),
  recordNo: z.string(),
  fullName: z.string(),
  sex: z.string().nullable(),
  born: z.string().nullable(),
  age: z.number().nullable(),
  ethnicity: z.string().nullable(),
  title: z.string().nullable(),
  rank: z.string().nullable(),
  rankLabel: z.string().nullable(),
  unitId: z.number().nullable(),
  unitName: z.string().nullable(),
  /** The unit above a division; null where the unit stands alone. */
  unitWithin: z.string().nullable(),
  managedBy: z.string().nullable(),
  managedByLabel: z.string().nullable(),
  since: z.string().nullable(),
  employment: z.string().nullable(),
  degree: z.string().nullable(),
  field: z.string().nullable(),
  studyMode: z.string().nullable(),
  politicalTheory: z.string().nullable(),
  stateManagement: z.string().nullable(),
  partySince: z.string().nullable(),
  grade: z.string().nullable(),
})

export type RosterRow = z.output<typeof rosterRow>

/**
 * The lines of these people, in the order of the ids. Whose first degree or certificate came after
 * that day had none of it then: the record is not silent about them.
 */
export async function rosterRows(db: Db, ids: readonly number[], asOf: string) {
  const on = sql`${asOf}::date`
  const held = sql`(awarded_on is null or awarded_on <= ${on})`
  const highest = (kind: string, levels: object) => sql`(${codes(levels)}::text[])[coalesce(
    max(array_position(${codes(levels)}::text[], level)) filter (where kind = ${kind} and ${held}),
    min(1) filter (where kind = ${kind}))]`
  const { rows } = await sql<FoundRow>`
    select c.id, c.record_no, c.full_name, c.sex, c.born_on, c.born_latest, c.born_precision,
      c.ethnicity, t.title, t.rank, t.unit_id, lower(t.during) as since, p.managed_by,
      n.name as unit_name, above.name as unit_within, e.kind as employment,
      d.level as degree, d.field, d.mode, k.political_theory, k.state_management,
      m.joined_on as party_since, g.grade_code
    from unnest(${ids}::integer[]) with ordinality as page(id, place)
    join cadre c on c.id = page.id
    left join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${on}
    left join post p on p.id = t.post_id
    left join unit_name n on n.unit_id = t.unit_id and n.during @> ${on}
    left join unit_parent up on up.unit_id = t.unit_id and up.during @> ${on}
      and exists (select from unit_parent top where top.unit_id = up.parent_id and top.during @> ${on})
    left join unit_name above on above.unit_id = up.parent_id and above.during @> ${on}
    left join employment e on e.cadre_id = c.id and e.during @> ${on}
    left join party_membership m on m.cadre_id = c.id and m.joined_on <= ${on}
      and (m.left_on is null or m.left_on > ${on})
    left join lateral (
      select case when ${held} then level else 'none' end as level,
        case when ${held} then field end as field, case when ${held} then mode end as mode
      from qualification where cadre_id = c.id
      order by ${held} desc, array_position(${codes(DEGREES)}::text[], level) desc nulls last,
        awarded_on desc nulls last, id limit 1) d on true
    left join lateral (
      select ${highest('political_theory', POLITICAL_THEORY)} as political_theory,
        ${highest('state_management', STATE_MANAGEMENT)} as state_management
      from certificate where cadre_id = c.id) k on true
    left join lateral (
      select grade_code from grade_holding where cadre_id = c.id and during @> ${on}
      order by lower(during) desc, id desc limit 1) g on true
    order by page.place`.execute(db)
  return rows.map((row) => asRow(row, asOf))
}

const codes = (list: object) => Object.keys(list)

interface FoundRow {
  id: number
  record_no: string
  full_name: string
  sex: string | null
  born_on: string | null
  born_latest: string | null
  born_precision: string | null
  ethnicity: string | null
  title: string | null
  rank: string | null
  unit_id: number | null
  since: string | null
  managed_by: string | null
  unit_name: string | null
  unit_within: string | null
  employment: string | null
  degree: string | null
  field: string | null
  mode: string | null
  political_theory: string | null
  state_management: string | null
  party_since: string | null
  grade_code: string | null
}

function asRow(row: FoundRow, asOf: string): RosterRow {
  return {
    id: row.id,
    recordNo: row.record_no,
    fullName: row.full_name,
    sex: row.sex,
    born: bornText(row),
    age: ageOn(row, asOf),
    ethnicity: labelOf(ETHNICITIES, row.ethnicity),
    title: row.title,
    rank: row.rank,
    rankLabel: labelOf(RANKS, row.rank),
    unitId: row.unit_id,
    unitName: row.unit_name,
    unitWithin: row.unit_within,
    managedBy: row.managed_by,
    managedByLabel: labelOf(MANAGED_BY, row.managed_by),
    since: row.since,
    employment: labelOf(EMPLOYMENT_KINDS, row.employment),
    degree: labelOf(DEGREES, row.degree),
    field: labelOf(FIELDS, row.field),
    studyMode: labelOf(STUDY_MODES, row.mode),
    politicalTheory: labelOf(POLITICAL_THEORY, row.political_theory),
    stateManagement: labelOf(STATE_MANAGEMENT, row.state_management),
    partySince: row.party_since,
    grade: labelOf(GRADES, row.grade_code),
  }
}
