import { sql } from 'kysely'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type Asked, about, type Kind, later } from './kind.ts'

/** The law of the State ends a decision by itself; how long a party decision lasts must be written. */
const running = ({ asOf, rules }: Asked) => sql`
  select s.cadre_id, x.decided_on, x.decision_no, x.effective_until is not null as recorded,
    coalesce(x.effective_until, case x.system when 'state'
      then (${later(sql`x.decided_on`, rules.count('discipline_effect_months'))})::date end) as ends_on
  from serving s join discipline x on x.cadre_id = s.cadre_id
  where x.decided_on <= ${asOf}::date and coalesce(x.effect_ended_on > ${asOf}::date, true)`

export const DISCIPLINES = {
  discipline_end: {
    label: 'Hết hiệu lực kỷ luật',
    confidential: true,
    clause: (rules) => rules.clause('discipline_effect_months'),
    dates: (asked) =>
      sql`select ${about(
        sql`s.ends_on`,
        sql`jsonb_build_object('decided', s.decided_on, 'no', s.decision_no, 'ends', s.ends_on,
        'recorded', s.recorded::text)`,
      )} from (${running(asked)}) s where s.ends_on is not null`,
    why: ({ decided, no, ends, recorded }, rules) => {
      const decision = `Quyết định${no ? ` ${no}` : ''} ngày ${inVietnamese(String(decided))}`
      return recorded === 'true'
        ? `${decision}, ghi hiệu lực đến ${inVietnamese(String(ends))}.`
        : `${decision}, hiệu lực ${rules.count('discipline_effect_months')} tháng.`
    },
    unknown: {
      says: 'Quyết định kỷ luật của Đảng, đoàn thể chưa ghi ngày hết hiệu lực.',
      people: (asked) => sql`select s.cadre_id from (${running(asked)}) s where s.ends_on is null`,
    },
  },
} satisfies Record<string, Kind>
