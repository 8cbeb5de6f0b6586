import { sql } from 'kysely'
import type { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import type { Change } from '#server/organisation/changes.ts'
import type { personShape, Snapshot } from './effect.ts'
import { WAITING } from './people.ts'

interface Moved {
  one: z.output<typeof personShape>
  waits: boolean
  /** A leader borne beyond the seats of the post. */
  over: boolean
}

/** What is read of a row of tenure as the changes hold it. */
interface Tenure {
  cadre_id: number
  unit_id: number
  post_id: number | null
  title: string
  holding: string
  during: string
  from_unit_id: number | null
}

/**
 * Whoever begins in another unit on the day, by units and names. Where they came from is in the
 * changes and what units are called in the snapshots, so only the people are asked for.
 */
export async function movedPeople(
  db: Db,
  on: string,
  changes: readonly Change[],
  { before, after }: { before: Snapshot; after: Snapshot },
): Promise<Moved[]> {
  const own = changes.filter(({ table }) => table === 'tenure')
  const arrived = new Map<number, Tenure>()
  const left = new Map<number, Tenure>()
  for (const { was, became } of own as { was: Tenure | null; became: Tenure | null }[]) {
    if (was?.holding === 'main') left.set(was.cadre_id, was)
    const begins = became?.during.slice(1, 11) === on && became.from_unit_id !== null
    if (became?.holding === 'main' && begins) arrived.set(became.cadre_id, became)
  }
  const posts = [...new Set([...arrived.values()].flatMap(({ post_id }) => post_id ?? []))]
  const crowded = await crowdedPosts(db, posts, on)
  const homeless = [...arrived.values()].filter(({ post_id }) => post_id === null)
  const titles = await titlesOf(db, [...new Set(homeless.map(({ unit_id }) => unit_id))], on)
  const { rows: people } = await sql<{ id: number; recordNo: string; name: string }>`
    select id, record_no as "recordNo", full_name as name from cadre
    where id = any(${[...arrived.keys()]}::integer[]) order by name_key, id`.execute(db)
  const places = new Map([...after.keys()].map((id, place) => [id, place]))
  return people
    .flatMap(({ id, recordNo, name }) => {
      const now = arrived.get(id)
      if (!now) return []
      const unit = after.get(now.unit_id)
      const one = {
        ...{ cadreId: id, recordNo, name },
        fromUnit: before.get(now.from_unit_id ?? 0)?.name ?? '',
        fromTitle: left.get(id)?.title ?? now.title,
        toUnit: unit?.name ?? '',
        toUnitCode: unit?.code ?? '',
        toTitle: now.title,
        titles: now.post_id === null ? (titles.get(now.unit_id) ?? []) : [],
      }
      const waits = now.post_id === null && now.title === WAITING
      const over = now.post_id !== null && crowded.has(now.post_id)
      return [{ place: places.get(now.unit_id) ?? 0, moved: { one, waits, over } }]
    })
    .toSorted((a, b) => a.place - b.place)
    .map(({ moved }) => moved)
}

/** Posts of leaders with more holders that day than seats. */
async function crowdedPosts(db: Db, ids: readonly number[], on: string): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select p.id from post p join tenure h on h.post_id = p.id and h.holding <> 'acting'
      and h.during @> ${on}::date
    where p.id = any(${ids}::integer[])
      and p.rank in ('head', 'deputy', 'member', 'division_head', 'division_deputy')
    group by p.id having count(*) > p.seats`.execute(db)
  return new Set(rows.map(({ id }) => id))
}

/** Titles a unit has that day, for those who wait there. */
async function titlesOf(db: Db, unitIds: readonly number[], on: string) {
  const { rows } = await sql<{ unitId: number; code: string; name: string }>`
    select distinct unit_id as "unitId", title_code as code, name from post
    where unit_id = any(${unitIds}::integer[]) and during @> ${on}::date
    order by unit_id, title_code, name`.execute(db)
  const titles = new Map<number, { code: string; name: string }[]>()
  for (const { unitId, code, name } of rows)
    titles.set(unitId, [...(titles.get(unitId) ?? []), { code, name }])
  return titles
}
