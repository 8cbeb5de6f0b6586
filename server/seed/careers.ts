import { dateOf, dayNumber, workday } from './days.ts'
import { decisionOf, employ } from './people.ts'
import {
  agencyOf,
  divisionsOf,
  type Person,
  type Post,
  type Rank,
  type Unit,
  type World,
} from './world.ts'

/** What one was before, lowest first: nobody begins as a head. */
const LADDER: Record<Rank, Rank[]> = {
  staff: [],
  specialist: [],
  division_deputy: ['specialist'],
  division_head: ['specialist', 'division_deputy'],
  member: ['specialist', 'division_deputy', 'division_head'],
  deputy: ['specialist', 'division_deputy', 'division_head'],
  head: ['specialist', 'division_deputy', 'division_head', 'deputy'],
}

const COMMUNE_LADDER: Record<'high' | 'low', Rank[]> = {
  high: ['specialist', 'deputy'],
  low: ['specialist'],
}

/** Share of the years before the present post spent on each step. */
const WEIGHTS: Partial<Record<Rank, number>> = {
  specialist: 9,
  division_deputy: 4,
  division_head: 5,
  deputy: 6,
}

const TITLES: Partial<Record<Rank, string>> = {
  specialist: 'Chuyên viên',
  division_deputy: 'Phó Trưởng phòng',
  division_head: 'Trưởng phòng',
}

/** The steps from recruitment to the day the present post begins, without a gap. */
export function tellEarlierCareer(world: World, person: Person, post: Post, since: string): void {
  const steps = stepsBefore(post)
  if (steps.length === 0 || person.recruitedOn >= since) {
    person.recruitedOn = person.recruitedOn < since ? person.recruitedOn : since
    if (person.recruitedOn < since)
      addStep(world, person, 'specialist', post, person.recruitedOn, since, 'recruitment')
    return
  }
  const first = dayNumber(person.recruitedOn)
  const last = dayNumber(since)
  const weights = steps.map((step) => (WEIGHTS[step] ?? 4) * (0.7 + world.random.next() * 0.6))
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  let passed = 0
  let from = person.recruitedOn
  steps.forEach((step, index) => {
    passed += weights[index] ?? 0
    const planned = workday(dateOf(first + Math.round(((last - first) * passed) / total)))
    const until = index === steps.length - 1 || planned > since ? since : planned
    if (from < until) {
      addStep(world, person, step, post, from, until, index === 0 ? 'recruitment' : 'appointment')
    }
    from = until
  })
}

function stepsBefore(post: Post): Rank[] {
  if (post.unit.level !== 'commune') return LADDER[post.rank]
  if (post.rank === 'specialist' || post.rank === 'staff') return []
  return post.rank === 'head' ? COMMUNE_LADDER.high : COMMUNE_LADDER.low
}

function addStep(
  world: World,
  person: Person,
  rank: Rank,
  post: Post,
  from: string,
  until: string,
  entry: string,
): void {
  const unit = formerUnit(world, post, rank, from)
  const employment =
    post.unit.kind === 'division' || rank === 'deputy' ? post.employment : former(unit)
  employ(person, employment, from)
  const known = formerPost(unit, rank)
  person.tenures.push({
    unit,
    post: known,
    seatNo: null,
    title: known?.name ?? formerTitle(unit, rank),
    rank,
    holding: 'main',
    from,
    until,
    entry,
    ...decisionOf(world, rank === 'deputy' ? 'standing_committee' : 'agency', unit),
    fromUnit: null,
    termUntil: null,
    endReason: null,
  })
}

/** The post held then, not the seat; leading posts are left out, for figures count their holders. */
function formerPost(unit: Unit, rank: Rank): Post | null {
  return (
    unit.posts.find(
      (post) => post.rank === rank && (post.managedBy === 'agency' || post.managedBy === 'commune'),
    ) ?? null
  )
}

/** What divisions of the unit employ. */
function former(unit: Unit): string {
  return unit.posts.find(({ rank }) => rank === 'specialist')?.employment ?? 'civil_servant'
}

function formerTitle(unit: Unit, rank: Rank): string {
  const post = unit.posts.find((candidate) => candidate.rank === rank)
  return post?.name ?? TITLES[rank] ?? 'Phó Chủ tịch'
}

/** Mostly the same house, sometimes another: careers that never move look invented. */
function formerUnit(world: World, post: Post, rank: Rank, from: string): Unit {
  const { unit } = post
  const transferred = post.rank === 'specialist' || post.rank === 'staff'
  const existed = unit.from <= from
  if (unit.level === 'commune') {
    return existed && !transferred ? unit : communeElsewhere(world, unit, from)
  }
  const agency = agencyOf(unit)
  const divisions = divisionsOf(agency).filter((division) => !transferred || division !== unit)
  if (rank === 'deputy' && agency.from <= from && divisions.length > 0) return agency
  if (unit.kind === 'division' && !transferred && world.random.chance(0.7)) return unit
  if (divisions.length > 0 && world.random.chance(0.75)) return world.random.pick(divisions)
  return houseElsewhere(world, agency, rank) ?? unit
}

/** A division of another house of the kind; houses without divisions take their people from any. */
function houseElsewhere(world: World, agency: Unit, rank: Rank): Unit | undefined {
  const alike = divisionsOf(agency).length > 0
  const houses = world.units.filter(
    (one) =>
      one.block !== null &&
      one.level === agency.level &&
      divisionsOf(one).length > 0 &&
      (!alike || one.kind === agency.kind),
  )
  if (houses.length === 0) return undefined
  const house = world.random.pick(houses)
  return rank === 'deputy' ? house : world.random.pick(divisionsOf(house))
}

/** Another commune that stood on the day, for careers older than the commune of today. */
function communeElsewhere(world: World, unit: Unit, from: string): Unit {
  const older = world.units.filter(
    (one) =>
      one !== unit && one.level === unit.level && one.kind !== 'division' && one.from <= from,
  )
  return older.length > 0 ? world.random.pick(older) : unit
}
