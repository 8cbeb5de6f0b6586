import { ageOn, plusDays, plusMonths, plusYears, yearOf } from './days.ts'
import { leave } from './people.ts'
import type { Wish } from './succession.ts'
import { type Person, type Seat, seatsOf, type Tenure, type World } from './world.ts'

/** A usual year under the Standing Committee; women and young short of the 15 % the scheme asks. */
const YEARLY = 50
const WOMEN = 0.1
const YOUNG = 0.1

export const isManaged = (seat: Seat): boolean => seat.post.managedBy === 'standing_committee'

/** Where retirements alone would make too few vacancies for the pace of the year, others leave. */
export function keepPace(world: World, month: string): void {
  const passed = Number(month.slice(5, 7))
  const soon = plusMonths(month, 2)
  const due = seatsOf(world).filter(
    (seat) => isManaged(seat) && !seat.holder && seat.fillOn !== null && seat.fillOn < soon,
  ).length
  const behind = Math.floor((YEARLY * passed) / 12 - decisionsOf(world, month).length - due)
  const able = world.random.shuffle(
    world.people.filter((person) => person.seat && isManaged(person.seat) && mayGo(person, month)),
  )
  for (const person of able.slice(0, Math.max(0, behind))) {
    const old = ageOn(person.born, month) >= 55
    const reason = old ? 'Nghỉ hưu trước tuổi' : 'Chuyển công tác ra ngoài tỉnh'
    leave(person, month, reason, plusDays(month, world.random.int(15, 100)))
  }
}

function mayGo(person: Person, month: string): boolean {
  const present = person.tenures.findLast(({ holding }) => holding === 'main')
  return ageOn(person.born, month) >= 48 && (present?.from ?? month) < plusYears(month, -3)
}

/** A woman or somebody under 40 when the year so far has too few of them, else neither. */
export function wishFor(world: World, seat: Seat, on: string): Wish {
  if (!isManaged(seat)) return {}
  const made = decisionsOf(world, on)
  const women = made.filter(({ person }) => person.sex === 'female').length
  const young = made.filter(({ person, tenure }) => ageOn(person.born, tenure.from) < 40).length
  const next = made.length + 1
  const sex = women < WOMEN * next ? 'female' : 'male'
  if (young < YOUNG * next) return { sex, bornAfter: plusYears(on, -40) }
  const years = seat.post.rank === 'head' ? 51 : 46
  const bornAfter = world.random.chance(0.75) ? plusYears(on, -years) : undefined
  return { sex, bornAfter, bornBefore: plusYears(on, -40) }
}

/** Appointments and nominations of the year so far. */
function decisionsOf(world: World, on: string): { person: Person; tenure: Tenure }[] {
  return world.people.flatMap((person) =>
    person.tenures
      .filter(
        ({ post, entry, from }) =>
          post?.managedBy === 'standing_committee' &&
          (entry === 'appointment' || entry === 'nomination') &&
          yearOf(from) === yearOf(on) &&
          from <= on,
      )
      .map((tenure) => ({ person, tenure })),
  )
}
