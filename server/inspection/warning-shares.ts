import { sql } from 'kysely'
import { nameOn } from './names.ts'
import type { Finder, Found } from './warning-rows.ts'

/** Agencies where hardly anybody was less than good in the last year that was rated. */
export const ratingsTooGood: Finder = async ({ db }, { asOf, limit, parameter }) => {
  const least = Number(parameter('warn_good_people'))
  const { rows } = await sql<Found>`
    with last as (select max(year) as year from rating
      where coalesce(decided_on, make_date(year, 12, 31)) <= ${asOf}::date),
    agency as (select distinct on (u.id) u.id as unit_id, a.id from unit u
      join unit a on u.tree_from between a.tree_from and a.tree_to
        and a.kind not in ('province', 'division', 'village', 'party_committee')
      order by u.id, a.tree_to - a.tree_from, a.id),
    rated as (select a.id as unit_id, last.year, count(*) as people,
        count(*) filter (where r.level in ('excellent', 'good')) as good
      from rating r join last on last.year = r.year join cadre c on c.id = r.cadre_id
      join agency a on a.unit_id = c.unit_id
      where r.level <> 'not_rated' group by 1, 2)
    select rated.unit_id as "unitId", ${nameOn(sql`rated.unit_id`, asOf)} as unit, null as "cadreId",
      null as name, null as "caseRef",
      'Năm ' || year || ': ' || good || '/' || people || ' người từ hoàn thành tốt trở lên.' as says
    from rated where people >= ${least}::integer and good >= people * ${limit}::numeric
    order by unit`.execute(db)
  return rows
}

/** Declarations nobody has decided for longer than the parameter says. */
export const papersOverdue: Finder = async ({ db }, { asOf, limit }) => {
  const { rows } = await sql<Found>`
    select c.unit_id as "unitId", ${nameOn(sql`c.unit_id`, asOf)} as unit, c.id as "cadreId",
      c.full_name as name, null as "caseRef",
      count(*) || ' mục khai từ ' || to_char(min(d.declared_at), 'DD/MM/YYYY') || ' chờ duyệt.' as says
    from declaration_item i join declaration d on d.id = i.declaration_id
    join cadre c on c.id = i.cadre_id
    where i.state in ('waiting_unit', 'waiting_managing_body')
      and (d.declared_at at time zone 'Asia/Ho_Chi_Minh')::date < ${asOf}::date - ${limit}::integer
    group by c.id order by min(d.declared_at), c.id`.execute(db)
  return rows
}

/** Meetings that proposed ratings although too few of those summoned were there. */
export const tooFewPresent: Finder = async ({ db }, { asOf, limit }) => {
  const { rows } = await sql<Found>`
    select y.unit_id as "unitId", ${nameOn(sql`y.unit_id`, asOf)} as unit, null as "cadreId",
      null as name, 'evaluation:' || y.id as "caseRef",
      'Kỳ ' || y.period || ', họp ngày ' || to_char(m.held_on, 'DD/MM/YYYY') || ': ' || m.present
        || '/' || m.summoned || ' người có mặt.' as says
    from evaluation_meeting m join evaluation_cycle y on y.id = m.cycle_id
    where m.present < m.summoned * ${limit}::numeric
      and m.held_on between ${asOf}::date - 365 and ${asOf}::date
    order by m.held_on desc, y.id`.execute(db)
  return rows
}

/** Cycles where ratings were set otherwise than the evidence proposed, again and again. */
export const setAside: Finder = async ({ db }, { asOf, limit }) => {
  const { rows } = await sql<Found>`
    select y.unit_id as "unitId", ${nameOn(sql`y.unit_id`, asOf)} as unit, null as "cadreId",
      null as name, 'evaluation:' || y.id as "caseRef",
      'Kỳ ' || y.period || ': ' || count(*) || ' lần xếp loại khác mức đề xuất.' as says
    from rating_step s join evaluation e on e.id = s.evaluation_id
    join evaluation_cycle y on y.id = e.cycle_id
    where s.undone_at is null and s.proposed is not null and s.proposed <> s.rating
      and y.opened_on between ${asOf}::date - 365 and ${asOf}::date
    group by y.id having count(*) >= ${limit}::integer order by count(*) desc, y.id`.execute(db)
  return rows
}
