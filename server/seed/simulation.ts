import {
  dateOf,
  dayNumber,
  firstOfNextMonth,
  plusDays,
  plusMonths,
  workday,
  yearsBetween,
} from './days.ts'
import { drawSex, leave, seatPerson, vacate } from './people.ts'
import { settle } from './population.ts'
import { peerFrom, successorFrom, type Wish } from './succession.ts'
import { type Person, type Seat, seatsOf, type World } from './world.ts'

/** What a province does its own way while the months pass. */
export interface Customs {
  /** Before people leave and seats are filled in the month that begins on this day. */
  onMonth?(world: World, month: string): void
  /** Whom the seat should go to, if anybody fits. */
  wish?(world: World, seat: Seat, on: string): Wish
  /** Yearly chance that somebody leaves before the retirement age. */
  attrition?(person: Person, month: string): number
  /** Whether an emptied seat is filled again. */
  refills?(world: World, seat: Seat, month: string): boolean
  /** Whether somebody from outside may be taken on now; else the seat waits. */
  mayRecruit?(world: World, seat: Seat, month: string): boolean
  /** Chance that a seat goes to somebody of the same rank from elsewhere. */
  peers?: number
}

/** From the snapshot on, month by month: people retire, leave, are promoted and recruited. */
export function simulate(world: World, customs: Customs): void {
  const { snapshot_on, simulated_until } = world.file
  for (
    let month = firstOfNextMonth(snapshot_on);
    month <= simulated_until;
    month = plusMonths(month, 1)
  ) {
    customs.onMonth?.(world, month)
    departures(world, customs, month)
    fillings(world, customs, month)
  }
}

function departures(world: World, customs: Customs, month: string): void {
  for (const person of world.people) {
    if (person.leftOn || !person.seat || isNew(person, month)) continue
    const again = () => (refills(world, customs, person, month) ? dueAgain(world, month) : null)
    if (person.retiresFrom <= month) {
      leave(person, person.retiresFrom, 'Nghỉ hưu đúng tuổi', again())
    } else if (world.random.chance((customs.attrition?.(person, month) ?? 0.012) / 12)) {
      leave(person, month, reasonToLeave(world, person, month), again())
    }
  }
}

/** A decision signed on the first working day may lie a day or two after the month begins. */
const isNew = (person: Person, month: string): boolean =>
  (person.tenures.at(-1)?.from ?? '') >= month

function refills(world: World, customs: Customs, person: Person, month: string): boolean {
  return person.seat !== null && (customs.refills?.(world, person.seat, month) ?? true)
}

const dueAgain = (world: World, month: string): string => plusDays(month, world.random.int(15, 110))

function reasonToLeave(world: World, person: Person, on: string): string {
  if (yearsBetween(on, person.retiresFrom) < 6) return 'Nghỉ hưu trước tuổi'
  return world.random.chance(0.6) ? 'Chuyển công tác ra ngoài tỉnh' : 'Thôi việc theo nguyện vọng'
}

function fillings(world: World, customs: Customs, month: string): void {
  const next = plusMonths(month, 1)
  for (const seat of seatsOf(world)) {
    if (seat.holder || !seat.fillOn || seat.fillOn >= next) continue
    if (seat.post.until && next >= seat.post.until) {
      seat.fillOn = null
      continue
    }
    const due = seat.fillOn > month ? seat.fillOn : plusDays(month, world.random.int(0, 24))
    fill(world, customs, seat, workday(due))
  }
}

/** Leading posts are filled by promotion or wait; professional ones by recruitment. */
export function fill(world: World, customs: Customs, seat: Seat, on: string): void {
  const { rank } = seat.post
  if (rank === 'specialist' || rank === 'staff') {
    recruit(world, customs, seat, on)
    return
  }
  const peer = world.random.chance(customs.peers ?? 0) ? peerFrom(world, seat, on) : undefined
  const promoted = peer ? undefined : promotedInto(world, customs, seat, on)
  if (peer) {
    move(world, customs, peer, seat, on, world.random.chance(0.5) ? 'rotation' : 'transfer')
  } else if (promoted) {
    move(world, customs, promoted, seat, on, promotion(seat))
  } else {
    seat.fillOn = plusMonths(on, 3)
  }
}

function recruit(world: World, customs: Customs, seat: Seat, on: string): void {
  if (customs.mayRecruit?.(world, seat, on) === false) {
    seat.fillOn = plusMonths(on, 2)
    return
  }
  const age = world.random.int(23, 29) + world.random.next()
  const born = dateOf(dayNumber(on) - Math.round(age * 365.25))
  settle(world, seat, drawSex(world, seat.post.rank), born, on, 'recruitment')
}

/** The wish gives way piece by piece: first the age, then the sex. */
function promotedInto(world: World, customs: Customs, seat: Seat, on: string): Person | undefined {
  const wish = customs.wish?.(world, seat, on) ?? {}
  return (
    successorFrom(world, seat, on, wish) ??
    successorFrom(world, seat, on, { sex: wish.sex, bornBefore: wish.bornBefore }) ??
    successorFrom(world, seat, on, {})
  )
}

const promotion = (seat: Seat): string =>
  seat.post.employment === 'official' && seat.post.rank !== 'member' ? 'nomination' : 'appointment'

/** Leaves the old seat, which falls due again, and takes the new one the same day. */
export function move(
  world: World,
  customs: Customs,
  person: Person,
  seat: Seat,
  on: string,
  entry: string,
): void {
  const from = person.seat?.post.unit ?? null
  const again = refills(world, customs, person, on) ? dueAgain(world, on) : null
  vacate(person, on, 'Nhận nhiệm vụ khác', again)
  const fromUnit = ['transfer', 'rotation', 'term_posting'].includes(entry) ? from : null
  seatPerson(world, person, seat, on, entry, fromUnit)
}
