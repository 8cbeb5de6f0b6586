import { ACTIONS } from '#server/directives/delegation-shape.ts'
import { LEVELS, MANAGED_BY, RANKS, UNIT_KINDS } from '#server/organisation/code-lists.ts'
import type { Delegation } from './delegations.ts'

const LISTS = {
  ranks: RANKS,
  levels: LEVELS,
  unitKinds: UNIT_KINDS,
  managedBy: MANAGED_BY,
} as const

/** Whom a delegation is about, in words; nothing when it is about everybody. */
export function patternWords(about: Delegation['about']): string {
  return Object.entries(LISTS)
    .flatMap(([name, list]: [string, Readonly<Record<string, { label: string }>>]) => {
      const codes: readonly string[] | undefined = about[name as keyof typeof LISTS]
      return codes ? [codes.map((code) => list[code]?.label ?? code).join(' hoặc ')] : []
    })
    .join(', ')
}

/** A delegation as a sentence: what, about whom, given to whom, where. */
export function delegationWords(one: Delegation, matterLabel: string): string {
  const about = patternWords(one.about)
  return [
    `${ACTIONS[one.action].label}: ${matterLabel}`,
    about ? `đối với ${about}` : '',
    `giao ${one.holder.words}`,
    one.withinUnitName ? `trong ${one.withinUnitName}` : '',
  ]
    .filter(Boolean)
    .join(', ')
}
