import { sql } from 'kysely'
import type { Condition } from '#rules/condition.ts'
import type { Fact, Subject } from '#rules/vocabulary.ts'
import type { Asked } from '#server/organisation/standards.ts'
import { FIELDS, SKILL_LEVELS } from '../code-lists.ts'
import { servingCadre } from '../facts.ts'

/** People serving, with the words that standards use beyond those of directives. */
export function standardSubject(asked: readonly Asked[]): Subject {
  const own = asked.flatMap((one): [string, Fact][] => {
    if (one.requirement === 'fields') return [[wordOf(one), fieldsFact(one.level.split(','))]]
    return one.requirement === 'other' ? [[wordOf(one), confirmedFact(one.level)]] : []
  })
  return {
    ...servingCadre,
    facts: { ...servingCadre.facts, ...COMMON, ...Object.fromEntries(own) },
  }
}

/** One line of a standard as a condition, so that it is weighed and explained like the law is. */
export function conditionOf(asked: Asked): Condition {
  const fact = wordOf(asked)
  if (asked.requirement === 'fields' || asked.requirement === 'other')
    return { fact, comparison: 'is', values: [true] }
  const level = asked.requirement === 'experience_years' ? Number(asked.level) : asked.level
  return { fact, comparison: 'at_least', values: [level] }
}

const wordOf = ({ requirement, level }: Asked): string =>
  requirement === 'fields' || requirement === 'other' ? `${requirement}:${level}` : requirement

const COMMON: Record<string, Fact> = {
  skills: {
    label: 'Kỹ năng công tác',
    type: 'ordered',
    values: SKILL_LEVELS,
    order: 'skills_order',
    sql: () => sql`held.skills`,
    joins: ['certificates'],
    paper: 'Bổ sung chứng nhận bồi dưỡng kỹ năng',
  },
  experience_years: {
    label: 'Số năm công tác',
    type: 'number',
    sql: ({ asOf }) => sql`extract(year from age(${asOf}::timestamp, coalesce(c.first_recruited_on,
      (select min(lower(during)) from employment first where first.cadre_id = c.id))::timestamp))::integer`,
    paper: 'Bổ sung quyết định tuyển dụng lần đầu',
  },
}

/** Any degree counts, not only the highest; a degree whose field nobody wrote leaves it open. */
const fieldsFact = (fields: string[]): Fact => ({
  label: `Có bằng thuộc ngành: ${fields.map((code) => (FIELDS as Record<string, { label: string }>)[code]?.label ?? code).join(', ')}`,
  type: 'flag',
  sql: ({ asOf }) => sql`(select case when bool_or(field = any(${fields}::text[])) then true
      when count(*) = 0 or bool_or(field is null and level <> 'none') then null else false end
    from qualification own where own.cadre_id = c.id
      and (awarded_on is null or awarded_on <= ${asOf}::date))`,
  paper: 'Bổ sung văn bằng có ghi ngành đào tạo',
})

/** No record answers it: somebody has to confirm, and until then it stays open. */
const confirmedFact = (words: string): Fact => ({
  label: words,
  type: 'flag',
  sql: ({ asOf }) => sql`(select s.meets from standard_confirmation s
    where s.cadre_id = c.id and s.words = ${words} and s.confirmed_on <= ${asOf}::date
    order by s.confirmed_on desc, s.id desc limit 1)`,
  paper: 'Đơn vị xác nhận bằng văn bản',
})
