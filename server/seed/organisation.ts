import { searchable } from '#server/kernel/text.ts'
import type { GroupPlan, PostPlan, UnitPlan } from './province-file.ts'
import { type Post, type Rank, type Unit, unitNamed, type World } from './world.ts'

/** Units, divisions and posts as the province's file names them; every seat is still empty. */
export function buildOrganisation(world: World): void {
  for (const group of world.file.groups) {
    for (const plan of group.units) addPlannedUnit(world, group, plan)
  }
}

function addPlannedUnit(world: World, group: GroupPlan, plan: UnitPlan): void {
  const parent = group.under ? unitNamed(world, group.under) : (world.units[0] ?? null)
  const unit = addUnit(world, {
    name: plan.name,
    short: plan.short ?? null,
    code: plan.code ?? slug(plan.name),
    kind: plan.kind ?? group.kind,
    level: group.level,
    block: group.block,
    from: group.from,
    until: plan.until ?? null,
    parent,
  })
  for (const post of plan.posts ?? group.posts) addPost(world, unit, post, group.employment)
  const survives = world.file.mergers.some(({ from }) => from.includes(plan.name))
  for (const name of plan.divisions ?? group.divisions) {
    const division = addDivision(
      world,
      unit,
      name,
      group.employment,
      plan.specialists ?? group.specialists,
    )
    if (survives) outlive(division)
  }
}

/** Divisions of a merged house go on in the house that takes it in. */
function outlive(division: Unit): void {
  division.until = null
  for (const post of division.posts) post.until = null
}

export function addUnit(
  world: World,
  plan: Omit<Unit, 'id' | 'formerParents' | 'children' | 'posts'>,
): Unit {
  const taken = world.units.some(({ code }) => code === plan.code)
  const unit: Unit = {
    ...plan,
    code: taken ? `${plan.code}-${world.units.length + 1}` : plan.code,
    id: world.units.length + 1,
    formerParents: [],
    children: [],
    posts: [],
  }
  unit.parent?.children.push(unit)
  world.units.push(unit)
  return unit
}

export function addDivision(
  world: World,
  parent: Unit,
  name: string,
  employment: string,
  specialists: number,
): Unit {
  const unit = addUnit(world, {
    name,
    short: null,
    code: `${parent.code}-${slug(name)}`,
    kind: 'division',
    level: parent.level,
    block: null,
    from: parent.from,
    until: parent.until,
    parent,
  })
  const [head, deputy] = divisionTitles(name)
  const plans: PostPlan[] = [
    divisionPost('division_head', head, 1),
    divisionPost('division_deputy', deputy, specialists >= 5 ? 2 : 1),
    employment === 'public_employee'
      ? divisionPost('professional', 'Viên chức chuyên môn', specialists)
      : divisionPost('specialist', 'Chuyên viên', specialists),
  ]
  if (/^Văn phòng/.test(name)) plans.push(divisionPost('clerk', 'Nhân viên văn thư, phục vụ', 1))
  for (const plan of plans) addPost(world, unit, plan, employment)
  return unit
}

export function addPost(world: World, unit: Unit, plan: PostPlan, employment: string): Post {
  const title = world.titles.get(plan.title)
  if (!title) throw new Error(`${unit.name}: no title has the code "${plan.title}".`)
  const post: Post = {
    id: world.posts.length + 1,
    unit,
    titleCode: plan.title,
    name: plan.name,
    rank: title.rank as Rank,
    managedBy: plan.managed_by,
    inFrame: plan.in_frame,
    isKey: plan.is_key,
    employment: plan.employment ?? employment,
    from: unit.from,
    until: unit.until,
    seats: [],
  }
  for (let no = 1; no <= plan.seats; no++) post.seats.push({ post, no, holder: null, fillOn: null })
  unit.posts.push(post)
  world.posts.push(post)
  return post
}

function divisionPost(title: string, name: string, seats: number): PostPlan {
  return { title, name, seats, managed_by: 'agency', in_frame: false, is_key: false }
}

/** How offices call the head and the deputy of a division, by the first word of its name. */
function divisionTitles(name: string): [string, string] {
  const [first = '', second = ''] = name.split(' ')
  const known: Record<string, [string, string]> = {
    'Văn phòng': ['Chánh Văn phòng', 'Phó Chánh Văn phòng'],
    'Chi cục': ['Chi cục trưởng', 'Phó Chi cục trưởng'],
    'Thanh tra': ['Chánh Thanh tra', 'Phó Chánh Thanh tra'],
    'Trung tâm': ['Giám đốc', 'Phó Giám đốc'],
    'Ủy ban': ['Chủ nhiệm', 'Phó Chủ nhiệm'],
    Ban: ['Trưởng ban', 'Phó Trưởng ban'],
    Khoa: ['Trưởng khoa', 'Phó Trưởng khoa'],
    Tổ: ['Tổ trưởng', 'Tổ phó'],
    Hạt: ['Hạt trưởng', 'Phó Hạt trưởng'],
  }
  return known[`${first} ${second}`] ?? known[first] ?? ['Trưởng phòng', 'Phó Trưởng phòng']
}

export function slug(name: string): string {
  return searchable(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
}
