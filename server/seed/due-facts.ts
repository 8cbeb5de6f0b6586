import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

type Day = ReturnType<typeof sql>

/** What falls due in a demonstration province beyond its careers: at least a few of every kind. */
export async function writeDueFacts(db: Db, looksAt: string): Promise<void> {
  const on = sql`${looksAt}::date`
  await payUpToDate(db, on)
  await termsInDecisions(db, on)
  await coursesTaken(db, on)
  await actingHeads(db, on)
  for (const statement of fewOfEach(on)) await statement.execute(db)
}

/** Steps run on to the day the province is looked at; the last one earns percents. */
async function payUpToDate(db: Db, on: Day): Promise<void> {
  await sql`update grade_holding g set step = m.step, coefficient = m.base + m.rise * (m.step - 1),
      next_raise_from = (lower(g.during) + make_interval(months => (m.step - 1) * m.term))::date,
      beyond_frame_percent = case when m.served >= m.last * m.term
        then 5 + (m.served - m.last * m.term) / 12 end
    from (select h.id, k.*, s.served, least(k.last, 1 + s.served / k.term) as step
      from grade_holding h
      join (values ('01.002', 4.40, 0.34, 8, 36), ('01.003', 2.34, 0.33, 9, 36),
        ('01.005', 1.86, 0.20, 12, 24)) as k(grade, base, rise, last, term) on k.grade = h.grade_code
      cross join lateral age(${on}::timestamp, lower(h.during)::timestamp) a
      cross join lateral (select (extract(year from a) * 12 + extract(month from a))::integer as served) s
      where h.during @> ${on}) m
    where m.id = g.id`.execute(db)
}

const LEADERS = sql`('head', 'deputy', 'division_head', 'division_deputy')`

/** Most re-appointments wrote their end; about one file in forty lost the paper. */
async function termsInDecisions(db: Db, on: Day): Promise<void> {
  await sql`update tenure set term_until = (lower(during) + make_interval(years => 5 *
      (1 + floor(extract(year from age(${on}::timestamp, lower(during)::timestamp)) / 5)::integer)))::date
    where holding = 'main' and during @> ${on} and term_until is null and cadre_id % 40 <> 0
      and rank in ${LEADERS} and entry = 'appointment'
      and lower(during) < ${on} - interval '5 years'`.execute(db)
}

async function coursesTaken(db: Db, on: Day): Promise<void> {
  await sql`insert into other_training (cadre_id, kind, name, school, ended)
    select cadre_id, 'leadership', 'Bồi dưỡng lãnh đạo, quản lý', 'Trường Chính trị tỉnh',
      to_char(lower(during) + interval '5 months', 'YYYY-MM')
    from tenure where holding = 'main' and during @> ${on} and cadre_id % 3 <> 0
      and rank in ${LEADERS}
      and lower(during) between date '2025-07-01' and ${on} - 160`.execute(db)
}

/** Deputies who look after a division without a head; one decision in two says until when. */
async function actingHeads(db: Db, on: Day): Promise<void> {
  await sql`insert into tenure (cadre_id, unit_id, title, rank, holding, during, entry, decided_on,
      decision_no, term_until)
    select t.cadre_id, t.unit_id, 'Phụ trách ' || n.name, 'division_head', 'acting',
      daterange(${on} - 70, null), 'appointment', ${on} - 72, t.cadre_id || '/QĐ-PT',
      case when t.nth % 2 = 1 then ${on} + 45 end
    from (select t.*, row_number() over (order by t.cadre_id)::integer as nth from tenure t
      where t.holding = 'main' and t.rank = 'division_deputy' and t.during @> ${on}
        and not exists (select from tenure h where h.unit_id = t.unit_id
          and h.rank = 'division_head' and h.during @> ${on})) t
    join unit_name n on n.unit_id = t.unit_id and n.during @> ${on}
    where t.nth <= 4`.execute(db)
}

/** One quiet specialist after the other gets a paper with an end, or with the end forgotten. */
function fewOfEach(on: Day) {
  const quiet = sql`(select t.cadre_id, row_number() over (order by t.cadre_id)::integer as nth
    from tenure t where t.holding = 'main' and t.rank in ('specialist', 'staff')
      and t.during @> ${on} and t.cadre_id % 17 = 3 and lower(t.during) < ${on} - 1200) q`
  return [
    sql`insert into discipline (cadre_id, system, form, offence, decided_on, decided_by, decision_no,
        effective_until)
      select cadre_id, system, 'reprimand', 'Chậm xử lý công việc được giao', ${on} - days, decided_by,
        (nth + 40) || '/QĐ-KL', case when nth = 4 then ${on} + 25 end
      from ${quiet} join (values (1, 'state', 340, 'Thủ trưởng cơ quan'),
        (2, 'state', 290, 'Thủ trưởng cơ quan'), (3, 'state', 150, 'Thủ trưởng cơ quan'),
        (4, 'party', 340, 'Chi bộ cơ quan'), (5, 'party', 200, 'Chi bộ cơ quan'))
        as k(place, system, days, decided_by) on k.place = q.nth`,
    sql`insert into movement (cadre_id, kind, to_place, during, decision_no, decided_on)
      select cadre_id, 'secondment', 'Ban Quản lý dự án tỉnh',
        daterange(${on} - 1140 + 15 * nth, case when nth = 7 then ${on} + 50 end),
        nth || '/QĐ-BP', ${on} - 1145 + 15 * nth
      from ${quiet} where nth in (6, 7, 8)`,
    sql`update employment e set kind = 'contract',
        during = daterange(lower(e.during), case when q.nth < 12 then ${on} + 5 * q.nth end)
      from ${quiet} where q.nth in (10, 11, 12) and e.cadre_id = q.cadre_id and e.during @> ${on}`,
    sql`update cadre c set retirement_basis = 'hard_area' from ${quiet}
      where q.nth in (13, 14) and q.cadre_id = c.id`,
    sql`update recruitment r set probation_until = (lower(e.during) + interval '12 months')::date
      from (select * from employment where during @> ${on} and lower(during) > ${on} - 365
        order by cadre_id limit 8) e where e.cadre_id = r.cadre_id`,
  ]
}
