import { sql } from 'kysely'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Asked, about, type Facts, type Kind, later } from './kind.ts'

const RECORDED = 'Thời hạn ghi trong quyết định hoặc hợp đồng'

const FACTS = sql`jsonb_build_object('what', s.what, 'began', s.began, 'ends', s.ends_on)`

/** Fixed by its own paper: the record has the day or nobody knows it. */
function recorded(
  label: string,
  rows: (asked: Asked) => ReturnType<typeof sql>,
  missing: string,
): Kind {
  return {
    label,
    open: true,
    clause: () => RECORDED,
    dates: (asked) => sql`select ${about(sql`s.ends_on`, FACTS)}
      from (${rows(asked)}) s where s.ends_on is not null`,
    why: ({ what, began, ends }: Facts) =>
      `${what}${began ? ` từ ${inVietnamese(String(began))}` : ''}, ghi đến ${inVietnamese(String(ends))}.`,
    unknown: {
      says: missing,
      people: (asked) => sql`select s.cadre_id from (${rows(asked)}) s where s.ends_on is null`,
    },
  }
}

/** The law gives the length where the decision did not write the day. */
function counted(
  label: string,
  parameter: string,
  rows: (asked: Asked) => ReturnType<typeof sql>,
): Kind {
  return {
    label,
    clause: (rules) => rules.clause(parameter),
    dates: (asked) =>
      sql`select ${about(
        sql`coalesce(s.ends_on, ${later(sql`s.began`, asked.rules.count(parameter))})`,
        FACTS,
      )} from (${rows(asked)}) s`,
    why: ({ what, began, ends }, rules) =>
      ends
        ? `${what} từ ${inVietnamese(String(began))}, ghi đến ${inVietnamese(String(ends))}.`
        : `${what} từ ${inVietnamese(String(began))}, đủ ${rules.count(parameter)} tháng.`,
  }
}

export const ASSIGNMENTS = {
  rotation_end: counted(
    'Đủ thời gian luân chuyển',
    'rotation_months',
    // The term of the post usually runs longer: what falls due here is the least time of the rotation.
    // A decision for less ends by its own day, as every term does.
    ({ asOf, rules }) =>
      sql`select s.cadre_id, t.title as what, lower(t.during) as began, null::date as ends_on
      from serving s join tenure t on t.id = s.tenure_id
      where t.entry = 'rotation' and lower(t.during) <= ${asOf}::date
        and (t.term_until is null
          or t.term_until + 1 >= ${later(sql`lower(t.during)`, rules.count('rotation_months'))})`,
  ),
  secondment_end: counted(
    'Hết thời hạn biệt phái',
    'secondment_months',
    ({ asOf }) =>
      sql`select s.cadre_id, 'Biệt phái đến ' || m.to_place as what, lower(m.during) as began,
        upper(m.during) - 1 as ends_on
      from serving s join movement m on m.cadre_id = s.cadre_id
      where m.kind = 'secondment' and m.during @> ${asOf}::date`,
  ),
  acting_end: recorded(
    'Hết thời hạn giao quyền, phụ trách',
    ({ asOf }) => sql`select s.cadre_id, t.title as what, lower(t.during) as began,
        coalesce(t.term_until, upper(t.during) - 1) as ends_on
      from serving s join tenure t on t.cadre_id = s.cadre_id
      where t.holding = 'acting' and t.during @> ${asOf}::date`,
    'Quyết định giao quyền, phụ trách trong hồ sơ chưa ghi thời hạn.',
  ),
  contract_end: recorded(
    'Hết hạn hợp đồng',
    ({ asOf }) => sql`select s.cadre_id, 'Hợp đồng' as what, lower(e.during) as began,
        upper(e.during) - 1 as ends_on
      from serving s join employment e on e.cadre_id = s.cadre_id
      where e.kind in ('contract', 'support_contract') and lower(e.during) <= ${asOf}::date
        and (e.during @> ${asOf}::date or not exists (select from employment n
          where n.cadre_id = e.cadre_id and lower(n.during) >= upper(e.during)))`,
    'Hợp đồng trong hồ sơ chưa ghi ngày hết hạn.',
  ),
  probation_end: recorded(
    'Hết thời gian tập sự',
    ({ asOf }) => sql`select s.cadre_id, 'Tuyển dụng ' || r.recruited_on as what,
        null::date as began, r.probation_until as ends_on
      from serving s join recruitment r on r.cadre_id = s.cadre_id
      left join grade_holding g on g.cadre_id = s.cadre_id and g.during @> ${asOf}::date
      where r.probation_until >= ${asOf}::date
        or (r.probation_until is null and g.pay_percent < 100)`,
    'Đang hưởng lương tập sự mà hồ sơ chưa ghi ngày hết tập sự.',
  ),
} satisfies Record<string, Kind>
