import { populate } from './population.ts'
import { type Customs, simulate } from './simulation.ts'
import type { Unit, World } from './world.ts'

/** A province without printed figures: a drawn snapshot and the months after it. */
export function live(world: World, customs: Customs = {}): void {
  populate(world, () => false)
  simulate(world, { peers: 0.08, ...customs })
}

/** Kinds of unit that directives address as "cơ quan, đơn vị": neither divisions nor communes. */
const AGENCIES = new Set([
  'party_advisory',
  'party_service_unit',
  'mass_organisation',
  'council_office',
  'department',
  'service_unit',
  'district',
  'bloc_committee',
])

export function agencies(world: World, on: string): Unit[] {
  return world.units.filter(
    (unit) =>
      AGENCIES.has(unit.kind) && unit.from <= on && (unit.until === null || on < unit.until),
  )
}
