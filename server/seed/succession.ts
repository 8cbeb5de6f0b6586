import { plusMonths, plusYears } from './days.ts'
import {
  agencyOf,
  type Person,
  type Post,
  type Rank,
  type Seat,
  type Sex,
  subtree,
  type Unit,
  type World,
} from './world.ts'

/** Whom an empty seat would like: a wish, kept when somebody fits. */
export interface Wish {
  sex?: Sex
  bornAfter?: string
  bornBefore?: string
}

/** From which ranks a post is filled, the nearest first. */
const SOURCES: Partial<Record<Rank, Rank[]>> = {
  head: ['deputy', 'member', 'division_head'],
  deputy: ['member', 'division_head'],
  member: ['division_head', 'division_deputy'],
  division_head: ['division_deputy'],
  division_deputy: ['specialist'],
}

/** A commune has no divisions: its deputies come from its civil servants. */
const COMMUNE_SOURCES: Partial<Record<Rank, Rank[]>> = {
  head: ['deputy', 'member'],
  deputy: ['member', 'specialist'],
  member: ['specialist'],
  division_head: ['specialist'],
}

/** The person who is promoted into the seat on that day, if the house or its neighbours have one. */
export function successorFrom(
  world: World,
  seat: Seat,
  on: string,
  wish: Wish,
): Person | undefined {
  const home = agencyOf(seat.post.unit)
  const sources = (home.level === 'commune' ? COMMUNE_SOURCES : SOURCES)[seat.post.rank] ?? []
  for (const houses of [[home], neighbours(world, seat, home, on)]) {
    for (const rank of sources) {
      const able = houses.flatMap((house) => candidates(house, seat, rank, on))
      const found = choose(world, able, wish)
      if (found) return found
    }
  }
  return undefined
}

/** Houses of the same kind of work; leaders of the province come from all of its agencies. */
function neighbours(world: World, { post }: Seat, home: Unit, on: string): Unit[] {
  return world.units.filter(
    (unit) =>
      unit !== home &&
      unit.kind !== 'division' &&
      unit.level === home.level &&
      unit.from <= on &&
      (unit.until === null || on < unit.until) &&
      (post.managedBy === 'central' ? unit.block !== null : unit.block === home.block),
  )
}

/** Somebody of the same rank from another house: how transfers and rotations happen. */
export function peerFrom(world: World, seat: Seat, on: string): Person | undefined {
  const home = agencyOf(seat.post.unit)
  const peers = world.posts
    .filter(
      (post) =>
        post.rank === seat.post.rank &&
        post.managedBy === seat.post.managedBy &&
        post.inFrame === seat.post.inFrame &&
        post.unit.block !== null &&
        agencyOf(post.unit) !== home,
    )
    .flatMap((post) => holders(post))
    .filter((person) => seasoned(person, on) && person.retiresFrom > plusYears(on, 3))
  return peers.length > 0 ? world.random.pick(peers) : undefined
}

function candidates(unit: Unit, seat: Seat, rank: Rank, on: string): Person[] {
  const wanted = seat.post.rank
  const limit = plusYears(on, wanted === 'head' || wanted === 'deputy' ? 6 : 5)
  return subtree(unit)
    .filter((place) => place === unit || place.kind === 'division')
    .flatMap(({ posts }) => posts)
    .filter((post) => post.rank === rank && isOpen(post, on))
    .flatMap(holders)
    .filter(
      (person) =>
        person.seat !== seat &&
        seasoned(person, on) &&
        person.retiresFrom > limit &&
        person.born < plusYears(on, wanted === 'division_deputy' ? -29 : -33),
    )
}

function choose(world: World, people: Person[], wish: Wish): Person | undefined {
  if (people.length === 0) return undefined
  const fitting = people.filter(
    ({ sex, born }) =>
      (wish.sex === undefined || sex === wish.sex) &&
      (wish.bornAfter === undefined || born > wish.bornAfter) &&
      (wish.bornBefore === undefined || born <= wish.bornBefore),
  )
  return fitting.length > 0 ? world.random.pick(fitting) : undefined
}

const holders = (post: Post): Person[] =>
  post.seats.flatMap(({ holder }) => (holder ? [holder] : []))

const isOpen = (post: Post, on: string): boolean => post.until === null || on < post.until

/** Two years in the present post before the next. */
function seasoned(person: Person, on: string): boolean {
  const present = person.tenures.findLast(({ holding }) => holding === 'main')
  return present !== undefined && present.from < plusMonths(on, -24)
}
