import { type RawBuilder, sql } from 'kysely'
import { MANAGED_BY, RANKS } from '#server/organisation/code-lists.ts'
import { DEGREES } from './code-lists.ts'

export type Join = 'post' | 'unit' | 'title' | 'employment' | 'degree' | 'certificates'

/** In the order in which one leans on another. */
const JOINS: Record<Join, (asOf: string) => RawBuilder<unknown>> = {
  post: () => sql`left join post p on p.id = t.post_id`,
  title: () => sql`left join job_title j on j.code = p.title_code`,
  unit: () => sql`left join unit u on u.id = t.unit_id`,
  employment: (asOf) =>
    sql`left join employment e on e.cadre_id = c.id and e.during @> ${asOf}::date`,
  degree: (asOf) => sql`left join (
    select cadre_id, coalesce(max(array_position(${Object.keys(DEGREES)}::text[], level))
      filter (where awarded_on is null or awarded_on <= ${asOf}::date), 1) as place
    from qualification group by cadre_id) d on d.cadre_id = c.id`,
  certificates: () => sql`left join (
    select cadre_id, bool_or(kind = 'state_management') as state_management,
      bool_or(kind = 'language') as language, bool_or(kind = 'it') as it
    from certificate where kind in ('state_management', 'language', 'it')
    group by cadre_id) k on k.cadre_id = c.id`,
}

/** People `c` with the main post `t` of that day; without `required`, people without one as well. */
export function peopleOn(
  asOf: string,
  required: boolean,
  wanted: ReadonlySet<Join>,
): RawBuilder<unknown> {
  const joins = (Object.keys(JOINS) as Join[])
    .filter((name) => wanted.has(name))
    .map((name) => JOINS[name](asOf))
  return sql`cadre c ${required ? sql`join` : sql`left join`} tenure t
    on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${asOf}::date
    ${sql.join(joins, sql` `)}`
}

/** What a list may be sorted by, and the joins that needs. */
export const SORTS = {
  name: { by: sql`c.name_key`, joins: [] },
  recordNo: { by: sql`c.record_no`, joins: [] },
  born: { by: sql`c.born_on`, joins: [] },
  age: { by: sql`date '2000-01-01' - c.born_on`, joins: [] },
  sex: { by: sql`c.sex`, joins: [] },
  ethnicity: { by: sql`c.ethnicity`, joins: [] },
  unit: { by: sql`u.tree_from`, joins: ['unit'] },
  title: { by: sql`j.sort_order`, joins: ['post', 'title'] },
  rank: { by: placeIn(RANKS, sql`t.rank`), joins: [] },
  managedBy: { by: placeIn(MANAGED_BY, sql`p.managed_by`), joins: ['post'] },
  since: { by: sql`lower(t.during)`, joins: [] },
  employment: { by: sql`e.kind`, joins: ['employment'] },
  degree: { by: sql`d.place`, joins: ['degree'] },
} as const satisfies Record<string, { by: RawBuilder<unknown>; joins: readonly Join[] }>

export type Sort = keyof typeof SORTS

function placeIn(list: object, column: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`array_position(${Object.keys(list)}::text[], ${column})`
}
