import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** Which of the meetings held began although hardly half had come; everywhere else one is missing at most. */
const TOO_FEW = 5

/** The minutes of every meeting the cycles say was held. */
export async function holdMeetings(db: Db): Promise<void> {
  await sql`insert into evaluation_meeting (cycle_id, held_on, place, chair, secretary, summoned,
      present, minutes)
    select h.cycle_id, h.done_on, 'Phòng họp của đơn vị', 'Cấp trưởng đơn vị', 'Văn thư đơn vị', h.people,
      case when h.place = ${TOO_FEW} then h.people / 2 else h.people - h.cycle_id % 2 end,
      'Từng người trình bày bản tự đánh giá; tập thể góp ý, thống nhất đề xuất mức xếp loại gửi cấp trưởng.'
    from (select s.cycle_id, s.done_on, count(*)::integer as people,
        row_number() over (order by s.cycle_id) as place
      from cycle_step s join evaluation e on e.cycle_id = s.cycle_id
      where s.step = 'meeting' and s.done_on is not null
      group by s.cycle_id, s.done_on having count(*) > 3) h`.execute(db)
}
