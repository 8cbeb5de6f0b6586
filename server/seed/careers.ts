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
  const unit = formerUnit(world, post.unit, rank)
  const employment =
    post.unit.kind === 'division' || rank === 'deputy' ? post.employment : former(unit)
  employ(person, employment, from)
  person.tenures.push({
    unit,
    post: null,
    seatNo: null,
    title: formerTitle(unit, rank),
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

/** What divisions of the unit employ. */
function former(unit: Unit): string {
  return unit.posts.find(({ rank }) => rank === 'specialist')?.employment ?? 'civil_servant'
}

function formerTitle(unit: Unit, rank: Rank): string {
  const post = unit.posts.find((candidate) => candidate.rank === rank)
  if (post) return post.name
  return unit.level === 'commune' && rank === 'specialist'
    ? 'Công chức cấp xã'
    : (TITLES[rank] ?? 'Phó Chủ tịch')
}

/** Mostly the same house, sometimes another: careers that never move look invented. */
function formerUnit(world: World, unit: Unit, rank: Rank): Unit {
  if (unit.level === 'commune') return unit
  const agency = agencyOf(unit)
  const divisions = divisionsOf(agency)
  if (rank === 'deputy') return agency
  if (unit.kind === 'division' && world.random.chance(0.7)) return unit
  if (divisions.length > 0 && world.random.chance(0.75)) return world.random.pick(divisions)
  const elsewhere = world.units.filter(
    ({ kind, level, until, parent }) =>
      kind === 'division' && level === unit.level && !until && parent?.kind === agency.kind,
  )
  return elsewhere.length > 0 ? world.random.pick(elsewhere) : unit
}
