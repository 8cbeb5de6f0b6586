import { ageOn, dayBetween, plusDays, plusMonths, plusYears, workday } from './days.ts'
import { settle } from './population.ts'
import { retiresFrom } from './retirement.ts'
import { type Person, type Seat, type Sex, seatsOf, type World } from './world.ts'

/** QB-F2, F3, F4 as counts of people; the printed percentages round to these. */
const PEOPLE = 338
const WOMEN = { province: 27, district: 18 }
const YOUNG = { province: { female: 2, male: 5 }, district: { female: 0, male: 1 } }
/** Of the vacant seats; the others are held open for women and young people (II.II.4). */
const FILLED_LATER = 8
const FULL_TIME = 237
const FIELDS = {
  natural_science: 20,
  social_science: 41,
  law: 61,
  economics: 84,
  politics: 10,
  agriculture: 37,
  engineering: 27,
  military_police: 27,
  education: 16,
  health: 9,
  other: 6,
}
/** How the 338 came to their posts: 185 + 40 + 20 predecessors are the 245 decisions of 2016–2020. */
const CAME = { window: 185, moved: 40, earlier: 103, recent: 10 }
const PERIODS = {
  earlier: ['2010-06-01', '2015-12-20'],
  window: ['2016-01-05', '2020-12-24'],
  recent: ['2021-01-04', '2021-03-05'],
} as const
const WOMEN_DECIDED = { window: 20, moved: 4 }
const YOUNG_DECIDED = { window: 16, moved: 2 }

type Came = keyof typeof CAME

/** One of the 338 before a person is invented: what the figures say about them. */
export interface Holder {
  seat: Seat
  sex: Sex
  young: boolean
  came: Came
  /** Younger than 40 on the day of the decision of 2016–2020. */
  youngWhenDecided: boolean
  person?: Person
  since?: string
}

/** The 338, all but those whose former post is still to be found in their seats. */
export function seatHolders(world: World): Holder[] {
  const holders = drawHolders(world)
  drawWays(world, holders)
  for (const holder of holders) seatHolder(world, holder)
  return holders
}

/** Everything outside the frame is filled; the vacancies are deputies' and members' seats within. */
function drawHolders(world: World): Holder[] {
  const seats = seatsOf(world).filter(({ post }) => post.managedBy === 'standing_committee')
  const optional = seats.filter(({ post }) => post.inFrame && post.rank !== 'head')
  const vacant = new Set(world.random.shuffle(optional).slice(0, seats.length - PEOPLE))
  for (const seat of world.random.shuffle([...vacant]).slice(0, FILLED_LATER)) {
    seat.fillOn = plusDays(world.file.snapshot_on, world.random.int(60, 900))
  }
  const holders: Holder[] = []
  for (const level of ['province', 'district'] as const) {
    const own = seats.filter((seat) => !vacant.has(seat) && seat.post.unit.level === level)
    const shuffled = world.random.shuffle(own)
    const deputies = shuffled.filter(({ post }) => post.rank !== 'head')
    const youngSeats = deputies.slice(0, YOUNG[level].female + YOUNG[level].male)
    const others = shuffled.filter((seat) => !youngSeats.includes(seat))
    youngSeats.forEach((seat, index) => {
      holders.push(holder(seat, index < YOUNG[level].female ? 'female' : 'male', true))
    })
    others.forEach((seat, index) => {
      const female = index < WOMEN[level] - YOUNG[level].female
      holders.push(holder(seat, female ? 'female' : 'male', false))
    })
  }
  return holders
}

const holder = (seat: Seat, sex: Sex, young: boolean): Holder => ({
  seat,
  sex,
  young,
  came: 'earlier',
  youngWhenDecided: young,
})

/** Shares out the ways into the post so that women and young among the decisions come out exactly. */
function drawWays(world: World, holders: Holder[]): void {
  const free = world.random.shuffle(holders)
  const take = (came: Came, count: number, fits: (holder: Holder) => boolean, young: boolean) => {
    for (let taken = 0; taken < count; taken++) {
      const index = free.findIndex(fits)
      const [found] = index < 0 ? [] : free.splice(index, 1)
      if (!found) throw new Error(`Too few people for the way "${came}".`)
      found.came = came
      found.youngWhenDecided = young
    }
  }
  const youngWomen = YOUNG.province.female
  const young = youngWomen + YOUNG.province.male + YOUNG.district.male
  take('window', young, (one) => one.young, true)
  take('window', YOUNG_DECIDED.window - young, isMan, true)
  take('moved', YOUNG_DECIDED.moved, isMan, true)
  take('window', WOMEN_DECIDED.window - youngWomen, isWoman, false)
  take('moved', WOMEN_DECIDED.moved, isWoman, false)
  take(
    'window',
    CAME.window - YOUNG_DECIDED.window - WOMEN_DECIDED.window + youngWomen,
    isMan,
    false,
  )
  take('moved', CAME.moved - YOUNG_DECIDED.moved - WOMEN_DECIDED.moved, isMan, false)
  take('recent', 1, isWoman, false)
  take('recent', CAME.recent - 1, isMan, false)
}

const isMan = (one: Holder): boolean => one.sex === 'male' && !one.young
const isWoman = (one: Holder): boolean => one.sex === 'female' && !one.young

/** Those who came by rotation wait until their former post is known. */
function seatHolder(world: World, one: Holder): void {
  if (one.came === 'moved') return
  const { born, since } = drawDates(world, one, one.came)
  const { employment, rank } = one.seat.post
  const entry = employment === 'official' && rank !== 'member' ? 'nomination' : 'appointment'
  one.since = since
  one.person = settle(world, one.seat, one.sex, born, since, entry)
  one.person.exact = true
}

function drawDates(
  world: World,
  one: Holder,
  came: Exclude<Came, 'moved'>,
): { born: string; since: string } {
  const [low, high] = PERIODS[came]
  for (;;) {
    const since = workday(dayBetween(world.random, low, high))
    const born = drawBirth(world, one.sex, one.young)
    const age = ageOn(born, since)
    if (since > high || age < 32 || age > 54) continue
    if (came === 'window' && age < 40 !== one.youngWhenDecided) continue
    if (retiresFrom(one.sex, born) > plusMonths(world.file.snapshot_on, 3)) return { born, since }
  }
}

/** A birth day that is clearly young, or clearly not, on the day of the figures. */
export function drawBirth(world: World, sex: Sex, young: boolean): string {
  const day = world.file.snapshot_on
  const [oldest, youngest] = young ? [39, 36] : sex === 'male' ? [59, 41] : [54, 41]
  return dayBetween(world.random, plusYears(day, -oldest), plusYears(day, -youngest))
}

/** Field and mode of the highest degree, dealt like cards: exactly the printed shares. */
export function drawSchooling(world: World, holders: Holder[]): void {
  const fields = Object.entries(FIELDS).flatMap(([field, count]) =>
    Array<string>(count).fill(field),
  )
  const modes = holders.map((_, index) => (index < FULL_TIME ? 'full_time' : 'in_service'))
  const dealtFields = world.random.shuffle(fields)
  const dealtModes = world.random.shuffle(modes)
  holders.forEach(({ person }, index) => {
    if (!person) throw new Error('Everybody counted in the figures must exist.')
    person.schooling = {
      field: dealtFields[index] ?? 'other',
      mode: dealtModes[index] ?? 'full_time',
    }
  })
}
