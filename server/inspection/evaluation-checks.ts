import { sql } from 'kysely'
import type { CASES } from '#server/directives/inspection-cases.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Judges, met, notMet, unknown } from './judged.ts'

type Checks = (typeof CASES)['evaluation']['checks'][number]

/** What is on record of an evaluation cycle of one unit, as of the reader's day. */
export const EVALUATION: Judges<Checks> = {
  async steps_in_time({ db, today }, { id }) {
    const { rows } = await sql<{ label: string; due: string; done: string | null }>`
      select label, due_on::text as due, done_on::text as done from cycle_step
      where cycle_id = ${id} and (done_on > due_on or done_on is null and due_on < ${today}::date)
      order by position`.execute(db)
    if (rows.length === 0) return met('Chưa bước nào chậm.')
    return notMet(
      rows
        .map(
          ({ label, due, done }) =>
            `${label}: hạn ${inVietnamese(due)}, ${done ? `xong ${inVietnamese(done)}` : 'chưa xong'}`,
        )
        .join('; '),
    )
  },
  async meeting_quorum({ db }, { id }, parameter) {
    const { rows } = await sql<{ present: number; summoned: number; on: string }>`
      select present, summoned, held_on::text as "on" from evaluation_meeting
      where cycle_id = ${id}`.execute(db)
    const [meeting] = rows
    if (!meeting) return unknown('Chưa có biên bản họp trong kỳ này.')
    const said = `${meeting.present}/${meeting.summoned} người có mặt, ngày ${inVietnamese(meeting.on)}.`
    const share = Number(parameter('evaluation_quorum_share'))
    return meeting.present >= meeting.summoned * share ? met(said) : notMet(said)
  },
  async everybody_rated({ db }, { id }) {
    const { rows } = await sql<{ people: number; rated: number }>`
      select count(*)::integer as people, count(rating)::integer as rated
      from evaluation where cycle_id = ${id}`.execute(db)
    const { people = 0, rated = 0 } = rows[0] ?? {}
    const said = `${rated}/${people} người đã được xếp loại.`
    return people > 0 && rated === people ? met(said) : unknown(said)
  },
  async published({ db }, { id }) {
    const { rows } = await sql<{ on: string | null; closed: boolean }>`
      select published_on::text as "on", closed_on is not null as closed
      from evaluation_cycle where id = ${id}`.execute(db)
    const [cycle] = rows
    if (cycle?.on) return met(`Công khai ngày ${inVietnamese(cycle.on)}.`)
    return cycle?.closed
      ? notMet('Kỳ đã kết thúc mà không công khai.')
      : unknown('Kỳ chưa kết thúc; chưa công khai.')
  },
  async appeals_in_time({ db, today }, { id }) {
    const { rows } = await sql<{ filed: number; late: number }>`
      select count(*)::integer as filed,
        count(*) filter (where coalesce(answered_on, ${today}::date) > due_on)::integer as late
      from evaluation_appeal a join evaluation e on e.id = a.evaluation_id
      where e.cycle_id = ${id}`.execute(db)
    const { filed = 0, late = 0 } = rows[0] ?? {}
    if (late > 0) return notMet(`${late}/${filed} kiến nghị quá hạn trả lời.`)
    return met(filed === 0 ? 'Không có kiến nghị nào.' : `${filed} kiến nghị, không quá hạn.`)
  },
}
