import { sql } from 'kysely'
import type { Question } from '#rules/vocabulary.ts'

/** A level held by the day; a person with any row of the kind is known, without one unknown. */
const upTo = (asOf: string) => sql`(awarded_on is null or awarded_on <= ${asOf}::date)`

export function highestDegree({ asOf, parameter }: Question) {
  const order = parameter('degree_order') as string[]
  return sql`left join (
    select cadre_id, coalesce(max(array_position(${order}::text[], level)) filter (where ${upTo(asOf)}), 1) as level_no
    from qualification group by cadre_id) degree on degree.cadre_id = c.id`
}

export function highestQualification({ asOf, parameter }: Question) {
  const order = parameter('degree_order') as string[]
  return sql`left join (
    select distinct on (cadre_id) cadre_id, field, mode from qualification where ${upTo(asOf)}
    order by cadre_id, array_position(${order}::text[], level) desc, awarded_on desc nulls last, id) q on q.cadre_id = c.id`
}

const CERTIFICATE_KINDS = [
  'political_theory',
  'state_management',
  'language',
  'it',
  'skills',
] as const

export function highestCertificates({ asOf, parameter }: Question) {
  const columns = CERTIFICATE_KINDS.map((kind) => {
    const order = parameter(`${kind}_order`) as string[]
    const known = sql`max(array_position(${order}::text[], level)) filter (where kind = ${kind} and ${upTo(asOf)})`
    return sql`coalesce(${known}, min(1) filter (where kind = ${kind})) as ${sql.id(kind)}`
  })
  return sql`left join (select cadre_id, ${sql.join(columns)} from certificate group by cadre_id) held
    on held.cadre_id = c.id`
}

/** What each title asks that day, as places in the orders of the levels. */
export function titleStandards({ asOf, parameter }: Question) {
  const columns = ['degree', ...CERTIFICATE_KINDS].map((requirement) => {
    const order = parameter(`${requirement}_order`) as string[]
    return sql`max(array_position(${order}::text[], level)) filter (where requirement = ${requirement}) as ${sql.id(requirement)}`
  })
  return sql`left join (select title_code, ${sql.join(columns)} from title_standard
    where during @> ${asOf}::date group by title_code) asked on asked.title_code = p.title_code`
}
