import type { ProvinceFile, Title } from './province-file.ts'
import { type Random, randomFrom } from './random.ts'

export type Sex = 'male' | 'female'
export type Rank =
  | 'head'
  | 'deputy'
  | 'member'
  | 'division_head'
  | 'division_deputy'
  | 'specialist'
  | 'staff'

export interface Unit {
  id: number
  code: string
  kind: string
  level: 'province' | 'district' | 'commune'
  block: string | null
  name: string
  short: string | null
  from: string
  until: string | null
  nationalCode?: string
  parent: Unit | null
  /** Whom the unit belonged to before, oldest first. */
  formerParents: { parent: Unit; until: string }[]
  children: Unit[]
  posts: Post[]
}

export interface Post {
  id: number
  unit: Unit
  titleCode: string
  name: string
  rank: Rank
  managedBy: string
  inFrame: boolean
  isKey: boolean
  employment: string
  from: string
  until: string | null
  seats: Seat[]
}

export interface Seat {
  post: Post
  no: number
  holder: Person | null
  /** When an empty seat is due to be filled; null leaves it empty. */
  fillOn: string | null
  /** Kept for somebody posted from the province for a term, who arrives on this day. */
  postingOn?: string
  /** Beyond the seats given, borne until the holder leaves: reorganisations leave such seats. */
  surplus?: boolean
}

export interface Tenure {
  unit: Unit
  post: Post | null
  seatNo: number | null
  title: string
  rank: Rank
  holding: 'main' | 'concurrent'
  from: string
  until: string | null
  entry: string
  decisionNo: string
  decidedBy: string
  fromUnit: Unit | null
  termUntil: string | null
  endReason: string | null
}

export interface Person {
  id: number
  name: string
  sex: Sex
  born: string
  ethnicity: string
  religion: string
  homePlace: string
  recruitedOn: string
  /** First day without work by age; no career may pass it. */
  retiresFrom: string
  leftOn: string | null
  leaveReason: string | null
  seat: Seat | null
  tenures: Tenure[]
  employments: { kind: string; from: string }[]
  /** Degree field and study mode, where a printed figure decides them. */
  schooling?: { field: string; mode: string }
  /** Counted in a printed figure: never thinned out by deliberate gaps. */
  exact?: boolean
  /** One of the deliberate gaps was made in this file. */
  gap?: boolean
}

/** Everything a demonstration province invents before a row is written. */
export interface World {
  file: ProvinceFile
  random: Random
  titles: ReadonlyMap<string, Title>
  units: Unit[]
  posts: Post[]
  people: Person[]
  /** How many people the database already has when more are added. */
  idsFrom: number
  /** Rows a province adds for its own directive. */
  extras: Extra[]
}

export interface Extra {
  table:
    | 'unit_document'
    | 'unit_rating'
    | 'training_course'
    | 'training_record'
    | 'succession_entry'
    | 'unit_succession'
  row: object
}

export function createWorld(file: ProvinceFile, titles: readonly Title[]): World {
  return {
    file,
    random: randomFrom(file.code),
    titles: new Map(titles.map((title) => [title.code, title])),
    units: [],
    posts: [],
    people: [],
    idsFrom: 0,
    extras: [],
  }
}

export const seatsOf = (world: World): Seat[] => world.posts.flatMap((post) => post.seats)

/** The agency, district or commune a division belongs to; itself when it is one. */
export function agencyOf(unit: Unit): Unit {
  return unit.kind === 'division' && unit.parent ? agencyOf(unit.parent) : unit
}

export function divisionsOf(unit: Unit): Unit[] {
  return unit.children.filter(({ kind }) => kind === 'division')
}

/** The unit and everything under it. */
export function subtree(unit: Unit): Unit[] {
  return [unit, ...unit.children.flatMap(subtree)]
}

/** The main post held on a day. */
export function tenureOn(person: Person, date: string): Tenure | undefined {
  return person.tenures.find(
    ({ holding, from, until }) =>
      holding === 'main' && from <= date && (until === null || date < until),
  )
}

export function unitNamed(world: World, name: string): Unit {
  const found = world.units.find((unit) => unit.name === name)
  if (!found) throw new Error(`No unit is named "${name}".`)
  return found
}

/** Lowest first. */
export const RANK_ORDER: readonly Rank[] = [
  'staff',
  'specialist',
  'division_deputy',
  'division_head',
  'member',
  'deputy',
  'head',
]

export function highestRank(person: Person): Rank {
  const reached = person.tenures
    .filter(({ holding }) => holding === 'main')
    .map(({ rank }) => RANK_ORDER.indexOf(rank))
  return RANK_ORDER[Math.max(0, ...reached)] ?? 'specialist'
}
