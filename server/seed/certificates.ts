import { dayBetween, earlierOf, laterOf, plusYears } from './days.ts'
import type { Random } from './random.ts'
import { highestRank, type Person, type Rank, type World } from './world.ts'

export interface Certificate {
  kind: string
  level: string
  name: string | null
  awarded_on: string | null
}

const LANGUAGES = ['none', 'a1', 'a2', 'b1', 'b2', 'c1']
const IT = ['none', 'basic', 'advanced', 'professional']
const NAMES: Record<string, string> = {
  'state_management.specialist': 'Bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên',
  'state_management.principal': 'Bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên chính',
  'state_management.senior': 'Bồi dưỡng kiến thức quản lý nhà nước ngạch chuyên viên cao cấp',
  'political_theory.intermediate': 'Trung cấp lý luận chính trị',
  'political_theory.advanced': 'Cao cấp lý luận chính trị',
  'skills.trained': 'Bồi dưỡng kỹ năng công tác cho cán bộ, công chức cấp xã',
}

/** What has been learnt beside the degree. "None" is written down: a missing row would mean unknown. */
export function certificatesOf(world: World, person: Person, rank: Rank): Certificate[] {
  return [
    politicalTheory(world, person, rank),
    stateManagement(world, person, rank),
    languageAndComputers(world, person),
    communeSkills(world, person),
  ].flatMap((list) => (list.length > 0 ? [...startingFromNone(world, person, list), ...list] : []))
}

/** Whoever learnt it only in the years one can look at had declared to have none before. */
function startingFromNone(world: World, person: Person, list: Certificate[]): Certificate[] {
  const seen = laterOf(person.recruitedOn, plusYears(world.file.snapshot_on, -2))
  return list
    .slice(0, 1)
    .filter(({ awarded_on }) => awarded_on !== null && awarded_on > seen)
    .map(({ kind }) => held(kind, 'none', null))
}

function politicalTheory(world: World, person: Person, rank: Rank): Certificate[] {
  const { random } = world
  const at = reachedOn(person)
  if (rank === 'head' || rank === 'deputy' || rank === 'member') {
    const commune = person.tenures.at(-1)?.unit.level === 'commune'
    const level = commune && random.chance(0.72) ? 'intermediate' : 'advanced'
    return [held('political_theory', level, around(random, at, person, -3, 1))]
  }
  const share = rank === 'division_head' ? 0.92 : rank === 'division_deputy' ? 0.82 : 0.28
  if (!random.chance(share)) return [held('political_theory', 'none', null)]
  const advanced = rank === 'division_head' && random.chance(0.35)
  return [
    held(
      'political_theory',
      advanced ? 'advanced' : 'intermediate',
      around(random, at, person, -2, 3),
    ),
  ]
}

/** Programmes follow each other with the years; the highest one a person reached is drawn first. */
function stateManagement(world: World, person: Person, rank: Rank): Certificate[] {
  const { random } = world
  const at = reachedOn(person)
  const level = highestProgramme(world, person, rank)
  if (level === 0) return [held('state_management', 'none', null)]
  const first = around(random, person.recruitedOn, person, 1, 3)
  const list = [held('state_management', 'specialist', first)]
  if (level >= 2) {
    list.push(held('state_management', 'principal', around(random, at, person, -3, 2)))
  }
  if (level === 3) list.push(held('state_management', 'senior', around(random, at, person, 0, 4)))
  return list
}

/** 0 none … 3 senior specialist; in communes the higher programmes are rare. */
function highestProgramme(world: World, person: Person, rank: Rank): number {
  const { random, file } = world
  const { senior, principal } = file.profile
  const rarity = person.tenures.at(-1)?.unit.level === 'commune' ? 0.35 : 1
  const drawn = random.next()
  if (drawn < (senior[rank] ?? 0) * rarity ** 3) return 3
  if (drawn < (principal[rank] ?? 0) * Math.sqrt(rarity)) return 2
  return random.chance(0.95) ? 1 : 0
}

function languageAndComputers(world: World, person: Person): Certificate[] {
  const { random, file, titles } = world
  const asks = titles.get(person.tenures.findLast(({ post }) => post)?.post?.titleCode ?? '')?.asks
  const before = earlierOf(person.recruitedOn, file.snapshot_on)
  const language = atLeast(random, LANGUAGES, asks?.language ?? 'a2', file.profile.language, 1)
  const it = atLeast(random, IT, asks?.it ?? 'basic', file.profile.it, 1)
  return [
    held('language', language, language === 'none' ? null : before, 'Tiếng Anh'),
    held('it', it, it === 'none' ? null : before),
  ]
}

function communeSkills(world: World, person: Person): Certificate[] {
  const place = person.tenures.find(({ unit }) => unit.level === 'commune')
  if (!place) return []
  if (!world.random.chance(world.file.profile.skills)) return [held('skills', 'none', null)]
  return [held('skills', 'trained', around(world.random, place.from, person, 0, 4))]
}

/** The level asked for, or above, as often as the share says; else below. */
function atLeast(
  random: Random,
  order: readonly string[],
  asked: string,
  share: number,
  above: number,
): string {
  const at = Math.max(0, order.indexOf(asked))
  const reached = random.chance(share)
    ? Math.min(order.length - 1, at + (random.chance(0.25) ? above : 0))
    : Math.max(0, at - 1)
  return order[reached] ?? asked
}

/** When the highest rank was first reached: what courses are taken for. */
function reachedOn(person: Person): string {
  const rank = highestRank(person)
  const first = person.tenures.find((tenure) => tenure.holding === 'main' && tenure.rank === rank)
  return first?.from ?? person.recruitedOn
}

function around(random: Random, date: string, person: Person, low: number, high: number): string {
  const from = plusYears(date, low)
  const drawn = dayBetween(random, laterOf(from, person.recruitedOn), plusYears(date, high))
  return earlierOf(drawn, person.leftOn ?? person.retiresFrom)
}

function held(kind: string, level: string, awarded: string | null, language?: string): Certificate {
  return {
    kind,
    level,
    name: level === 'none' ? null : (NAMES[`${kind}.${level}`] ?? language ?? null),
    awarded_on: awarded,
  }
}
