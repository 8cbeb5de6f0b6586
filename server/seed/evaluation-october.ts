import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/**
 * The office of Home Affairs in October: most rows can be accepted, one work is late with a claim, one
 * product was redone twice, one person is behind, one was ill, and one excellent is over the cap.
 */
export async function markAutumnOffice(db: Db, looksAt: string): Promise<void> {
  const on = sql`${looksAt}::date`
  await sql`create temporary table office on commit drop as
    select e.id, e.cadre_id, e.role, e.leads,
      row_number() over (partition by e.leads order by e.group_no, e.cadre_id) as place
    from evaluation e join evaluation_cycle c on c.id = e.cycle_id join unit u on u.id = c.unit_id
    where u.code = 'so-noi-vu-van-phong' and c.period = '2026-10'`.execute(db)
  await sql`update evaluation e set duty_group = 'Nhóm chuyên viên, phục vụ', group_no = 4
    from office o where o.id = e.id and not o.leads`.execute(db)
  await sql`update work_product p set done = assigned, failed_checks = 0, finished_on = due_on - 1,
      delays = (o.place > 2 and p.name like 'Biên bản%')::integer
    from office o where o.id = p.evaluation_id`.execute(db)
  for (const [place, points] of [25, 24.5, 22, 20, 20.5, 20, 19.5].entries())
    await sql`update evaluation e set self_common = ${points} from office o
      where o.id = e.id and not o.leads and o.place = ${place + 1}`.execute(db)
  await exceptions(db)
  await sql`update evaluation e set self_at = ${on} - 1,
      self_rating = case when not o.leads and o.place < 3 then 'excellent' else 'good' end
    from office o where o.id = e.id and o.role <> 'head'`.execute(db)
  await sql`update evaluation_cycle c set step = 'head' from evaluation e join office o on o.id = e.id
    where c.id = e.cycle_id`.execute(db)
  await sql`update cycle_step s set done_on = ${on} - 1, done_by = 'Văn phòng Sở Nội vụ'
    from evaluation e join office o on o.id = e.id where s.cycle_id = e.cycle_id and s.step = 'self'`.execute(
    db,
  )
  await sql`drop table office`.execute(db)
}

async function exceptions(db: Db): Promise<void> {
  const of = (place: number, leads = false) =>
    sql`(select id from office where leads = ${leads} and place = ${place})`
  const late = sql`p.evaluation_id = ${of(3)}`
  await sql`update work_product p set name = 'Báo cáo kết quả tinh giản biên chế quý III',
      coefficient = 4, due_on = '2026-10-15', finished_on = '2026-10-20', delays = 1
    where ${late} and p.name like 'Báo cáo%'`.execute(db)
  await sql`insert into product_claim (product_id, cadre_id, of, times, reason, document)
    select p.id, p.cadre_id, 'delay', 1, '3 xã gửi số liệu ngày 17/10, sau hạn 12/10.',
      'CV 88/UBND, 17/10' from work_product p where ${late} and p.name like 'Báo cáo%'`.execute(db)
  await sql`insert into product_evidence (product_id, cadre_id, kind, label, account_name)
    select p.id, p.cadre_id, 'document',
      case when p.name like 'Báo cáo%' then 'BC 412/BC-SNV' else trim_scale(p.assigned) || ' văn bản đã phát hành' end,
      'so' from work_product p where ${late} and p.name not like 'Biên bản%'`.execute(db)
  await sql`update work_product p set done = assigned - 2, delays = 1
    where p.evaluation_id = ${of(4)} and p.assigned > 2`.execute(db)
  await sql`update work_product p set failed_checks = 1 where p.evaluation_id = ${of(4)}`.execute(
    db,
  )
  await sql`update work_product p set note = 'Nghỉ ốm 6 ngày, chưa trừ việc'
    where p.evaluation_id = ${of(5)} and p.name like 'Thẩm định%'`.execute(db)
  await sql`update work_product p set failed_checks = 2
    where p.name like 'Báo cáo%' and p.evaluation_id = (select id from office
      where role = 'deputy' order by place limit 1)`.execute(db)
}
