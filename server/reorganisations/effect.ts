import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import type { Change } from '#server/organisation/changes.ts'
import { quotasOn } from '#server/organisation/quotas.ts'
import { unitsOn } from '#server/organisation/units.ts'
import { movedPeople } from './moved-people.ts'

const unitNumbers = z.object({
  name: z.string(),
  parent: z.string().nullable(),
  people: z.number(),
  seats: z.number(),
  vacant: z.number(),
  /** Holders beyond the seats. */
  over: z.number(),
  quotas: z.record(z.string(), z.number()),
})
export type UnitNumbers = z.output<typeof unitNumbers>

export const personShape = z.object({
  cadreId: z.number(),
  recordNo: z.string(),
  name: z.string(),
  fromUnit: z.string(),
  fromTitle: z.string(),
  toUnit: z.string(),
  toUnitCode: z.string(),
  toTitle: z.string(),
  /** Titles the unit has, for somebody who waits there. */
  titles: z.array(z.object({ code: z.string(), name: z.string() })),
})

const two = <T extends z.ZodType>(shape: T) => z.object({ before: shape, after: shape })

export const effectShape = z.object({
  people: two(z.number()).extend({ moved: z.array(personShape) }),
  posts: two(z.object({ seats: z.number(), vacant: z.number(), over: z.number() })),
  quotas: two(z.record(z.string(), z.number())),
  units: z.array(
    z.object({
      id: z.number(),
      code: z.string(),
      before: unitNumbers.nullable(),
      after: unitNumbers.nullable(),
    }),
  ),
  withoutPost: z.array(personShape),
  /** Leaders borne beyond the seats of their post. */
  overSeats: z.array(personShape),
})
export type Effect = z.output<typeof effectShape>

export type Snapshot = ReadonlyMap<number, UnitNumbers & { code: string }>

/** Every unit of the province that day with its own numbers: what before and after compare. */
export async function snapshot(db: Db, on: string): Promise<Snapshot> {
  const { rows } = await sql<UnitNumbers & { id: number; code: string }>`
    with alive as materialized (${unitsOn(on)}),
    held as (
      select post_id, count(*) as held from tenure
      where holding <> 'acting' and during @> ${on}::date and post_id is not null group by post_id),
    posts as (
      select p.unit_id, sum(p.seats)::integer as seats,
        sum(greatest(p.seats - coalesce(h.held, 0), 0))::integer as vacant,
        sum(greatest(coalesce(h.held, 0) - p.seats, 0))::integer as over
      from post p left join held h on h.post_id = p.id
      where p.during @> ${on}::date group by p.unit_id),
    people as (
      select unit_id, count(*)::integer as people from tenure
      where holding = 'main' and during @> ${on}::date group by unit_id),
    quotas as (
      select unit_id, jsonb_object_agg(employment_kind, quota) as quotas
      from (${quotasOn(on)}) q group by unit_id)
    select a.id, a.code, a.name, above.name as parent, coalesce(s.people, 0) as people,
      coalesce(p.seats, 0) as seats, coalesce(p.vacant, 0) as vacant, coalesce(p.over, 0) as over,
      coalesce(q.quotas, '{}') as quotas
    from alive a left join alive above on above.id = a.parent_id
    left join posts p on p.unit_id = a.id left join people s on s.unit_id = a.id
    left join quotas q on q.unit_id = a.id order by a.tree_from, a.id`.execute(db)
  return new Map(rows.map(({ id, ...numbers }) => [id, numbers]))
}

/** Before beside after: only units whose numbers, name or place differ, and people by name. */
export async function effectOf(
  db: Db,
  on: string,
  before: Snapshot,
  changes: readonly Change[],
): Promise<Effect> {
  const after = await snapshot(db, on)
  const moved = await movedPeople(db, on, changes, { before, after })
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  return {
    people: { ...sums(before, after, ({ people }) => people), moved: moved.map(({ one }) => one) },
    posts: { before: postsOf(before), after: postsOf(after) },
    quotas: { before: quotasOf(before), after: quotasOf(after) },
    units: ids
      .map((id) => ({
        id,
        code: (before.get(id) ?? after.get(id))?.code ?? '',
        before: before.get(id) ?? null,
        after: after.get(id) ?? null,
      }))
      .filter(({ before: was, after: is }) => JSON.stringify(was) !== JSON.stringify(is)),
    withoutPost: moved.filter(({ waits }) => waits).map(({ one }) => one),
    overSeats: moved.filter(({ over }) => over).map(({ one }) => one),
  }
}

function sums(before: Snapshot, after: Snapshot, read: (one: UnitNumbers) => number) {
  const total = (all: Snapshot) => [...all.values()].reduce((sum, one) => sum + read(one), 0)
  return { before: total(before), after: total(after) }
}

function postsOf(all: Snapshot) {
  const of = (read: (one: UnitNumbers) => number) => sums(all, all, read).after
  return {
    seats: of((one) => one.seats),
    vacant: of((one) => one.vacant),
    over: of((one) => one.over),
  }
}

function quotasOf(all: Snapshot): Record<string, number> {
  const total: Record<string, number> = {}
  for (const { quotas } of all.values())
    for (const [kind, quota] of Object.entries(quotas)) total[kind] = (total[kind] ?? 0) + quota
  return total
}
