import { sql } from 'kysely'
import { decisionNamed } from '#server/cadres/retirement-decided.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { about, type Facts, type Kind } from './kind.ts'
import type { Rules } from './rules.ts'

/** Months counted back from the first day of the pension; what leads to a decision ends with it. */
function ahead(label: string, parameter: string): Kind {
  return {
    label,
    tellsBirth: true,
    clause: (rules) => rules.clause(parameter),
    dates: ({ rules }) =>
      sql`select ${about(
        sql`s.last_working_day + 1 - make_interval(months => ${rules.count(parameter)})`,
        FACTS,
      )} from serving s where s.last_working_day is not null and s.retires_by is null`,
    why: (facts, rules) =>
      `${whyRetires(facts, rules)}; trước đó ${rules.count(parameter)} tháng: ${label.toLowerCase()}.`,
  }
}

const FACTS = sql`jsonb_build_object('born', s.born_on, 'precision', s.born_precision,
  'age', s.age_months, 'last', s.last_working_day, 'basis', s.basis,
  'no', s.retires_by, 'decided', s.retirement_decided_on)`

export const RETIREMENTS = {
  retirement_list: ahead('Lập danh sách sắp nghỉ hưu', 'retirement_list_months'),
  retirement_notice: ahead('Thông báo nghỉ hưu (Mẫu 2)', 'retirement_notice_months'),
  retirement_decision: ahead('Quyết định nghỉ hưu (Mẫu 3)', 'retirement_decision_months'),
  retirement: {
    label: 'Nghỉ hưu',
    open: true,
    tellsBirth: true,
    clause: (rules, { basis, no, decided }) =>
      no
        ? decisionNamed(String(no), String(decided))
        : (rules.retirement.bases.find(({ code }) => code === basis)?.clause ?? ''),
    dates: () => sql`select ${about(sql`s.last_working_day`, FACTS)}
      from serving s where s.last_working_day is not null`,
    why: (facts, rules) => `${whyRetires(facts, rules)}.`,
    unknown: {
      says: 'Hồ sơ chưa ghi ngày sinh hoặc giới tính, nên chưa biết ngày nghỉ hưu.',
      people: () => sql`select s.cadre_id from serving s where s.last_working_day is null`,
    },
  },
} satisfies Record<string, Kind>

function whyRetires(facts: Facts, rules: Rules): string {
  const { born, precision, age, last, basis, no, decided } = facts
  if (no)
    return `${decisionNamed(String(no), String(decided))}: làm việc hết ngày ${inVietnamese(String(last))}`
  const named = rules.retirement.bases.find(({ code }) => code === basis)?.label ?? ''
  const [years, months] = [Math.floor(Number(age) / 12), Number(age) % 12]
  const aged = months > 0 ? `${years} tuổi ${months} tháng` : `${years} tuổi`
  return `Sinh ${bornText(String(born), precision)}, ${named}: đủ ${aged}, làm việc hết ngày ${inVietnamese(String(last))}`
}

function bornText(born: string, precision: Facts[string] | undefined): string {
  if (precision === 'year') return `năm ${born.slice(0, 4)} (tính từ 01/01)`
  if (precision === 'month') return `tháng ${inVietnamese(born).slice(3)} (tính từ ngày 01)`
  return inVietnamese(born)
}
