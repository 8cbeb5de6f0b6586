import { sql } from 'kysely'
import { compose, LOCAL } from '#server/house.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Database, Db } from '#server/kernel/database.ts'
import { addDays, yearOf } from '#server/kernel/dates.ts'
import { mattersOn } from '#server/publicity/matters.ts'
import { publish } from '#server/publicity/publish.ts'
import { holdBriefings } from './briefings.ts'
import { receivePetitions } from './petitions.ts'

/** What a province made public, received, taught and promised before the day it is looked at. */
export async function livePublicity(
  database: Database,
  db: Db,
  looksAt: string,
  name: string,
): Promise<void> {
  await issueRegulations(db, looksAt)
  await publishAll(database, db, looksAt, name)
  await receivePetitions(db, looksAt)
  await holdBriefings(db, looksAt)
  await pledgeAll(db, yearOf(looksAt), looksAt)
  await praise(db, looksAt)
}

/** Six of seven agencies have the regulations their directive asks for; the seventh is what is missing. */
async function issueRegulations(db: Db, looksAt: string): Promise<void> {
  await sql`
    insert into unit_document (unit_id, kind, number, title, signed_by, issued_on)
    select u.id, asked.kind, (11 + u.id % 280)::text || '/QĐ-' || coalesce(n.short_name, 'CQ'),
      asked.title, 'Người đứng đầu cơ quan',
      greatest(lower(u.during), asked.since::date) + (u.id * 7 % 210)
    from unit u join unit_name n on n.unit_id = u.id and n.during @> ${looksAt}::date
    join (values
      ('ben-tre-4447-kh-ubnd-2018', 'authority_regulation', '2019-01-10',
        'Quy chế phân công, phân cấp, thẩm quyền và trách nhiệm trong công tác cán bộ',
        array['department', 'district', 'council_office', 'service_unit']),
      ('vinh-phuc-giua-nhiem-ky-2023', 'culture_regulation', '2022-03-01',
        'Quy định về văn hóa công vụ trong cơ quan',
        array['party_advisory', 'mass_organisation', 'council_office', 'department', 'district']),
      ('lang-son-12-kh-ubnd-2024', 'evaluation_regulation', '2024-02-15',
        'Quy chế đánh giá, xếp loại cán bộ, công chức, viên chức',
        array['party_advisory', 'mass_organisation', 'council_office', 'department', 'service_unit'])
    ) asked(pack, kind, since, title, kinds) on u.kind = any(asked.kinds)
    join pack_adoption a on a.pack_id = asked.pack
    where u.during @> ${looksAt}::date and u.id % 7 <> 3
      and greatest(lower(u.during), asked.since::date) + (u.id * 7 % 210) <= ${looksAt}::date`.execute(
    db,
  )
}

/** By the product's own command, so that a demonstration shows nothing an office could not publish. */
async function publishAll(
  database: Database,
  db: Db,
  looksAt: string,
  name: string,
): Promise<void> {
  const house = { ...compose(database, () => looksAt), appendAudit: async () => undefined }
  const province = { code: '', schema_name: '', name, demonstration: true, looks_at: looksAt }
  const ctx: Context = { db, house, province, actor: LOCAL, today: looksAt }
  const from = addDays(looksAt, -6)
  for (const [place, { id }] of (await mattersOn(ctx, looksAt)).entries())
    await publish(ctx, {
      item: id,
      asOf: addDays(from, -2),
      from,
      decidedOn: addDays(from, -1),
      decisionNo: `${41 + place * 3}/TB-SNV`,
      signedBy: 'Giám đốc Sở Nội vụ',
    }).catch(unlessNothing)
}

/** A matter of which the records say nothing yet is not published: the screen says so. */
function unlessNothing(problem: unknown): void {
  if ((problem as { kind?: string }).kind !== 'against_rule') throw problem
}

/** Last year's pledges are reviewed; of this year's a few came late and some are still missing. */
async function pledgeAll(db: Db, year: number, looksAt: string): Promise<void> {
  await sql`
    insert into pledge (cadre_id, year, says, pledged_on, level, review, reviewed_on, reviewed_by)
    select t.cadre_id, y.year,
      (array['Giữ đúng giờ làm việc, trả lời hồ sơ trước hạn ít nhất một ngày; đọc và áp dụng văn bản về chuyên môn mới ban hành.',
        'Hoàn thành lớp bồi dưỡng theo kế hoạch; mỗi quý có một sáng kiến cải tiến thủ tục được đơn vị ghi nhận.',
        'Không để hồ sơ quá hạn do lỗi chủ quan; nêu gương trong sinh hoạt chi bộ, không vi phạm quy định về rượu, bia.',
        'Đi cơ sở ít nhất hai ngày mỗi tháng, giải quyết dứt điểm kiến nghị của xã được phân công theo dõi.'])
        [1 + t.cadre_id % 4],
      make_date(y.year, 1, 8) + (t.cadre_id * 13 % 95),
      case when y.past then (array['kept', 'kept', 'kept', 'partly', 'kept', 'not_kept', 'kept'])[1 + t.cadre_id % 7] end,
      case when y.past then 'Chi bộ và đơn vị đã nhận xét cùng đợt đánh giá cuối năm.' end,
      case when y.past then make_date(y.year, 12, 10) end,
      case when y.past then 'Thủ trưởng đơn vị' end
    from tenure t join (values (${year}::int, false), (${year - 1}::int, true)) y(year, past) on true
    where t.holding = 'main' and t.during @> ${looksAt}::date
      and lower(t.during) <= make_date(y.year, 1, 1) and (t.cadre_id + y.year) % 9 <> 4`.execute(db)
}

async function praise(db: Db, looksAt: string): Promise<void> {
  await sql`
    insert into good_example (unit_id, who, says, recognised_on, decision_no, signed_by, account_name)
    select u.id, case when place % 2 = 0 then 'Tập thể ' || n.name else coalesce((select c.full_name
        from cadre c join rating r on r.cadre_id = c.id and r.level = 'excellent'
        where c.unit_id = u.id order by r.year desc, c.id limit 1), 'Tập thể ' || n.name) end,
      (array['Rút thời gian thẩm định hồ sơ cán bộ từ 10 xuống 6 ngày bằng cách gửi trước danh mục giấy tờ còn thiếu.',
        'Cả năm không có hồ sơ quá hạn; hướng dẫn hai xã mới sắp xếp ghi đủ hồ sơ cán bộ.',
        'Đi đầu ký và làm đúng cam kết tu dưỡng; công khai kết quả từng quý ở bảng tin cơ quan.',
        'Tự soạn bộ câu hỏi quán triệt văn bản, 100 % người dự làm đạt bài thu hoạch.'])[1 + place % 4],
      ${looksAt}::date - (20 + place * 67), (120 + place * 17)::text || '/QĐ-UBND',
      'Chủ tịch UBND tỉnh', 'tinh'
    from (select id, (row_number() over (order by tree_from))::int as place from unit
      where kind = 'department' and during @> ${looksAt}::date) u
    join unit_name n on n.unit_id = u.id and n.during @> ${looksAt}::date where place <= 5`.execute(
    db,
  )
}
