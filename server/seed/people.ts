import { dayBetween, earlierOf, plusYears, workday } from './days.ts'
import { inventName } from './names.ts'
import { retiresFrom } from './retirement.ts'
import type { Person, Rank, Seat, Sex, Tenure, Unit, World } from './world.ts'

/** Somebody who does not exist: sex and birth given, the rest drawn from the province's own mix. */
export function inventPerson(world: World, sex: Sex, born: string): Person {
  const { random, file } = world
  const ethnicity = random.weighted(file.ethnicities)
  const person: Person = {
    id: world.idsFrom + world.people.length + 1,
    name: inventName(random, sex, ethnicity),
    sex,
    born,
    ethnicity,
    religion: random.weighted(file.religions),
    homePlace: random.pick(file.home_places),
    recruitedOn: workday(dayBetween(random, plusYears(born, 22), plusYears(born, 27))),
    retiresFrom: retiresFrom(sex, born),
    leftOn: null,
    leaveReason: null,
    seat: null,
    tenures: [],
    employments: [],
  }
  world.people.push(person)
  return person
}

export function drawSex(world: World, rank: Rank): Sex {
  return world.random.chance(world.file.women[rank] ?? 0.3) ? 'female' : 'male'
}

/** Sits down: the seat, the tenure and, where the kind of employment changes, the employment. */
export function seatPerson(
  world: World,
  person: Person,
  seat: Seat,
  from: string,
  entry: string,
  fromUnit: Unit | null = null,
): Tenure {
  const { post } = seat
  if (seat.holder) throw new Error(`${post.name}, ${post.unit.name}: seat ${seat.no} is taken.`)
  const tenure = { ...tenureIn(world, seat, from, entry), fromUnit }
  seat.holder = person
  seat.fillOn = null
  person.seat = seat
  person.tenures.push(tenure)
  employ(person, post.employment, from)
  return tenure
}

/** The words of a decision that puts somebody into a seat, without anybody sitting down. */
export function tenureIn(world: World, { post, no }: Seat, from: string, entry: string): Tenure {
  const professional = post.rank === 'specialist' || post.rank === 'staff'
  return {
    unit: post.unit,
    post,
    seatNo: no,
    title: post.name,
    rank: post.rank,
    holding: 'main',
    from,
    until: null,
    entry,
    ...decisionOf(world, post.managedBy, post.unit),
    fromUnit: null,
    termUntil: professional ? null : plusYears(from, 5),
    endReason: null,
  }
}

export function employ(person: Person, kind: string, from: string): void {
  const last = person.employments.at(-1)
  if (last?.kind === kind) return
  person.employments.push({ kind, from: last ? from : earlierOf(person.recruitedOn, from) })
}

/** Leaves the seat; it falls due again when `fillOn` says. */
export function vacate(person: Person, until: string, reason: string, fillOn: string | null): void {
  const tenure = person.tenures.findLast(({ holding, until: end }) => holding === 'main' && !end)
  if (tenure) {
    tenure.until = until
    tenure.endReason = reason
  }
  if (person.seat) {
    person.seat.holder = null
    person.seat.fillOn = person.seat.surplus ? null : fillOn
    person.seat = null
  }
}

export function leave(person: Person, on: string, reason: string, fillOn: string | null): void {
  vacate(person, on, reason, fillOn)
  person.leftOn = on
  person.leaveReason = reason
}

/** Number and signer as the managing level writes them. */
export function decisionOf(
  world: World,
  managedBy: string,
  unit: Unit,
): { decisionNo: string; decidedBy: string } {
  const no = world.random.int(11, 989)
  if (managedBy === 'central') {
    return { decisionNo: `${no}-QĐNS/TW`, decidedBy: 'Ban Bí thư Trung ương Đảng' }
  }
  if (managedBy === 'standing_committee') {
    return { decisionNo: `${no}-QĐ/TU`, decidedBy: 'Ban Thường vụ Tỉnh ủy' }
  }
  let agency = unit
  while (agency.kind === 'division' && agency.parent) agency = agency.parent
  if (managedBy === 'commune') {
    return { decisionNo: `${no}-QĐ/ĐU`, decidedBy: `Đảng ủy ${agency.name}` }
  }
  return { decisionNo: `${no}/QĐ-${agency.short ?? 'UBND'}`, decidedBy: agency.name }
}
