import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** Leaders follow communes and visit them; some communes wait for a leader, some for a visit. */
export async function followCommunes(db: Db, looksAt: string): Promise<void> {
  const on = sql`${looksAt}::date`
  await sql`
    with leaders as (
      select t.cadre_id, row_number() over (order by u.tree_from, t.id) - 1 as place,
        count(*) over () as many
      from tenure t join unit u on u.id = t.unit_id join post p on p.id = t.post_id
      where t.holding = 'main' and t.during @> ${on} and t.rank = 'head' and u.level = 'province'
        and p.managed_by = 'standing_committee'),
    communes as (
      select id, lower(during) as since, row_number() over (order by tree_from) as place from unit
      where kind in ('commune', 'ward', 'township', 'special_zone') and during @> ${on})
    insert into commune_oversight (cadre_id, unit_id, during, decision_no, signed_by)
    select l.cadre_id, c.id, daterange(greatest(c.since, ${on} - 480), null),
      '214-QĐ/TU', 'Bí thư Tỉnh ủy'
    from communes c join leaders l on l.place = c.place % l.many
    where c.place % 12 <> 7`.execute(db)
  await sql`
    insert into oversight_visit (oversight_id, visited_on, purpose)
    select o.id, ${on} - (30 + v.turn * 130 + o.unit_id % 60),
      (array['Làm việc với Ban Thường vụ Đảng ủy về công tác cán bộ',
        'Dự sinh hoạt chi bộ thôn, nắm tình hình đội ngũ cán bộ',
        'Kiểm tra việc bố trí cán bộ sau sắp xếp'])[1 + (o.unit_id + v.turn) % 3]
    from commune_oversight o cross join generate_series(0, 2) as v(turn)
    where (o.unit_id % 9 <> 4 or v.turn = 2)
      and ${on} - (30 + v.turn * 130 + o.unit_id % 60) >= lower(o.during)`.execute(db)
  await sql`
    insert into oversight_finding (visit_id, says, due_on, done_on, outcome)
    select v.id,
      (array['Đảng ủy xã rà soát, bổ sung quy hoạch cán bộ nữ, cán bộ trẻ',
        'Bổ sung minh chứng trình độ còn thiếu của cán bộ, công chức',
        'Bố trí đủ cấp phó các phòng theo số lượng được giao',
        'Sở Nội vụ hướng dẫn xử lý số cấp phó vượt sau sắp xếp'])[1 + v.id % 4],
      v.visited_on + 60,
      case when done then v.visited_on + 45 end, case when done then 'Đã thực hiện, có báo cáo' end
    from (select *, visited_on < ${on} - 100 and id % 7 <> 3 as done from oversight_visit) v
    where v.id % 3 <> 1`.execute(db)
}

/** A cut of equal yearly steps, for the province and each unit directly under it. */
export async function planStreamliningCuts(db: Db): Promise<void> {
  await sql`
    with places as (
      select u.id, u.tree_from, u.tree_to from unit u
      left join unit_parent p on p.unit_id = u.id and upper_inf(p.during)
      left join unit_parent above on above.unit_id = p.parent_id and upper_inf(above.during)
      where upper_inf(u.during) and above.unit_id is null),
    heads as (
      select u.tree_from, e.kind, count(*) as heads from tenure t
      join employment e on e.cadre_id = t.cadre_id and e.during @> date '2021-12-31'
      join unit u on u.id = t.unit_id
      where t.holding = 'main' and t.during @> date '2021-12-31'
        and e.kind in ('civil_servant', 'public_employee') group by 1, 2),
    baseline as (
      select p.id, h.kind, sum(h.heads) as heads from places p
      join heads h on h.tree_from between p.tree_from and p.tree_to group by 1, 2)
    insert into streamlining_plan (unit_id, employment_kind, year, planned, basis)
    select id, kind, year, round(heads * (1 - case kind when 'civil_servant' then 0.05 else 0.1 end
      * (year - 2021) / 5.0)), 'Kế hoạch tinh giản biên chế 2022–2026 của tỉnh'
    from baseline cross join generate_series(2022, 2026) as year where heads >= 5`.execute(db)
}
