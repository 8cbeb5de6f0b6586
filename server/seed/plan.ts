import type { Tables } from '#server/kernel/tables.generated.ts'
import { openFrom, range } from './days.ts'
import { thinOut } from './gaps.ts'
import { type ExcellentShare, ratePeople } from './ratings.ts'
import { recordsOf } from './records.ts'
import { titleRows } from './title-rows.ts'
import type { Unit, World } from './world.ts'

export type Rows = Map<keyof Tables, object[]>

/** The whole province as rows, in the order the foreign keys want. */
export function planRows(world: World, excellent?: ExcellentShare): Rows {
  const rows: Rows = new Map(Object.entries(organisationRows(world)) as [keyof Tables, object[]][])
  for (const [table, added] of planPeople(world, excellent)) rows.set(table, added)
  for (const { table, row } of world.extras) {
    const list = rows.get(table)
    if (list) list.push(row)
    else rows.set(table, [row])
  }
  return rows
}

/** The people alone, with the holes every record room has. */
export function planPeople(world: World, excellent?: ExcellentShare): Rows {
  const rows: Rows = new Map()
  for (const person of world.people) {
    const records = Object.entries(recordsOf(world, person)) as [keyof Tables, object[]][]
    for (const [table, added] of records) {
      const list = rows.get(table)
      if (list) list.push(...added)
      else rows.set(table, added)
    }
  }
  const { people, units } = ratePeople(world, excellent)
  rows.set('rating', people)
  if (world.idsFrom === 0) rows.set('unit_rating', units)
  thinOut(world, rows)
  return rows
}

function organisationRows(world: World): Partial<Record<keyof Tables, object[]>> {
  const numbers = treeNumbers(world)
  const { units, posts, file } = world
  return {
    unit: units.map((unit) => ({
      id: unit.id,
      code: unit.code,
      kind: unit.kind,
      level: unit.level,
      block: unit.block,
      national_code: unit.nationalCode ?? null,
      during: range(unit.from, unit.until),
      ...numbers.get(unit),
    })),
    unit_name: units.map((unit) => ({
      unit_id: unit.id,
      name: unit.name,
      short_name: unit.short,
      during: range(unit.from, unit.until),
    })),
    unit_parent: units.flatMap(parentRows),
    ...titleRows([...world.titles.values()]),
    post: posts.map((post) => ({
      id: post.id,
      unit_id: post.unit.id,
      title_code: post.titleCode,
      name: post.name,
      rank: post.rank,
      managed_by: post.managedBy,
      seats: post.seats.filter(({ surplus }) => !surplus).length,
      in_frame: post.inFrame,
      is_key: post.isKey,
      during: range(post.from, post.until),
    })),
    staffing_quota: quotaRows(world),
    pack_adoption: file.packs.map(({ id, from, until, basis }) => ({
      pack_id: id,
      during: until ? range(from, until) : openFrom(from),
      basis: basis ?? null,
    })),
  }
}

function parentRows(unit: Unit): object[] {
  const rows = []
  let from = unit.from
  for (const { parent, until } of unit.formerParents) {
    rows.push({ unit_id: unit.id, parent_id: parent.id, during: range(from, until) })
    from = until
  }
  if (unit.parent) {
    rows.push({ unit_id: unit.id, parent_id: unit.parent.id, during: range(from, unit.until) })
  }
  return rows
}

/** Depth first, as row-level security compares: a subtree is one range of numbers. */
export function treeNumbers(world: World): Map<Unit, { tree_from: number; tree_to: number }> {
  const numbers = new Map<Unit, { tree_from: number; tree_to: number }>()
  let last = 0
  const visit = (unit: Unit): number => {
    const from = ++last
    for (const child of unit.children) visit(child)
    numbers.set(unit, { tree_from: from, tree_to: last })
    return last
  }
  for (const unit of world.units) if (!unit.parent) visit(unit)
  return numbers
}

/** A house's quota is its seats of the kind, and yearly the same unless posts begin or end. */
function quotaRows(world: World): object[] {
  const seats = new Map<string, number>()
  const until = Number(world.file.simulated_until.slice(0, 4))
  for (const post of world.posts) {
    if (post.managedBy === 'central') continue
    for (let year = world.file.first_rated_year; year <= until; year++) {
      if (post.from > `${year}-07-01` || (post.until && post.until <= `${year}-07-01`)) continue
      const key = `${houseOf(post.unit).id}|${post.employment}|${year}`
      seats.set(key, (seats.get(key) ?? 0) + post.seats.filter(({ surplus }) => !surplus).length)
    }
  }
  return [...seats].map(([key, quota]) => {
    const [unit, employment_kind, year] = key.split('|')
    return { unit_id: Number(unit), employment_kind, year: Number(year), quota }
  })
}

const houseOf = (unit: Unit): Unit =>
  unit.kind === 'division' && unit.parent ? houseOf(unit.parent) : unit
