import { tellEarlierCareer } from './careers.ts'
import { ageOn, dayBetween, earlierOf, laterOf, plusDays, plusYears, workday } from './days.ts'
import { drawSex, inventPerson, seatPerson } from './people.ts'
import { type Person, type Rank, type Seat, type Sex, seatsOf, type World } from './world.ts'

/** Youngest and oldest age at which a post is usually taken up. */
const TAKEN_UP: Record<Rank, [number, number]> = {
  head: [42, 54],
  deputy: [38, 52],
  member: [36, 50],
  division_head: [33, 50],
  division_deputy: [30, 47],
  specialist: [23, 34],
  staff: [23, 40],
}

/** Fills every seat that still stands empty on the day of the snapshot, bar the usual vacancies. */
export function populate(world: World, skip: (seat: Seat) => boolean): void {
  const day = world.file.snapshot_on
  for (const seat of seatsOf(world)) {
    const { post } = seat
    if (seat.holder || skip(seat) || post.from > day || (post.until && post.until <= day)) continue
    if (world.random.chance(post.rank === 'head' ? 0.02 : 0.05)) {
      seat.fillOn = plusDays(day, world.random.int(20, 500))
      continue
    }
    const sex = drawSex(world, post.rank)
    const { born, since } = drawTimes(world, post.rank, sex, day)
    const young = ageOn(born, since) < 30
    settle(world, seat, sex, born, since, entryInto(world, seat, young))
  }
}

/** A person in the seat since a day, with the career that led there. */
export function settle(
  world: World,
  seat: Seat,
  sex: Sex,
  born: string,
  since: string,
  entry: string,
): Person {
  const person = inventPerson(world, sex, born)
  person.recruitedOn = entry === 'recruitment' ? since : earlierOf(person.recruitedOn, since)
  tellEarlierCareer(world, person, seat.post, since)
  const before = person.tenures.at(-1)
  const fromUnit = entry === 'transfer' ? (before?.unit ?? null) : null
  seatPerson(world, person, seat, since, before ? entry : 'recruitment', fromUnit)
  return person
}

/** How such a post is entered: elected ones by nomination, professional ones by recruitment. */
export function entryInto(world: World, seat: Seat, young: boolean): string {
  const { rank, employment } = seat.post
  if (rank === 'specialist' || rank === 'staff') return young ? 'recruitment' : 'transfer'
  if (employment === 'official' && rank !== 'member') return 'nomination'
  return world.random.chance(0.1) ? 'reappointment' : 'appointment'
}

/** A birth day and a first day in the post that fit each other and the retirement age. */
function drawTimes(
  world: World,
  rank: Rank,
  sex: Sex,
  day: string,
): { born: string; since: string } {
  const { random } = world
  const [youngest, oldest] = TAKEN_UP[rank]
  const professional = rank === 'specialist' || rank === 'staff'
  const oldestNow = sex === 'male' ? 58 : 53
  for (;;) {
    const years = professional ? random.next() ** 1.3 * 26 : random.next() ** 1.4 * 10
    const since = workday(plusDays(day, -20 - Math.round(years * 365)))
    const latest = earlierOf(plusYears(since, -youngest), plusYears(day, -23))
    const earliest = laterOf(plusYears(since, -oldest), plusYears(day, -oldestNow))
    if (earliest >= latest) continue
    const born = dayBetween(random, earliest, latest)
    if (ageOn(born, since) >= youngest - 1) return { born, since }
  }
}
