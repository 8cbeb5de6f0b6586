import { sql } from 'kysely'
import type { Fact } from '#rules/vocabulary.ts'
import {
  DEGREES,
  IT_LEVELS,
  LANGUAGE_LEVELS,
  POLITICAL_THEORY,
  STATE_MANAGEMENT,
} from './code-lists.ts'

/** Levels of schooling and certificates, and whether they reach what the own title asks. */
export const levelFacts: Readonly<Record<string, Fact>> = {
  degree: {
    label: 'Trình độ chuyên môn',
    type: 'ordered',
    values: DEGREES,
    order: 'degree_order',
    sql: () => sql`degree.level_no`,
    joins: ['degree'],
    paper: 'Bổ sung văn bằng chuyên môn',
  },
  political_theory: level(
    'Lý luận chính trị',
    POLITICAL_THEORY,
    'political_theory',
    'bằng lý luận chính trị',
  ),
  state_management: level(
    'Bồi dưỡng quản lý nhà nước',
    STATE_MANAGEMENT,
    'state_management',
    'chứng chỉ quản lý nhà nước',
  ),
  language: level('Ngoại ngữ', LANGUAGE_LEVELS, 'language', 'chứng chỉ ngoại ngữ'),
  it: level('Tin học', IT_LEVELS, 'it', 'chứng chỉ tin học'),
  meets_degree_standard: standard(
    'Chuyên môn đạt chuẩn chức danh',
    'degree',
    sql`degree.level_no`,
    'văn bằng chuyên môn',
  ),
  meets_state_management_standard: standard(
    'Quản lý nhà nước đạt chuẩn chức danh',
    'state_management',
  ),
  meets_skill_standard: standard('Kỹ năng công tác đạt chuẩn chức danh', 'skills'),
  meets_language_standard: standard('Ngoại ngữ đạt chuẩn chức danh', 'language'),
  meets_it_standard: standard('Tin học đạt chuẩn chức danh', 'it'),
}

function level(label: string, values: Fact['values'], kind: string, paper: string): Fact {
  const column = sql.id('held', kind)
  return {
    label,
    type: 'ordered',
    values,
    order: `${kind}_order`,
    sql: () => sql`${column}`,
    joins: ['certificates'],
    paper: `Bổ sung ${paper}`,
  }
}

/** Holds at least what the own title asks; unknown without a title or without the paper. */
function standard(
  label: string,
  requirement: string,
  held = sql`${sql.id('held', requirement)}`,
  paper = 'chứng chỉ',
): Fact {
  const asked = sql.id('asked', requirement)
  return {
    label,
    type: 'flag',
    sql: () =>
      sql`(case when p.title_code is null then null when ${asked} is null then true else ${held} >= ${asked} end)`,
    joins: ['post', 'standard', requirement === 'degree' ? 'degree' : 'certificates'],
    paper: `Bổ sung ${paper} còn thiếu`,
  }
}
