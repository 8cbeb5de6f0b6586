import {
  DEGREES,
  FIELDS,
  IT_LEVELS,
  LANGUAGE_LEVELS,
  POLITICAL_THEORY,
  SKILL_LEVELS,
  STATE_MANAGEMENT,
} from '#server/cadres/code-lists.ts'
import type { Requirement } from '#server/organisation/position-kinds.ts'

type List = Record<string, { label: string }>

/** What can be chosen for a requirement; nothing where it is written freely. */
export const LEVELS_OF: Partial<Record<Requirement, List>> = {
  degree: DEGREES,
  fields: FIELDS,
  political_theory: POLITICAL_THEORY,
  state_management: STATE_MANAGEMENT,
  language: LANGUAGE_LEVELS,
  it: IT_LEVELS,
  skills: SKILL_LEVELS,
}

export function levelName(requirement: Requirement, level: string): string {
  const list = LEVELS_OF[requirement]
  if (list)
    return level
      .split(',')
      .map((code) => list[code]?.label ?? code)
      .join(', ')
  return requirement === 'experience_years' ? `từ ${level} năm` : level
}
