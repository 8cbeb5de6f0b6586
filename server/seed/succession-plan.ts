import { dayBetween, openFrom, plusYears } from './days.ts'
import { type Person, tenureOn, type World } from './world.ts'

const TERM = '2025-2030'
const DECIDED = ['2022-06-15', '2023-11-30'] as const

/** Post held → title planned for, and how many of the holders are planned. */
const STEPS: Record<string, [title: string, share: number]> = {
  department_deputy: ['department_head', 0.55],
  party_board_deputy: ['party_board_head', 0.5],
  mass_organisation_deputy: ['mass_organisation_head', 0.5],
  division_head: ['department_deputy', 0.42],
  division_deputy: ['division_head', 0.5],
  specialist: ['division_deputy', 0.16],
  commune_vice_chair: ['commune_chair', 0.35],
  commune_chair: ['commune_secretary', 0.3],
}

/** The succession plan of the term: people planned one step above what they held when it was made. */
export function planSuccession(world: World): void {
  for (const person of world.people) {
    const on = dayBetween(world.random, ...DECIDED)
    const tenure = tenureOn(person, on)
    const [title_code, share] = STEPS[tenure?.post?.titleCode ?? ''] ?? []
    if (!title_code || !tenure || !world.random.chance(share ?? 0) || !hasTime(person, on)) continue
    world.extras.push({
      table: 'succession_entry',
      row: {
        cadre_id: person.id,
        title_code,
        unit_id: null,
        term: TERM,
        decided_on: on,
        decision_no: `${world.random.int(101, 899)}-QĐ/TU`,
        during: person.leftOn ? `[${on},${person.leftOn})` : openFrom(on),
      },
    })
  }
}

/** Planned people can serve at least one whole term. */
const hasTime = (person: Person, on: string): boolean => person.retiresFrom > plusYears(on, 5)
