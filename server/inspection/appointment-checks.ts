import { sql } from 'kysely'
import { accessTo } from '#server/access/column-groups.ts'
import { RATING_LEVELS } from '#server/cadres/code-lists.ts'
import type { CASES } from '#server/directives/inspection-cases.ts'
import { labelOf } from '#server/kernel/code-list.ts'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese, yearOf } from '#server/kernel/dates.ts'
import { judgeAuthority, judgeRelatives } from './appointment-powers.ts'
import type { Case } from './cases.ts'
import { type Judges, met, notMet, unknown } from './judged.ts'

type Checks = (typeof CASES)['appointment']['checks'][number]

/** What the records say of an appointment on the day it was decided. */
export const APPOINTMENT: Judges<Checks> = {
  async decision_on_record(ctx, one) {
    const [found] = await ask<{ no: string | null; on: string | null; by: string | null }>(
      ctx,
      sql`select decision_no as no, decided_on::text as "on", decided_by as by
        from tenure where id = ${one.id}`,
    )
    const { no = null, on = null, by = null } = found ?? {}
    const lacks = [!no && 'số', !on && 'ngày', !by && 'người ký'].filter(Boolean)
    if (lacks.length > 0)
      return unknown(`Hồ sơ chưa ghi ${lacks.join(', ')} của quyết định; đối chiếu bản gốc.`)
    return met(`Quyết định ${no} ngày ${inVietnamese(on ?? '')}, ${by} ký.`)
  },
  signer_has_authority: judgeAuthority,
  no_relatives: judgeRelatives,
  async in_planning(ctx, one) {
    const [found] = await ask<{ name: string; term: string; on: string | null }>(
      ctx,
      sql`select j.name, s.term, s.decided_on::text as "on"
        from succession_entry s join job_title j on j.code = s.title_code
        where s.cadre_id = ${one.cadreId} and s.during @> ${one.on}::date
        order by s.decided_on nulls last limit 1`,
    )
    if (!found) return notMet(`Không có dòng quy hoạch nào có hiệu lực ngày ${day(one)}.`)
    return met(`Quy hoạch chức danh ${found.name}, nhiệm kỳ ${found.term}.`)
  },
  async rated_before(ctx, one, parameter) {
    const years = Number(parameter('appointment_rated_years'))
    const year = yearOf(one.on)
    const rows = await ask<{ year: number; level: string }>(
      ctx,
      sql`select year, level from rating where cadre_id = ${one.cadreId}
        and year between ${year - years}::integer and ${year - 1}::integer order by year`,
    )
    const bad = rows.filter(({ level }) => level === 'not_completed')
    if (bad.length > 0)
      return notMet(`Không hoàn thành nhiệm vụ năm ${bad.map((row) => row.year).join(', ')}.`)
    const said = rows.map((row) => `${row.year}: ${labelOf(RATING_LEVELS, row.level)}`).join('; ')
    if (rows.length < years)
      return unknown(`Có xếp loại ${rows.length}/${years} năm trước đó. ${said}`.trim())
    return met(said)
  },
  async no_discipline(ctx, one, parameter) {
    const months = Number(parameter('discipline_effect_months'))
    const [found] = await ask<{ no: string | null; on: string }>(
      ctx,
      sql`select decision_no as no, decided_on::text as "on" from discipline
        where cadre_id = ${one.cadreId} and decided_on <= ${one.on}::date
          and coalesce(effect_ended_on, effective_until,
            (decided_on + make_interval(months => ${months}::integer))::date) > ${one.on}::date limit 1`,
    )
    if (!found) return met(`Ngày ${day(one)} không có kỷ luật nào đang thi hành trong hồ sơ.`)
    return notMet(`Đang thi hành kỷ luật ${found.no ?? ''} từ ${inVietnamese(found.on)}.`)
  },
  async older_justified(ctx, one, parameter) {
    const limit = Number(parameter('older_from'))
    const [found] = await ask<{ age: number | null; paper: string | null }>(
      ctx,
      sql`select extract(year from age(${one.on}::date, c.born_latest))::integer as age,
          (select d.title from record_document d where d.cadre_id = c.id and d.section = 'posts'
            and d.row_id = ${one.id} and d.title ilike '%giải trình%' limit 1) as paper
        from cadre c where c.id = ${one.cadreId}`,
    )
    if (typeof found?.age !== 'number') return unknown('Hồ sơ chưa có ngày sinh.')
    if (found.age < limit) return met(`${found.age} tuổi: không phải giải trình.`)
    if (found.paper) return met(`${found.age} tuổi; có tài liệu “${found.paper}”.`)
    return notMet(
      `${found.age} tuổi; chưa có tài liệu giải trình đính kèm chức vụ này trong hồ sơ.`,
    )
  },
  async clearance_concluded(ctx, one) {
    const { access, roles } = await accessTo(ctx, 'political_clearance', one.cadreId)
    if (access === 'none')
      return unknown(`Thuộc nhóm hạn chế; người được xem: ${roles.join(', ') || 'chưa ai'}.`)
    const [found] = await ask<{ no: string | null; on: string }>(
      ctx,
      sql`select conclusion_no as no, concluded_on::text as "on" from political_clearance
        where cadre_id = ${one.cadreId} and concluded_on <= ${one.on}::date
          and coalesce(valid_until > ${one.on}::date, true) order by concluded_on desc limit 1`,
    )
    if (!found) return unknown(`Hồ sơ chưa có kết luận nào đến ngày ${day(one)}.`)
    return met(`Kết luận ${found.no ?? 'không ghi số'} ngày ${inVietnamese(found.on)}.`)
  },
  async degree_on_record(ctx, one) {
    const [found] = await ask<{ level: string; on: string | null }>(
      ctx,
      sql`select q.level, q.awarded_on::text as "on" from qualification q
        where q.cadre_id = ${one.cadreId} and coalesce(q.awarded_on <= ${one.on}::date, true)
        order by q.awarded_on desc nulls last limit 1`,
    )
    if (!found) return unknown('Hồ sơ chưa có bằng cấp nào trước ngày đó; đối chiếu bản gốc.')
    if (!found.on) return unknown('Bằng cấp trong hồ sơ chưa ghi ngày cấp.')
    return met(`Bằng cấp ngày ${inVietnamese(found.on)}.`)
  },
}

const day = ({ on }: Case) => inVietnamese(on)

async function ask<Row>(
  { db }: Context,
  question: ReturnType<typeof sql>,
): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`${question}`.execute(db)
  return rows
}
