import { dayBetween, earlierOf, laterOf, plusDays, plusYears, workday } from './days.ts'
import { tenureIn } from './people.ts'
import { type Person, type Seat, type Tenure, tenureOn, type World } from './world.ts'

/** The XVII provincial party congress. */
const CONGRESS = '2020-10-24'
const WOMEN = 7
const YOUNG = 4

/** The 51 of the provincial party committee: a concurrent seat beside the post each of them holds. */
export function settleCommittee(world: World): void {
  const day = world.file.looks_at
  const seats = world.posts
    .filter(({ titleCode }) => titleCode === 'provincial_committee_member')
    .flatMap((post) => post.seats)
  const members = chooseMembers(world, day, seats.length)
  const former = world.random.shuffle(
    world.people.filter(
      (person) => person.leftOn && person.leftOn < day && leads(tenureOn(person, CONGRESS)),
    ),
  )
  members.forEach((person, index) => {
    const seat = seats[index]
    if (!seat) return
    const from = joinedOn(world, person, day)
    const index2 = former.findIndex(({ leftOn }) => leftOn !== null && leftOn <= from)
    const [before] = from > CONGRESS && index2 >= 0 ? former.splice(index2, 1) : []
    if (before) sit(world, before, seat, CONGRESS)
    sit(world, person, seat, from)
  })
}

function sit(world: World, person: Person, seat: Seat, from: string): void {
  person.tenures.push({
    ...tenureIn(world, seat, from, 'nomination'),
    holding: 'concurrent',
    until: person.leftOn,
    termUntil: plusYears(CONGRESS, 5),
  })
}

/** Leaders of the province and heads first; women and young as many as the plan says. */
function chooseMembers(world: World, day: string, count: number): Person[] {
  const leaders = world.random.shuffle(
    world.people.filter((person) => leads(tenureOn(person, day))),
  )
  const isYoung = ({ born }: Person) => born > plusYears(day, -40)
  const rank = (person: Person) => tenureOn(person, day)
  const central = leaders.filter((person) => rank(person)?.post?.managedBy === 'central')
  const chosen = [...central]
  const need = (fits: (person: Person) => boolean, total: number, among: Person[]) => {
    for (const person of among) {
      if (chosen.filter(fits).length >= total) return
      if (!chosen.includes(person) && fits(person)) chosen.push(person)
    }
  }
  const isWoman = ({ sex }: Person) => sex === 'female'
  need(isYoung, YOUNG, leaders)
  need(
    isWoman,
    WOMEN,
    leaders.filter((person) => !isYoung(person)),
  )
  const others = leaders.filter((person) => !isYoung(person) && !isWoman(person))
  const heads = others.filter(
    (person) => rank(person)?.rank === 'head' && rank(person)?.post?.inFrame,
  )
  need(() => true, count, heads)
  need(() => true, count, others)
  return chosen
}

const leads = (tenure: Tenure | undefined): boolean =>
  tenure?.post?.managedBy === 'standing_committee' || tenure?.post?.managedBy === 'central'

/** At the congress, or co-opted in the year after the first leading post. */
function joinedOn(world: World, person: Person, day: string): string {
  if (leads(tenureOn(person, CONGRESS))) return CONGRESS
  const first = person.tenures.find((tenure) => leads(tenure))?.from ?? CONGRESS
  const drawn = workday(dayBetween(world.random, first, plusDays(first, 200)))
  return laterOf(CONGRESS, earlierOf(drawn, plusDays(day, -20)))
}
