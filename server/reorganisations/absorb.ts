import { moveQuotas } from '#server/organisation/quotas.ts'
import { endUnit, moveUnits, recordSuccession } from '#server/organisation/restructure.ts'
import { bringPeople, type PlacingRules } from './people.ts'
import { childrenThen } from './units-of-steps.ts'
import { mustBeQuiet, type UnitThen, type Work } from './work.ts'

type Relation = 'merged_into' | 'split_into' | 'renamed_to' | 'tasks_to'

/** People, divisions and quotas go over; the units end and name what followed them. */
export async function absorb(
  work: Work,
  from: readonly UnitThen[],
  into: UnitThen,
  rules: PlacingRules,
  relation: Relation,
): Promise<void> {
  for (const unit of from) await mustBeQuiet(work, unit, ['units'])
  await bringPeople(work, from, into, rules)
  for (const unit of from) {
    await bringChildren(work, unit, into, rules)
    work.changes.push(
      ...(await moveQuotas(work.db, { from: unit.id, to: into.id }, work.on, work.basis)),
    )
    await close(work, unit, into, relation)
  }
}

export async function close(work: Work, unit: UnitThen, heir: UnitThen, relation: Relation) {
  work.changes.push(
    ...(await endUnit(work.db, unit.id, work.on)),
    ...(await recordSuccession(work.db, unit.id, heir.id, relation, work.on, work.basis)),
  )
}

/** Divisions of the same name become one; the others only change their parent. */
export async function bringChildren(
  work: Work,
  unit: UnitThen,
  into: UnitThen,
  rules: PlacingRules,
) {
  const own = await childrenThen(work, into.id)
  const moved: number[] = []
  for (const child of await childrenThen(work, unit.id)) {
    const twin = own.find(({ name, kind }) => name === child.name && kind === child.kind)
    if (child.id === into.id || twin?.id === child.id) continue
    if (twin) await absorb(work, [child], twin, rules, 'merged_into')
    else moved.push(child.id)
  }
  work.changes.push(...(await moveUnits(work.db, moved, into.id, work.on)))
}
