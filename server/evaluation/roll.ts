import { sql } from 'kysely'
import type { Scheme } from '#server/directives/evaluation-shape.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Period } from './periods.ts'

interface OnRoll {
  cadre_id: number
  unit_id: number
  title: string
  role: 'head' | 'deputy' | 'member'
  leads: boolean
  duty_group: string
  group_no: number
  reviewer_id: number | null
}

/** Who is rated in a unit: members by its head, the head by the head above, each in a group of duties. */
export async function rollOf(
  { db, today }: Pick<Context, 'db' | 'today'>,
  unitId: number,
  { from, to }: Period,
  { employment, regime }: Pick<Scheme, 'employment' | 'regime'>,
): Promise<OnRoll[]> {
  // A period opened while it runs takes the people of that day; afterwards those of its last day.
  const on = today >= from && today < to ? today : to
  const { rows } = await sql<OnRoll>`
    with recursive above as (
      select ${unitId}::integer as unit_id, 0 as height
      union all
      select up.parent_id, height + 1 from above join unit_parent up on up.unit_id = above.unit_id
        and up.during @> ${on}::date),
    heads as (
      select d.cadre_id, a.height from above a
      join post p on p.unit_id = a.unit_id and p.rank in ('head', 'division_head')
        and p.during @> ${on}::date
      join directory_entry d on d.unit_id = p.unit_id and d.title = p.name and d.during @> ${on}::date),
    members as (
      select t.cadre_id, t.unit_id, t.title, t.rank from tenure t
      where t.unit_id = ${unitId} and t.holding = 'main' and t.during @> ${on}::date
        and (${employment === undefined}::boolean or exists (select from employment e
          where e.cadre_id = t.cadre_id and e.kind = any(${employment ?? []}::text[]) and e.during @> ${on}::date))
        and (${regime === 'state'}::boolean or exists (select from party_membership pm
          where pm.cadre_id = t.cadre_id and pm.joined_on <= ${on}::date and (pm.left_on is null or pm.left_on > ${on}::date))))
    select m.cadre_id, m.unit_id, m.title, r.role, r.leads, r.duty_group, r.group_no,
      (select h.cadre_id from heads h where h.cadre_id <> m.cadre_id and (h.height > 0 or r.role <> 'head')
        order by h.height, h.cadre_id limit 1) as reviewer_id
    from members m cross join lateral (select * from (values
      (array['head', 'division_head'], 'head', true, 'Người đứng đầu', 1),
      (array['deputy', 'division_deputy'], 'deputy', true, 'Nhóm cấp phó', 2),
      (array['member'], 'member', true, 'Nhóm ủy viên', 3),
      (array['staff'], 'member', false, 'Nhóm hỗ trợ, phục vụ', 5)) as known (ranks, role, leads, duty_group, group_no)
      where m.rank = any(known.ranks)
      union all select array[''], 'member', false, 'Nhóm chuyên viên', 4
        where m.rank not in ('head', 'division_head', 'deputy', 'division_deputy', 'member', 'staff')) r
    order by r.group_no, m.cadre_id`.execute(db)
  return rows
}

/**
 * Discipline and a short year as the records say it on the day they are asked: a year opens in autumn,
 * and what is decided afterwards counts too. What the office entered with its basis stands above them.
 */
export const factsOf = ({ kind, from, to }: Period) => sql`(
  case when e.cadre_id in (select d.cadre_id from discipline d
      where d.decided_on between ${from}::date and ${to}::date)
    then '{"disciplined": true}'::jsonb else '{}' end
  || ${kind === 'year' ? shortYear(from, to) : sql`'{}'::jsonb`} || e.facts)`

const shortYear = (from: string, to: string) => sql`coalesce((
  select jsonb_build_object('months_worked', w.months)
  from (select (extract(year from a) * 12 + extract(month from a))::integer as months
    from (select greatest(min(lower(t.during)), ${from}::date) as since
      from tenure t where t.cadre_id = e.cadre_id and t.holding = 'main') s
    cross join lateral age((${to}::date + 1)::timestamp, s.since::timestamp) a) w
  where w.months < 6), '{}')`

/** A deputy keeps the fields and divisions of the period before; their results are given anew. */
export async function chargesFromBefore({ db }: Context, cycleId: number): Promise<void> {
  await sql`insert into evaluation_charge (evaluation_id, cadre_id, unit_id, name)
    select e.id, e.cadre_id, ch.unit_id, ch.name from evaluation e
    join lateral (select was.id from evaluation was join evaluation_cycle c on c.id = was.cycle_id
      where was.cadre_id = e.cadre_id and was.unit_id = e.unit_id and was.role = 'deputy'
        and was.id <> e.id and exists (select from evaluation_charge where evaluation_id = was.id)
      order by upper(c.during) desc, was.id desc limit 1) before on true
    join evaluation_charge ch on ch.evaluation_id = before.id
    where e.cycle_id = ${cycleId} and e.role = 'deputy' order by ch.id`.execute(db)
}
