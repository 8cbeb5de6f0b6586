import { addPost, addUnit, slug } from './organisation.ts'
import { leave } from './people.ts'
import type { CommunePlan } from './province-file.ts'
import {
  BY_REORGANISATION,
  close,
  goesEarly,
  offerVacancies,
  seatIn,
  succeed,
  surplusSeat,
} from './reorganisation.ts'
import { type Person, type Seat, subtree, type Unit, unitNamed, type World } from './world.ts'

/** The communes before and after two-level government; which became which. */
export interface Communes {
  plan: CommunePlan
  /** New commune → the former communes it was made of. */
  origins: Map<Unit, Unit[]>
}

export function addCommunes(world: World, plan: CommunePlan): Communes {
  const former = new Map<string, Unit>()
  const origins = new Map<Unit, Unit[]>()
  for (const { of } of plan.units) {
    for (const [district, names] of Object.entries(of)) {
      for (const name of names) {
        const key = `${district}, ${name}`
        former.set(key, former.get(key) ?? addFormer(world, plan, unitNamed(world, district), name))
      }
    }
  }
  const [province] = world.units
  for (const { name, national_code, of } of plan.units) {
    const unit = addUnit(world, {
      ...commune(name),
      from: plan.on,
      until: null,
      nationalCode: national_code,
      parent: province ?? null,
    })
    for (const post of plan.posts) addPost(world, unit, post, 'civil_servant')
    const parts = Object.entries(of).flatMap(([district, names]) =>
      names.flatMap((part) => former.get(`${district}, ${part}`) ?? []),
    )
    origins.set(unit, parts)
  }
  return { plan, origins }
}

function addFormer(world: World, plan: CommunePlan, district: Unit, name: string): Unit {
  const unit = addUnit(world, {
    ...commune(name),
    code: `${district.code}-${slug(name)}`,
    from: '2000-01-01',
    until: plan.on,
    parent: district,
  })
  for (const post of plan.former_posts) addPost(world, unit, post, 'civil_servant')
  return unit
}

function commune(name: string) {
  const kind = /^Phường/.test(name) ? 'ward' : /^Thị trấn/.test(name) ? 'township' : 'commune'
  return { name, short: null, code: slug(name), kind, level: 'commune' as const, block: 'commune' }
}

/** Districts end; their people and those of the former communes go to the communes of the same land. */
export function beginTwoLevelGovernment(world: World, { plan, origins }: Communes): void {
  const districts = new Set([...origins.values()].flat().flatMap(({ parent }) => parent ?? []))
  const arrivals = new Map<Unit, Person[]>([...origins.keys()].map((unit) => [unit, []]))
  for (const former of new Set([...origins.values()].flat())) {
    const heirs = heirsOf(origins, former)
    holders(former).forEach((person, index) => {
      arrivals.get(heirs[index % heirs.length] as Unit)?.push(person)
    })
  }
  for (const district of districts) {
    const heirs = [...origins].filter(([, parts]) =>
      parts.some(({ parent }) => parent === district),
    )
    subtree(district)
      .filter(({ level }) => level === 'district')
      .flatMap(holders)
      .forEach((person, index) => {
        arrivals.get(heirs[index % heirs.length]?.[0] as Unit)?.push(person)
      })
  }
  for (const [unit, people] of arrivals) receive(world, unit, people, plan.on)
  for (const unit of origins.keys()) offerVacancies(world, unit, plan.on)
  endFormer(world, { plan, origins }, districts)
}

const WEIGHT: Record<string, number> = {
  head: 0,
  deputy: 1,
  member: 2,
  division_head: 5,
  division_deputy: 6,
  specialist: 7,
}

/** District leaders first, then former commune leaders; elected people stay so, civil servants too. */
function receive(world: World, unit: Unit, people: Person[], on: string): void {
  const order = (person: Person) => {
    const post = person.seat?.post
    return (WEIGHT[post?.rank ?? ''] ?? 8) + (post?.unit.level === 'commune' ? 3 : 0)
  }
  const staying = people.filter((person) => {
    if (!goesEarly(world, person, on)) return true
    leave(person, on, BY_REORGANISATION, null)
    return false
  })
  for (const employment of ['official', 'civil_servant']) {
    const seats = freeSeats(unit, employment)
    const own = staying.filter(({ seat }) => seat?.post.employment === employment)
    own.sort((a, b) => order(a) - order(b) || a.id - b.id)
    for (const person of own) {
      seatIn(world, person, seats.shift() ?? surplusSeat(lastPost(unit, employment)), on)
    }
  }
}

function freeSeats(unit: Unit, employment: string): Seat[] {
  return unit.posts
    .filter((post) => post.employment === employment)
    .flatMap((post) => post.seats.filter(({ holder }) => !holder))
}

function lastPost(unit: Unit, employment: string) {
  const post = unit.posts.findLast((candidate) => candidate.employment === employment)
  if (!post) throw new Error(`${unit.name} has no post for ${employment}.`)
  return post
}

const heirsOf = (origins: Communes['origins'], former: Unit): Unit[] =>
  [...origins].filter(([, parts]) => parts.includes(former)).map(([unit]) => unit)

const holders = (unit: Unit): Person[] =>
  unit.posts.flatMap(({ seats }) => seats.flatMap(({ holder }) => holder ?? []))

function endFormer(world: World, { plan, origins }: Communes, districts: Set<Unit>): void {
  for (const former of new Set([...origins.values()].flat())) {
    const heirs = heirsOf(origins, former)
    const relation = heirs.length > 1 ? 'split_into' : 'merged_into'
    for (const heir of heirs) succeed(world, former, heir, relation, plan.on, plan.basis)
    close(former, plan.on)
  }
  for (const district of districts) {
    const heirs = [...origins].filter(([, parts]) =>
      parts.some(({ parent }) => parent === district),
    )
    for (const [heir] of heirs) {
      succeed(world, district, heir, 'tasks_to', plan.on, plan.districts_basis)
    }
    for (const unit of subtree(district)) close(unit, plan.on)
  }
}
