import { plusDays, yearsBetween } from './days.ts'
import { leave, seatPerson, vacate } from './people.ts'
import type { MergerPlan } from './province-file.ts'
import {
  divisionsOf,
  type Person,
  type Post,
  type Rank,
  type Seat,
  type Unit,
  unitNamed,
  type World,
} from './world.ts'

export const BY_REORGANISATION = 'Nghỉ do sắp xếp tổ chức bộ máy (Nghị định 178/2024/NĐ-CP)'

/** Houses merged that month: leaders and divisions go over, the old house ends and names its heir. */
export function mergeHouses(world: World, month: string): void {
  for (const plan of world.file.mergers.filter(({ on }) => on === month)) {
    const into = unitNamed(world, plan.into)
    for (const name of plan.from) takeIn(world, unitNamed(world, name), into, plan)
    offerVacancies(world, into, month)
  }
}

function takeIn(world: World, from: Unit, into: Unit, plan: MergerPlan): void {
  absorb(world, from, into, plan.on)
  for (const division of divisionsOf(from)) {
    const twin = divisionsOf(into).find(({ name }) => name === division.name)
    if (twin) {
      absorb(world, division, twin, plan.on)
      close(division, plan.on)
      succeed(world, division, twin, 'merged_into', plan.on, plan.basis)
    } else reparent(division, from, into, plan.on)
  }
  close(from, plan.on)
  succeed(world, from, into, 'merged_into', plan.on, plan.basis)
}

/** Everybody finds a seat of the same rank; a second head becomes a deputy, beyond the seats if need be. */
function absorb(world: World, from: Unit, into: Unit, on: string): void {
  for (const post of from.posts) {
    for (const { holder } of post.seats) {
      if (!holder) continue
      if (goesEarly(world, holder, on)) leave(holder, on, BY_REORGANISATION, null)
      else seatIn(world, holder, placeFor(into, post.rank), on)
    }
  }
}

/** Those near the age of retirement often took the early leave that reorganisations offered. */
export function goesEarly(world: World, person: Person, on: string): boolean {
  return world.random.chance(yearsBetween(on, person.retiresFrom) < 5 ? 0.35 : 0.03)
}

const BELOW: Partial<Record<Rank, Rank>> = { head: 'deputy', division_head: 'division_deputy' }

function placeFor(into: Unit, rank: Rank): Seat {
  const same = into.posts.find((post) => post.rank === rank)
  const free = same?.seats.find(({ holder }) => !holder)
  if (free) return free
  const below = BELOW[rank]
  if (below) return placeFor(into, below)
  const post = same ?? into.posts.find(({ rank: other }) => other === 'deputy') ?? into.posts.at(-1)
  if (!post) throw new Error(`${into.name} has no post to take people in.`)
  return surplusSeat(post)
}

export function surplusSeat(post: Post): Seat {
  const seat: Seat = { post, no: post.seats.length + 1, holder: null, fillOn: null, surplus: true }
  post.seats.push(seat)
  return seat
}

/** Seats of a house that just began fall due like any vacancy. */
export function offerVacancies(world: World, unit: Unit, on: string): void {
  for (const seat of unit.posts.flatMap(({ seats }) => seats)) {
    if (!seat.holder && !seat.surplus) seat.fillOn ??= plusDays(on, world.random.int(20, 200))
  }
}

/** By transfer, except to the head of a house, which is appointed. */
export function seatIn(world: World, person: Person, seat: Seat, on: string): void {
  const from = person.seat?.post.unit ?? null
  vacate(person, on, 'Sắp xếp tổ chức bộ máy', null)
  const entry = seat.post.rank === 'head' ? 'appointment' : 'transfer'
  seatPerson(world, person, seat, on, entry, entry === 'transfer' ? from : null)
}

/** No seat of a closed unit is filled again. */
export function close(unit: Unit, on: string): void {
  unit.until = on
  for (const post of unit.posts) {
    post.until = on
    for (const seat of post.seats) seat.fillOn = null
  }
}

function reparent(unit: Unit, from: Unit, into: Unit, on: string): void {
  unit.formerParents.push({ parent: from, until: on })
  from.children.splice(from.children.indexOf(unit), 1)
  into.children.push(unit)
  unit.parent = into
}

export function succeed(
  world: World,
  unit: Unit,
  heir: Unit,
  relation: 'merged_into' | 'split_into' | 'tasks_to',
  on: string,
  basis: string,
): void {
  world.extras.push({
    table: 'unit_succession',
    row: {
      unit_id: unit.id,
      successor_id: heir.id,
      relation,
      took_effect_on: on,
      legal_basis: basis,
    },
  })
}
