import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { inScope } from '#server/organisation/in-scope.ts'
import { unitsOn } from '#server/organisation/units.ts'

export interface Houses {
  /** Agencies in the order of the tree, those the reader may see. */
  list: readonly { id: number; name: string; kind: string }[]
  /** Unit → the agency it belongs to: itself, or the one over a division or village. */
  of: ReadonlyMap<number, number>
  /** Whether a unit lies in another, or is it. */
  within(unitId: number, aboveId: number): boolean
}

/** Quotas are given to agencies, and their divisions share them. */
export async function housesOn(ctx: Pick<Context, 'db' | 'actor'>, asOf: string): Promise<Houses> {
  const { rows } = await sql<{
    id: number
    parentId: number | null
    name: string
    kind: string
    seen: boolean
  }>`with alive as (${unitsOn(asOf)})
    select a.id, a.parent_id as "parentId", a.name, a.kind, ${inScope(ctx)} as seen
    from alive a join unit u on u.id = a.id order by a.tree_from, a.id`.execute(ctx.db)
  const units = new Map(rows.map((row) => [row.id, row]))
  const isPart = (kind: string) => kind === 'division' || kind === 'village'
  const chain = (id: number): number[] => {
    const up: number[] = []
    for (let at: number | null = id; at !== null && up.length < 20; ) {
      up.push(at)
      at = units.get(at)?.parentId ?? null
    }
    return up
  }
  const of = new Map(
    rows.map(({ id }) => [id, chain(id).find((at) => !isPart(units.get(at)?.kind ?? '')) ?? id]),
  )
  return {
    list: rows.filter(({ id, seen }) => seen && of.get(id) === id),
    of,
    within: (unitId, aboveId) => chain(unitId).includes(aboveId),
  }
}
