import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { unitsOn } from '#server/organisation/units.ts'

/** Ranks from below; a committee member stands on no step of it. */
const STEPS = ['staff', 'specialist', 'division_deputy', 'division_head', 'deputy', 'head']

export interface LadderPost {
  id: number
  unitId: number
  unit: string
  titleCode: string
  name: string
  rank: string
}

export interface Ladder {
  byId: ReadonlyMap<number, LadderPost>
  /** The lowest post above a rank in the unit, else in the units above it. */
  above(unitId: number, rank: string): LadderPost | null
}

/** Posts of a day, and who stands over whom: read once for everybody asked about. */
export async function ladderOn(db: Db, asOf: string): Promise<Ladder> {
  const posts = await sql<LadderPost>`
    with alive as materialized (${unitsOn(asOf)})
    select p.id, p.unit_id as "unitId", a.name as unit, p.title_code as "titleCode", p.name, p.rank
    from post p join alive a on a.id = p.unit_id where p.during @> ${asOf}::date
    order by p.id`.execute(db)
  const parents = await sql<{ id: number; parentId: number | null }>`
    select id, parent_id as "parentId" from (${unitsOn(asOf)}) alive`.execute(db)
  const parentOf = new Map(parents.rows.map(({ id, parentId }) => [id, parentId]))
  const inUnit = Map.groupBy(posts.rows, ({ unitId }) => unitId)
  const above = (unitId: number, rank: string): LadderPost | null => {
    const own = STEPS.indexOf(rank)
    if (own < 0) return null
    let unit: number | null = unitId
    for (let height = 0; unit !== null && height < 3; height++) {
      const higher: LadderPost | undefined = (inUnit.get(unit) ?? [])
        .filter((post) => STEPS.indexOf(post.rank) > own)
        .toSorted((a, b) => STEPS.indexOf(a.rank) - STEPS.indexOf(b.rank))[0]
      if (higher) return higher
      unit = parentOf.get(unit) ?? null
    }
    return null
  }
  return { byId: new Map(posts.rows.map((post) => [post.id, post])), above }
}

/** Ranks a post is usually filled from: its own, and the step below. */
export function ranksFeeding(rank: string): string[] {
  const step = STEPS.indexOf(rank)
  return step < 0 ? [rank] : STEPS.slice(Math.max(step - 1, 0), step + 1)
}
