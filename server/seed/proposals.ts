import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { addDays } from '#server/kernel/dates.ts'

interface Idea {
  title: string
  problem: string
  proposes: string
  beyond: string
  benefit: string
  ago: number
  steps: [kind: string, after: number, says: string][]
}

const IDEAS: Idea[] = [
  {
    title: 'Trả kết quả hành chính tại nhà văn hóa thôn vào chiều thứ Bảy',
    problem: 'Người dân ở xa trung tâm xã mất cả ngày để nhận kết quả',
    proposes: 'Cán bộ một cửa luân phiên trả kết quả tại thôn, dùng máy tính bảng',
    beyond: 'Chưa có quy định về địa điểm trả kết quả ngoài trụ sở và chế độ làm việc thứ Bảy',
    benefit: 'Giảm đi lại cho dân các thôn xa, tăng tỷ lệ trả đúng hẹn',
    ago: 310,
    steps: [
      ['assessed', 20, 'Vì lợi ích chung, không trái nguyên tắc; rủi ro thấp'],
      ['piloted', 35, 'Thí điểm ở ba xã'],
      [
        'protected',
        36,
        'Nếu không đạt mục tiêu do nguyên nhân khách quan thì xem xét miễn trách nhiệm',
      ],
      ['evaluated', 230, 'Trả đúng hẹn tăng; người dân đồng tình'],
      ['learned', 250, 'Đưa vào quy chế làm việc, các xã khác áp dụng từ quý sau'],
    ],
  },
  {
    title: 'Một đầu mối thẩm định hồ sơ đất đai cho ba phòng',
    problem: 'Hồ sơ qua ba phòng, mỗi phòng hỏi lại giấy tờ đã có',
    proposes: 'Tổ liên phòng thẩm định một lần, chịu trách nhiệm chung',
    beyond: 'Quy trình nội bộ hiện hành giao từng phòng thẩm định riêng',
    benefit: 'Rút ngắn thời gian giải quyết, giảm hồ sơ bổ sung',
    ago: 150,
    steps: [
      ['assessed', 15, 'Khả thi; cần quy định rõ người ký cuối'],
      ['piloted', 30, 'Thí điểm trong 300 ngày'],
      ['protected', 30, 'Bảo vệ theo chủ trương khuyến khích cán bộ dám nghĩ, dám làm'],
    ],
  },
  {
    title: 'Đặt hàng giáo viên tiếng dân tộc thiểu số theo cụm trường',
    problem: 'Từng trường không đủ tiết để tuyển một giáo viên',
    proposes: 'Cụm trường ký chung, giáo viên dạy luân phiên',
    beyond: 'Chưa có hướng dẫn ký hợp đồng chung nhiều trường',
    benefit: 'Học sinh được học đủ tiết mà không tăng biên chế',
    ago: 60,
    steps: [['assessed', 25, 'Đề nghị làm rõ nguồn chi trả trước khi thí điểm']],
  },
  {
    title: 'Thuê tổ chức ngoài vận hành phòng đọc số của xã',
    problem: 'Phòng đọc số mở cửa ít do thiếu người',
    proposes: 'Giao đoàn thể địa phương vận hành, trả theo lượt phục vụ',
    beyond: 'Quy chế tài sản công chưa quy định hình thức này',
    benefit: 'Phòng đọc mở cả tuần',
    ago: 18,
    steps: [],
  },
]

/** Proposals of those who dare, from just registered to learned from. */
export async function proposeDaring(db: Db, looksAt: string): Promise<void> {
  for (const [place, { steps, ago, ...idea }] of IDEAS.entries()) {
    const on = addDays(looksAt, -ago)
    const { rows } = await sql<{ id: number }>`
      insert into daring_proposal (cadre_id, unit_id, title, problem, proposes, beyond, benefit,
        registered_on, account_name)
      select t.cadre_id, t.unit_id, ${idea.title}, ${idea.problem}, ${idea.proposes},
        ${idea.beyond}, ${idea.benefit}, ${on}::date, 'tinh'
      from tenure t where t.holding = 'main' and t.during @> ${on}::date and t.during @> ${looksAt}::date
        and t.rank in ('division_head', 'head', 'deputy')
      order by t.id offset ${5 + place * 11} limit 1 returning id`.execute(db)
    const id = rows[0]?.id
    if (!id) continue
    for (const [kind, after, says] of steps) {
      const decided = kind === 'piloted' || kind === 'protected'
      await sql`insert into proposal_step (proposal_id, kind, on_day, says, decision_no, signed_by,
          pilot_until, achieved, account_name)
        values (${id}, ${kind}, ${addDays(on, after)}, ${says},
          ${decided ? `${500 + id * 3 + after}/QĐ-UBND` : null},
          ${decided ? 'Chủ tịch UBND tỉnh' : null},
          ${kind === 'piloted' ? addDays(on, after + (place === 0 ? 180 : 300)) : null},
          ${kind === 'evaluated' ? true : null}, 'tinh')`.execute(db)
      await sql`update daring_proposal set title = title where id = ${id}`.execute(db)
    }
  }
}
