import { sql } from 'kysely'
import type { Body } from '#server/directives/task-shape.ts'
import type { Context } from '#server/kernel/context.ts'

/** A unit that ever was, with who took over from it. */
export interface KnownUnit {
  id: number
  code: string
  name: string
  kind: string
  from: string
  to: string | null
  treeFrom: number
  heirs: { id: number; on: string }[]
}

export async function knownUnits({ db }: Context, on: string): Promise<KnownUnit[]> {
  const { rows } = await sql<KnownUnit>`
    select u.id, u.code, u.kind, u.tree_from as "treeFrom", lower(u.during)::text as "from",
      upper(u.during)::text as "to",
      coalesce((select name from unit_name n where n.unit_id = u.id and lower(n.during) <= ${on}::date
        order by lower(n.during) desc limit 1), u.code) as name,
      coalesce((select json_agg(json_build_object('id', s.successor_id, 'on', s.took_effect_on)
        order by s.took_effect_on) from unit_succession s where s.unit_id = u.id), '[]') as heirs
    from unit u
    where u.kind not in ('division', 'village') and lower(u.during) <= ${on}::date
    order by u.tree_from, u.id`.execute(db)
  return rows
}

const exists = ({ from, to }: KnownUnit, on: string) => from <= on && (to === null || on < to)

export interface Resolved {
  unit: KnownUnit
  /** The unit itself and those whose tasks it took over. */
  ids: number[]
}

/** The units a body of a text means on a day: one by code or name, or every one of some kinds. */
export function unitsOf(
  body: Body | undefined,
  units: readonly KnownUnit[],
  on: string,
): Resolved[] {
  if (!body) return []
  if (body.kinds) {
    const kinds = new Set<string>(body.kinds)
    return units
      .filter((unit) => kinds.has(unit.kind) && exists(unit, on))
      .map((unit) => ({ unit, ids: [unit.id] }))
  }
  const name = body.label.toLowerCase()
  const meant =
    units.find(({ code }) => body.unit !== undefined && code === body.unit) ??
    units.find((unit) => unit.name.toLowerCase() === name)
  return meant ? inheritedBy(meant, units, on, [meant.id]) : []
}

/** A merged unit leaves its tasks to the one that took over, however often that happened. */
function inheritedBy(
  unit: KnownUnit,
  units: readonly KnownUnit[],
  on: string,
  ids: number[],
): Resolved[] {
  if (exists(unit, on)) return [{ unit, ids }]
  const heir = unit.heirs.find(({ id, on: since }) => since <= on && !ids.includes(id))
  const next = units.find(({ id }) => id === heir?.id)
  return next ? inheritedBy(next, units, on, [...ids, next.id]) : [{ unit, ids }]
}
