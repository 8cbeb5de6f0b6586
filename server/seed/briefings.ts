import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { freshKey } from '#server/publicity/attendance-code.ts'

const QUESTIONS = [
  {
    asks: 'Ai tổng hợp báo cáo của toàn tỉnh về công tác cán bộ?',
    choices: ['Sở Nội vụ', 'Sở Tài chính', 'Từng xã, phường'],
    right: 0,
  },
  {
    asks: 'Kết quả đánh giá được dùng vào việc gì?',
    choices: ['Chỉ để lưu hồ sơ', 'Làm căn cứ quy hoạch, bổ nhiệm, đào tạo', 'Không dùng'],
    right: 1,
  },
]

const HELD = [
  {
    title: 'Quán triệt kế hoạch xây dựng đội ngũ cán bộ tới lãnh đạo các cơ quan',
    ago: 200,
    ranks: ['head', 'deputy'],
    mode: 'both',
    place: 'Hội trường UBND tỉnh, nối đến các điểm cầu',
  },
  {
    title: 'Phổ biến quy định về công khai và dân chủ trong cơ quan',
    ago: 75,
    ranks: ['division_head', 'division_deputy'],
    mode: 'in_person',
    place: 'Hội trường Sở Nội vụ',
  },
  {
    title: 'Hướng dẫn ký cam kết tu dưỡng, rèn luyện và đánh giá cuối năm',
    ago: 0,
    ranks: [],
    mode: 'online',
    place: 'Họp trực tuyến toàn tỉnh',
  },
  {
    title: 'Phổ biến quy chế đánh giá theo sản phẩm cho lãnh đạo phòng',
    ago: -12,
    ranks: ['division_head', 'division_deputy'],
    mode: 'in_person',
    place: 'Hội trường UBND tỉnh',
  },
] as const

/** Two that ended, one going on that day, one to come. */
export async function holdBriefings(db: Db, looksAt: string): Promise<void> {
  for (const { title, ago, ranks, mode, place } of HELD) {
    const { rows } = await sql<{ id: number }>`
      insert into briefing (title, unit_id, held_on, place, mode, audience, questions, code_key,
        closed_on, account_name)
      select ${title}, u.id, ${looksAt}::date - ${ago}::int, ${place}, ${mode},
        ${JSON.stringify({ ranks, levels: [] })}::jsonb, ${JSON.stringify(QUESTIONS)}::jsonb,
        ${freshKey()}, ${ago > 0 ? sql`${looksAt}::date - ${ago}::int` : null}, 'tinh'
      from unit u where u.kind = 'province' order by u.tree_from limit 1 returning id`.execute(db)
    if (ago >= 0) await attend(db, rows[0]?.id ?? 0, [...ranks], ago > 0 ? 11 : 3)
  }
}

/** All but every so many of those meant came; nearly all of them answered. */
async function attend(db: Db, id: number, ranks: string[], missesEvery: number): Promise<void> {
  await sql`
    insert into briefing_attendance (briefing_id, cadre_id, how, attended_on, score, answered_on, account_name)
    select b.id, t.cadre_id, case when t.cadre_id % 4 = 0 then 'list' else 'code' end, b.held_on,
      case when t.cadre_id % 17 <> 5 then (array[1, 1, 0.5, 1, 0])[1 + t.cadre_id % 5] end,
      case when t.cadre_id % 17 <> 5 then b.held_on end, 'tinh'
    from briefing b join tenure t on t.holding = 'main' and t.during @> b.held_on
      and (cardinality(${ranks}::text[]) = 0 or t.rank = any(${ranks}::text[]))
    join unit u on u.id = t.unit_id join unit host on host.id = b.unit_id
      and u.tree_from between host.tree_from and host.tree_to
    where b.id = ${id} and (t.cadre_id + t.unit_id) % ${missesEvery}::int <> 1
    on conflict do nothing`.execute(db)
}
