import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** A running yearly supplement: half have answered, some declarations wait at either step. */
export async function openRound(db: Db, looksAt: string): Promise<void> {
  const on = sql`${looksAt}::date`
  await sql`insert into supplement_round (year, opened_on, deadline, sections, note)
    values (extract(year from ${on})::integer, ${on} - 20, ${on} + 40,
      '{identity,personal,relatives,degrees,certificates,awards}',
      'Bổ sung lý lịch hằng năm theo mẫu 4a-BNV')`.execute(db)
  await sql`with chosen as (
      select s.id, r.id as round, s.own from serving s, supplement_round r
      where s.own or s.id % 24 = 0),
    declared as (
      insert into declaration (cadre_id, round_id, account_name, note, declared_at)
      select id, round, 'cb' || id, 'Bổ sung lý lịch hằng năm', ${on} - 6 from chosen
      returning id, cadre_id, round_id),
    answered as (
      insert into supplement_answer (round_id, cadre_id, declaration_id, answered_at)
      select round_id, cadre_id, id, ${on} - 6 from declared)
    insert into declaration_item (declaration_id, cadre_id, section, act, row_id, before, proposed,
      state, needs_managing_body, unit_decided_by, unit_decided_at)
    select d.id, d.cadre_id, i.section, i.act, case when i.act = 'add' then null else d.cadre_id end,
      i.before, i.proposed, case when i.managed and d.id % 2 = 0 then 'waiting_managing_body'
        else 'waiting_unit' end, i.managed,
      case when i.managed and d.id % 2 = 0 then 'so' end,
      case when i.managed and d.id % 2 = 0 then ${on} - 2 end
    from declared d join serving s on s.id = d.cadre_id
    left join personal_detail p on p.cadre_id = d.cadre_id
    cross join lateral (values
      ('personal', 'correct', false,
        jsonb_build_object('strengths', p.strengths),
        jsonb_build_object('strengths', 'Tham mưu, tổng hợp, chuyển đổi số')),
      ('other_training', 'add', false, '{}'::jsonb,
        jsonb_build_object('kind', 'other', 'name', 'Kỹ năng số cho cán bộ, công chức',
          'school', 'Trường Chính trị tỉnh', 'ended', to_char(${on} - 90, 'YYYY-MM'))),
      ('identity', 'correct', true, jsonb_build_object('full_name', (
          select full_name from cadre where id = d.cadre_id)),
        jsonb_build_object('full_name', (
          select replace(full_name, 'Thị', 'Thị Ngọc') from cadre where id = d.cadre_id)))
    ) as i (section, act, managed, before, proposed)
    where i.before <> i.proposed and (not i.managed or s.leads)`.execute(db)
  await sql`insert into supplement_answer (round_id, cadre_id, answered_at)
    select r.id, s.id, ${on} - 3 from serving s, supplement_round r where s.id % 9 < 5
    on conflict do nothing`.execute(db)
}
