import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { familyNamed, gatherServing, manNamed, womanNamed } from './record-serving.ts'

/** The rest of the record of invented people: broad for all who serve, whole for the shown account. */
export async function fillRecords(db: Db, looksAt: string): Promise<void> {
  await gatherServing(db, looksAt)
  for (const statement of [...OF_EVERYBODY, ...OF_FAMILIES, ...OF_SOME]) await statement.execute(db)
}

const OF_EVERYBODY = [
  sql`insert into personal_detail (cadre_id, nationality, marital_status, class_origin,
      prior_occupation, joined_agency_on, main_duties, strengths, longest_work)
    select id, 'vn', case when age < 29 and id % 3 = 0 then 'single' else 'married' end,
      case id % 4 when 0 then 'worker' when 1 then 'official' else 'peasant' end,
      case id % 3 when 0 then 'Sinh viên' when 1 then 'Học sinh' else 'Làm nông nghiệp' end,
      since::text, case when rank in ('head', 'deputy', 'division_head', 'division_deputy')
        then 'Lãnh đạo, điều hành ' else 'Tham mưu chuyên môn, ' end || unit,
      case id % 3 when 0 then 'Tham mưu, tổng hợp' when 1 then 'Quản lý nhà nước'
        else 'Công tác chuyên môn' end,
      'Công tác tại ' || unit
    from serving where id % 17 <> 0 or own`,
  sql`insert into recruitment (cadre_id, recruited_on, method, agency, is_first)
    select id, recruited::text, case when id % 4 = 0 then 'review' else 'exam' end, unit, true
    from serving where id % 19 <> 0 or own`,
  sql`insert into file_item (cadre_id, kind, title, copy_kind, sheets, kept_at, received_on)
    select id, kind, title, 'original', 4 + id % 9,
      'Tủ ' || (1 + unit_id % 12) || ', ngăn ' || (1 + id % 6), recruited + 20
    from serving cross join (values ('resume', 'Sơ yếu lý lịch 2C-BNV/2008'),
      ('resume_book', 'Quyển lý lịch')) as item (kind, title)
    where id % 9 <> 0 or own`,
  sql`insert into union_membership (cadre_id, organisation, joined)
    select id, 'trade_union', to_char(recruited, 'YYYY-MM') from serving where id % 2 = 0 or own`,
  sql`insert into health_check (cadre_id, checked_on, status, health_class, height_cm, weight_kg, blood_group)
    select id, to_char(today - 60 - id % 200, 'YYYY-MM-DD'),
      case when id % 5 = 0 then 'fair' else 'good' end, (1 + id % 3)::text,
      case sex when 'male' then 160 else 150 end + id % 16,
      case sex when 'male' then 56 else 46 end + id % 18,
      (array['A+', 'B+', 'O+', 'AB+'])[1 + id % 4]
    from serving where id % 3 <> 0 or own`,
]

const OF_FAMILIES = [
  sql`insert into relative (cadre_id, relation, side, full_name, born, home_place, occupation,
      residence, declared_on, confirmed_on)
    select id, 'parent', 'own', family || ' Văn ' || ${manNamed('id * 7')},
      (extract(year from born_on)::integer - 26 - id % 6)::text, home, 'Nghỉ hưu', home,
      today - 300, today - 280
    from serving, invented where id % 3 = 0 or leads or own`,
  sql`insert into relative (cadre_id, relation, side, full_name, born, home_place, occupation,
      residence, declared_on, confirmed_on)
    select id, 'spouse', 'own', case sex when 'male'
        then ${familyNamed('id * 5')} || ' Thị ' || ${womanNamed('id * 3')}
        else ${familyNamed('id * 5')} || ' Văn ' || ${manNamed('id * 3')} end,
      (extract(year from born_on)::integer - 1 + id % 4)::text, home,
      case id % 3 when 0 then 'Giáo viên' when 1 then 'Kinh doanh' else 'Viên chức y tế' end, home,
      today - 300, today - 280
    from serving, invented where (age >= 30 and (id % 3 = 0 or leads)) or own`,
  sql`insert into relative (cadre_id, relation, side, full_name, born, occupation, residence,
      declared_on, confirmed_on)
    select id, 'child', 'own', case when sex = 'male' then family else ${familyNamed('id * 5')} end
        || ' ' || case when id % 2 = 0 then 'Minh ' || ${manNamed('id + 4')}
          else 'Thu ' || ${womanNamed('id + 4')} end,
      least(extract(year from born_on)::integer + 28, extract(year from today)::integer - 1)::text,
      'Học sinh, sinh viên', home, today - 300, today - 280
    from serving, invented where (age >= 33 and (id % 3 = 0 or leads)) or own`,
  sql`insert into relative (cadre_id, relation, side, full_name, born, home_place, occupation,
      residence, declared_on)
    select id, 'parent_in_law', 'spouse', ${familyNamed('id * 5')} || ' Thị ' || ${womanNamed('id * 11')},
      (extract(year from born_on)::integer - 24)::text, home, 'Làm nông nghiệp', home, today - 300
    from serving, invented where (leads and age >= 30) or own`,
]

const during = (from: string, until = 'null') =>
  sql.raw(`daterange((${from})::date, (${until})::date)`)

const OF_SOME = [
  sql`insert into emulation_title (cadre_id, title, year, decided_by)
    select r.cadre_id, case r.level when 'excellent' then 'grassroots' else 'advanced' end, r.year, s.unit
    from rating r join serving s on s.id = r.cadre_id
    where r.level in ('excellent', 'good') and r.year >= extract(year from s.today) - 2
      and (s.id % 2 = 0 or s.own)`,
  sql`insert into award (cadre_id, kind, awarded, decision_no, decided_by, reason, is_highest)
    select id, case when leads then 'certificate_province' else 'commendation' end,
      (extract(year from today)::integer - 1 - id % 4)::text, (100 + id % 800) || '/QĐ-UBND',
      case when leads then 'Chủ tịch UBND tỉnh' else unit end, 'Hoàn thành tốt nhiệm vụ công tác', true
    from serving where (id % 4 = 0 or own) and age > 27`,
  sql`insert into political_post (cadre_id, system, title, body, concurrent, during, term)
    select s.id, 'party', case rank when 'head' then 'Bí thư' when 'division_head' then 'Chi ủy viên'
        else 'Phó Bí thư' end, 'Chi bộ ' || unit, true, ${during('greatest(since, today - 1500)')}, '2020–2025'
    from serving s join party_membership m on m.cadre_id = s.id
    where rank in ('head', 'deputy', 'division_head') or own`,
  sql`insert into allowance (cadre_id, kind, coefficient, during)
    select id, 'position', case rank when 'head' then 0.90 when 'deputy' then 0.70
      when 'division_head' then 0.50 else 0.30 end, ${during('since')}
    from serving where rank in ('head', 'deputy', 'division_head', 'division_deputy')`,
  sql`insert into party_badge (cadre_id, badge, awarded_on)
    select s.id, '30', (m.official_on + interval '30 years')::date
    from serving s join party_membership m on m.cadre_id = s.id
    where m.official_on + interval '30 years' <= s.today`,
  sql`insert into earlier_work (cadre_id, began, ended, occupation, place)
    select id, to_char(born_on + interval '18 years', 'YYYY-MM'), to_char(recruited, 'YYYY-MM'),
      'Học tập, lao động tại địa phương', home
    from serving where (id % 3 = 0 or own) and born_on + interval '18 years' < recruited`,
  sql`insert into military_service (cadre_id, enlisted, discharged, highest_rank)
    select id, extract(year from born_on + interval '18 years')::text,
      extract(year from born_on + interval '20 years')::text, '05'
    from serving where sex = 'male' and (id % 23 = 0 or own) and born_on + interval '21 years' < recruited`,
  sql`insert into stay_abroad (cadre_id, began, ended, country, purpose, paid_by)
    select id, to_char(today - 700, 'YYYY-MM'), to_char(today - 690, 'YYYY-MM'), 'Lào',
      'Trao đổi kinh nghiệm công tác', 'Ngân sách tỉnh'
    from serving where (id % 29 = 0 or own) and recruited < today - 800`,
  sql`insert into personal_history (cadre_id, arrests, old_regime, foreign_organisations, foreign_relatives)
    select id, 'Không', 'Không', 'Không', 'Không' from serving where id % 2 = 0 or leads or own`,
  sql`insert into policy_status (cadre_id, category, during)
    select id, 'martyr_child', ${during('recruited')} from serving where age > 52 and id % 31 = 0`,
  sql`insert into policy_status (cadre_id, category, during)
    select id, 'merit_child', ${during('recruited')} from serving where own or id % 41 = 0`,
  sql`insert into other_training (cadre_id, kind, name, school, began, ended)
    select id, 'leadership', 'Bồi dưỡng lãnh đạo, quản lý cấp phòng', 'Trường Chính trị tỉnh',
      to_char(today - 500, 'YYYY-MM'), to_char(today - 470, 'YYYY-MM')
    from serving where (rank in ('division_head', 'division_deputy') and id % 2 = 0) or own`,
  sql`insert into training_commitment (cadre_id, course, sent_on, decision_no, committed_until, cost)
    select id, 'Cao học', today - 900, (10 + id % 500) || '/QĐ-SNV', today + 900, 30000000
    from serving where (id % 37 = 0 or own) and recruited < today - 900`,
  sql`insert into research_work (cadre_id, title, role, level, accepted, result)
    select id, 'Sáng kiến cải tiến quy trình xử lý công việc tại ' || unit, 'Chủ nhiệm', 'Cơ sở',
      (extract(year from today)::integer - 1)::text, 'Đạt'
    from serving where id % 27 = 0 or own`,
  sql`insert into movement (cadre_id, kind, from_place, to_place, during, decision_no)
    select id, 'secondment', unit, 'Xã được tăng cường', ${during('today - 1200', 'today - 1020')},
      (20 + id % 700) || '/QĐ-SNV'
    from serving where (id % 47 = 0 or own) and recruited < today - 1300`,
  sql`insert into discipline (cadre_id, system, form, offence, decided_on, decided_by, decision_no,
      effective_until, effect_ended_on)
    select id, 'state', 'reprimand', 'Chậm xử lý hồ sơ công việc được giao', today - 600, unit,
      (30 + id % 300) || '/QĐ', today - 235, today - 235
    from serving where id % 331 = 0 and not leads and recruited < today - 700`,
  sql`insert into confidence_vote (cadre_id, round, voted_on, high, medium, low, invalid)
    select id, 'Giữa nhiệm kỳ', today - 330, 30 + id % 15, 5 + id % 6, id % 3, 0
    from serving where rank = 'head' and since < today - 400`,
  sql`insert into complaint (cadre_id, received_on, kind, content, conclusion, concluded_on)
    select id, today - 420, 'reflection', 'Phản ánh về thời gian giải quyết thủ tục',
      'Không có căn cứ', today - 380
    from serving where id % 211 = 0 and recruited < today - 500`,
  sql`insert into asset_declaration (cadre_id, year, kind, declared_on, income, housing, residential_land)
    select id, extract(year from today)::integer - 1, 'yearly',
      make_date(extract(year from today)::integer - 1, 12, 20), 180000000 + id % 90 * 1000000,
      '01 nhà ở riêng lẻ', '120 m²'
    from serving where leads or rank = 'division_head' or own`,
  sql`insert into political_clearance (cadre_id, concluded_on, conclusion_no, decided_by, content)
    select id, since - 40, (40 + id % 500) || '-KL/BTCTU', 'Ban Tổ chức Tỉnh ủy',
      'Đủ tiêu chuẩn chính trị để bổ nhiệm'
    from serving where (leads or rank in ('division_head', 'division_deputy')) and (id % 6 <> 0 or own)`,
  sql`insert into written_comment (cadre_id, source, given_on, given_by, content)
    select id, 'residence', today - 320, 'Chi ủy nơi cư trú',
      'Bản thân và gia đình chấp hành tốt chủ trương của Đảng, pháp luật của Nhà nước'
    from serving where leads or own`,
  sql`insert into academic_title (cadre_id, title, year)
    select s.id, 'associate_professor', extract(year from s.today)::integer - 2
    from serving s where s.age > 45 and exists (select from qualification q
      where q.cadre_id = s.id and q.level = 'doctorate') and s.id % 2 = 0`,
]
