import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { addDays } from '#server/kernel/dates.ts'

const SAID: [kind: string, channel: string, ago: number, days: number, says: string][] = [
  [
    'comment',
    'web',
    4,
    15,
    'Số liệu cơ cấu nên ghi rõ đã tính viên chức hay chưa để người dân dễ theo dõi.',
  ],
  [
    'comment',
    'web',
    12,
    15,
    'Đề nghị công khai tiêu chuẩn của từng vị trí lãnh đạo còn trống cùng với danh sách.',
  ],
  [
    'comment',
    'letter',
    24,
    15,
    'Phản ánh việc tiếp công dân của xã chưa đúng lịch đã niêm yết, cán bộ thường vắng.',
  ],
  [
    'comment',
    'web',
    60,
    15,
    'Đề nghị đăng quy chế đánh giá của các sở ở dạng đọc được trên điện thoại.',
  ],
  [
    'comment',
    'in_person',
    95,
    15,
    'Góp ý về thời gian tổ chức lớp bồi dưỡng trùng với kỳ thu hoạch, khó cử người đi học.',
  ],
  [
    'complaint',
    'letter',
    18,
    30,
    'Khiếu nại kết quả xếp loại năm: đề nghị xem lại điểm phần nhiệm vụ do tách đơn vị giữa năm.',
  ],
  [
    'complaint',
    'letter',
    44,
    30,
    'Khiếu nại việc chưa xem xét nâng bậc lương đúng thời hạn sau khi chuyển công tác.',
  ],
  [
    'complaint',
    'letter',
    130,
    30,
    'Khiếu nại quyết định điều động vì chưa được trao đổi trước theo quy chế của cơ quan.',
  ],
  [
    'denunciation',
    'letter',
    21,
    30,
    'Tố cáo việc khai lý lịch, bằng cấp không đúng khi xét bổ nhiệm ở một đơn vị trực thuộc.',
  ],
]

/** Every state of the board: fresh, at work, late, answered in time and late. */
export async function receivePetitions(db: Db, looksAt: string): Promise<void> {
  for (const [place, [kind, channel, ago, days, says]] of SAID.entries()) {
    const on = addDays(looksAt, -ago)
    const answered = ago > 50 ? addDays(on, place % 2 === 0 ? days + 6 : days - 4) : null
    const { rows } = await sql<{ id: number; unit: number | null }>`
      insert into petition (kind, channel, received_on, due_on, says, named, about_unit_id,
        assigned_unit_id, closed_on)
      select ${kind}, ${channel}, ${on}::date, ${on}::date + ${days}::int, ${says}, ${kind !== 'comment'},
        ${kind === 'comment' ? NOBODY : departmentOn(looksAt, place + 1)},
        ${ago > 5 ? departmentOn(looksAt, place) : NOBODY}, ${answered}::date
      returning id, assigned_unit_id as unit`.execute(db)
    const { id, unit } = rows[0] ?? { id: 0, unit: null }
    if (unit !== null)
      await sql`insert into petition_step (petition_id, kind, on_day, unit_id, says, account_name)
        values (${id}, 'assigned', ${on}::date + 2, ${unit}, 'Xem xét, giải quyết và trả lời đúng hạn.', 'tinh')`.execute(
        db,
      )
    if (answered !== null)
      await sql`insert into petition_step (petition_id, kind, on_day, says, account_name) values (${id},
        'answered', ${answered}::date, 'Đã kiểm tra và trả lời bằng văn bản; nội dung đúng phần nào được tiếp thu phần đó.', 'tinh')`.execute(
        db,
      )
    if (kind !== 'comment')
      await sql`insert into petition_sender (petition_id, full_name, contact)
        values (${id}, ${`Người gửi đơn số ${place + 1}`}, 'Địa chỉ ghi trong đơn gốc')`.execute(db)
  }
}

const NOBODY = sql`null::integer`

/** One of the first four departments: a petition about one is given to another. */
const departmentOn = (on: string, place: number) => sql`(select u.id from unit u
  where u.kind = 'department' and u.during @> ${on}::date
  order by u.tree_from offset ${place % 4} limit 1)`
