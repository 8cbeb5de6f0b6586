import { plusDays, plusMonths, plusYears, workday } from './days.ts'
import { move } from './simulation.ts'
import { agencyOf, type Person, type Seat, type World } from './world.ts'

const TERM_YEARS = 3

/**
 * Each district keeps one or two division posts for provincial civil servants (01-ĐA/TU, III.5);
 * they arrive in one district after the other over three years.
 */
export function reserveTermPostings(world: World): void {
  const { random, file } = world
  const districts = world.units.filter(({ kind }) => kind === 'district')
  districts.forEach((district, order) => {
    const seats = district.children
      .flatMap(({ posts }) => posts)
      .filter(({ rank }) => rank === 'division_deputy' || rank === 'division_head')
      .flatMap((post) => post.seats)
    for (const seat of random.shuffle(seats).slice(0, random.int(1, 2))) {
      seat.postingOn = plusDays(file.snapshot_on, 150 + order * 120 + random.int(0, 100))
    }
  })
}

/** Deputy division heads and specialists of at most 35 (01-ĐA/TU, II.II.6) set out that month. */
export function dueTermPostings(world: World, month: string): void {
  const next = plusMonths(month, 1)
  for (const post of world.posts) {
    for (const seat of post.seats) {
      if (!seat.postingOn || seat.postingOn < month || seat.postingOn >= next || seat.holder)
        continue
      send(world, seat, workday(plusDays(month, world.random.int(0, 20))))
    }
  }
}

function send(world: World, seat: Seat, on: string): void {
  const ranks = seat.post.rank === 'division_head' ? ['division_deputy'] : ['specialist']
  const able = world.people.filter((person) => {
    const post = person.seat?.post
    return (
      post !== undefined &&
      ranks.includes(post.rank) &&
      agencyOf(post.unit).kind === 'department' &&
      isReady(person, on)
    )
  })
  const person = world.random.pick(able)
  person.schooling ??= { field: 'law', mode: 'full_time' }
  move(world, {}, person, seat, on, 'term_posting')
  const tenure = person.tenures.at(-1)
  if (tenure) tenure.termUntil = plusYears(on, TERM_YEARS)
}

function isReady(person: Person, on: string): boolean {
  const present = person.tenures.at(-1)
  return (
    person.born > plusYears(on, -35) && present !== undefined && present.from < plusYears(on, -1)
  )
}
