import { searchable } from '#server/kernel/text.ts'
import type { UnitRow } from '#web/lib/shapes-of-cadres.ts'

export interface Line {
  unit: UnitRow
  depth: number
  children: number
}

export interface Narrowing {
  words: string
  onlyVacant: boolean
  block: string | undefined
}

/** Children by their parent; a unit whose parent is not in sight stands at the top. */
export function childrenOf(units: UnitRow[]): Map<number | null, UnitRow[]> {
  const known = new Set(units.map(({ id }) => id))
  const children = new Map<number | null, UnitRow[]>()
  for (const unit of units) {
    const parent = unit.parentId !== null && known.has(unit.parentId) ? unit.parentId : null
    children.set(parent, [...(children.get(parent) ?? []), unit])
  }
  return children
}

/** The lines on screen: open branches, or what a filter finds with the way down to it. */
export function linesOf(
  units: UnitRow[],
  opened: ReadonlySet<number>,
  narrowing: Narrowing,
): Line[] {
  const children = childrenOf(units)
  const kept = keptBy(units, children, narrowing)
  const lines: Line[] = []
  const walk = (parent: number | null, depth: number) => {
    for (const unit of children.get(parent) ?? []) {
      if (kept && !kept.has(unit.id)) continue
      const below = (children.get(unit.id) ?? []).filter(({ id }) => !kept || kept.has(id))
      lines.push({ unit, depth, children: below.length })
      if (opened.has(unit.id) || kept) walk(unit.id, depth + 1)
    }
  }
  walk(null, 0)
  return lines
}

/** Ids that match, and those above them; undefined when nothing is asked. */
function keptBy(
  units: UnitRow[],
  children: Map<number | null, UnitRow[]>,
  { words, onlyVacant, block }: Narrowing,
): Set<number> | undefined {
  const wanted = searchable(words)
  if (!wanted && !onlyVacant && !block) return undefined
  const kept = new Set<number>()
  const visit = (unit: UnitRow): boolean => {
    const below = (children.get(unit.id) ?? []).map(visit).some(Boolean)
    const matches =
      (!wanted || searchable(unit.name).includes(wanted)) &&
      (!onlyVacant || (unit.vacant ?? 0) > 0) &&
      (!block || unit.block === block)
    if (matches || below) kept.add(unit.id)
    return matches || below
  }
  for (const unit of children.get(null) ?? []) visit(unit)
  return units.length > 0 ? kept : undefined
}
