import { earlierOf } from './days.ts'
import { agencyOf, type Person, tenureOn, type Unit, type World } from './world.ts'

export interface Rating {
  cadre_id: number
  year: number
  level: string
  decided_on: string
}

export interface UnitRating {
  unit_id: number
  year: number
  level: string
  decided_on: string
}

/** Share of "excellent" among those rated at least "good", of one unit in one year. */
export type ExcellentShare = (world: World, unit: Unit, year: number) => number

const usual: ExcellentShare = (world) => 0.1 + world.random.next() * 0.1

/** Every year each house rates its people in December, the few months' newcomers not at all. */
export function ratePeople(
  world: World,
  excellent: ExcellentShare = usual,
): { people: Rating[]; units: UnitRating[] } {
  const people: Rating[] = []
  const units: UnitRating[] = []
  const { first_rated_year, simulated_until } = world.file
  for (let year = first_rated_year; `${year}-12-20` <= simulated_until; year++) {
    for (const [unit, members] of byAgency(world, `${year}-12-15`)) {
      people.push(...rateHouse(world, members, year, excellent(world, unit, year)))
      units.push({
        unit_id: unit.id,
        year,
        level: world.random.weighted({ excellent: 18, good: 70, completed: 12 }),
        decided_on: `${year + 1}-01-15`,
      })
    }
  }
  return { people, units: units.filter(({ decided_on }) => decided_on <= simulated_until) }
}

function byAgency(world: World, date: string): Map<Unit, Person[]> {
  const houses = new Map<Unit, Person[]>()
  for (const person of world.people) {
    const tenure = tenureOn(person, date)
    if (!tenure) continue
    const house = agencyOf(tenure.unit)
    const members = houses.get(house)
    if (members) members.push(person)
    else houses.set(house, [person])
  }
  return houses
}

function rateHouse(world: World, members: Person[], year: number, share: number): Rating[] {
  const { random } = world
  const newcomers = new Set(members.filter(({ recruitedOn }) => recruitedOn > `${year}-07-01`))
  const rated = random.shuffle(members.filter((person) => !newcomers.has(person)))
  const lower = rated.filter(() => random.chance(0.09))
  const atLeastGood = rated.filter((person) => !lower.includes(person))
  const excellent = Math.floor(atLeastGood.length * share + 1e-9)
  const decided_on = `${year}-12-${random.int(16, 20)}`
  const row = (person: Person, level: string) => ({
    cadre_id: person.id,
    year,
    level,
    decided_on: earlierOf(decided_on, person.leftOn ?? decided_on),
  })
  return [
    ...atLeastGood.map((person, index) => row(person, index < excellent ? 'excellent' : 'good')),
    ...lower.map((person) => row(person, random.chance(0.06) ? 'not_completed' : 'completed')),
    ...[...newcomers].map((person) => row(person, 'not_rated')),
  ]
}
