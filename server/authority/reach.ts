import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { unitsOn } from '#server/organisation/units.ts'
import type { Delegation } from './delegations.ts'

export interface UnitOnPath {
  id: number
  code: string
  name: string
  kind: string
  level: string
}

/** The unit and those above it that day, the unit itself first; empty when it did not exist. */
export async function pathOf({ db }: Context, unitId: number, on: string): Promise<UnitOnPath[]> {
  const { rows } = await sql<UnitOnPath>`
    with recursive alive as materialized (${unitsOn(on)}),
    path as (
      select a.*, 0 as height from alive a where a.id = ${unitId}::integer
      union all
      select a.*, p.height + 1 from path p join alive a on a.id = p.parent_id)
    select id, code, name, kind, level from path order by height`.execute(db)
  return rows
}

/** A division belongs to the kind of the agency it is part of. */
export function agencyOf(path: readonly UnitOnPath[]): UnitOnPath | undefined {
  return path.find(({ kind }) => kind !== 'division') ?? path[0]
}

/** The post asked about, when the question names one. */
export interface PostAsked {
  rank: string
  managedBy: string | null
}

export function covers(
  { about, withinUnitId }: Delegation,
  path: readonly UnitOnPath[],
  post: PostAsked | null,
): boolean {
  const agency = agencyOf(path)
  if (!agency) return false
  if (withinUnitId !== null && !path.some(({ id }) => id === withinUnitId)) return false
  const open = (list: readonly string[] | undefined, code: string | null) =>
    !list || (code !== null && list.includes(code))
  if (!open(about.unitKinds, agency.kind) || !open(about.levels, agency.level)) return false
  return !post || (open(about.ranks, post.rank) && open(about.managedBy, post.managedBy))
}

/**
 * About the same matter, action and posts only the strongest stay: the province's own before a pack,
 * the deeper unit before the wider, the later text before the earlier.
 */
export function strongest(
  delegations: readonly Delegation[],
  path: readonly UnitOnPath[],
): Delegation[] {
  const key = ({ matter, action, about }: Delegation) => `${matter} ${action} ${patternKey(about)}`
  const depth = ({ withinUnitId }: Delegation) =>
    withinUnitId === null ? path.length : path.findIndex(({ id }) => id === withinUnitId)
  const beats = (a: Delegation, b: Delegation) => {
    if ((a.id === null) !== (b.id === null)) return a.id !== null
    if (depth(a) !== depth(b)) return depth(a) < depth(b)
    return a.from > b.from
  }
  return delegations.filter(
    (one) => !delegations.some((other) => key(other) === key(one) && beats(other, one)),
  )
}

/** The same posts in another order are the same posts. */
export function patternKey(about: Delegation['about']): string {
  return JSON.stringify(
    Object.entries(about)
      .map(([name, codes]) => [name, [...(codes ?? [])].sort()] as const)
      .sort(([a], [b]) => a.localeCompare(b)),
  )
}
