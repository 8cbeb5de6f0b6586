import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { dayBetween, earlierOf, laterOf, plusYears, workday } from './days.ts'
import { drawSex } from './people.ts'
import { planPeople, type Rows } from './plan.ts'
import { settle } from './population.ts'
import type { ProvinceFile, Title } from './province-file.ts'
import { randomFrom } from './random.ts'
import { agencyOf, createWorld, type Post, type Rank, type Unit, type World } from './world.ts'

/** The professional posts of a province that already stands in the database. */
export async function worldInDatabase(
  db: Db,
  file: ProvinceFile,
  titles: readonly Title[],
): Promise<World> {
  const world = createWorld(file, titles)
  const units = await unitsOf(db)
  world.units.push(...units.values())
  world.posts.push(...(await openPosts(db, units, file.looks_at)))
  const { rows } = await sql<{ last: number | null }>`select max(id) as last from cadre`.execute(db)
  world.idsFrom = rows[0]?.last ?? 0
  world.random = randomFrom(`${file.code}+${world.idsFrom}`)
  return world
}

async function unitsOf(db: Db): Promise<Map<number, Unit>> {
  const { rows } = await sql<Unit & { parent_id: number | null; ended: string | null }>`
    select u.id, u.code, u.kind, u.level, u.block, n.name, n.short_name as short,
      lower(u.during)::text as "from", upper(u.during)::text as ended, p.parent_id
    from unit u
    left join lateral (select name, short_name from unit_name where unit_id = u.id
      order by lower(during) desc limit 1) n on true
    left join lateral (select parent_id from unit_parent where unit_id = u.id
      order by lower(during) desc limit 1) p on true
    order by u.id`.execute(db)
  const units = new Map<number, Unit>()
  for (const { parent_id, ended, ...row } of rows) {
    units.set(row.id, {
      ...row,
      until: ended,
      parent: null,
      formerParents: [],
      children: [],
      posts: [],
    })
  }
  for (const { id, parent_id } of rows) {
    const unit = units.get(id)
    const parent = parent_id === null ? undefined : units.get(parent_id)
    if (!unit || !parent) continue
    unit.parent = parent
    parent.children.push(unit)
  }
  return units
}

async function openPosts(db: Db, units: Map<number, Unit>, on: string): Promise<Post[]> {
  const { rows } = await sql<{
    id: number
    unit_id: number
    title_code: string
    name: string
    rank: Rank
    managed_by: string
    seats: number
    from: string
  }>`select id, unit_id, title_code, name, rank, managed_by, seats, lower(during)::text as "from"
    from post where rank in ('specialist', 'staff') and upper_inf(during) and during @> ${on}::date
    order by id`.execute(db)
  return rows.flatMap((row) => {
    const unit = units.get(row.unit_id)
    if (!unit) return []
    const post: Post = {
      id: row.id,
      unit,
      titleCode: row.title_code,
      name: row.name,
      rank: row.rank,
      managedBy: row.managed_by,
      inFrame: false,
      isKey: false,
      employment: row.title_code === 'professional' ? 'public_employee' : 'civil_servant',
      from: row.from,
      until: null,
      seats: [],
    }
    for (let no = 1; no <= row.seats; no++)
      post.seats.push({ post, no, holder: null, fillOn: null })
    unit.posts.push(post)
    return [post]
  })
}

/** The next people, each on a seat of its own that the post did not have before. */
export function growthRows(world: World, count: number): Rows {
  world.idsFrom += world.people.length
  world.people = []
  for (let made = 0; made < count; made++) {
    const post = world.posts[(world.idsFrom + made) % world.posts.length]
    if (!post) throw new Error('The province has no professional post to put people in.')
    const seat = { post, no: post.seats.length + 1, holder: null, fillOn: null }
    post.seats.push(seat)
    const { random, file } = world
    const born = dayBetween(random, plusYears(file.looks_at, -56), plusYears(file.looks_at, -25))
    const since = workday(dayBetween(random, plusYears(born, 23), plusYears(born, 29)))
    const from = laterOf(post.from, earlierOf(since, file.looks_at))
    settle(world, seat, drawSex(world, post.rank), born, from, 'recruitment')
  }
  return planPeople(world)
}

/** Seats and quotas that the added people need. */
export async function widenPosts(db: Db, world: World): Promise<void> {
  const seats = world.posts.map((post) => ({ id: post.id, seats: post.seats.length }))
  await sql`update post set seats = wider.seats
    from json_to_recordset(${JSON.stringify(seats)}::json) as wider(id int, seats int)
    where post.id = wider.id`.execute(db)
  const quotas = new Map<string, { unit: number; kind: string; quota: number }>()
  for (const { unit, employment, seats: own } of world.posts) {
    const key = `${agencyOf(unit).id}|${employment}`
    const kept = quotas.get(key) ?? { unit: agencyOf(unit).id, kind: employment, quota: 0 }
    kept.quota += own.length
    quotas.set(key, kept)
  }
  await sql`update staffing_quota set quota = greatest(staffing_quota.quota, wider.quota)
    from json_to_recordset(${JSON.stringify([...quotas.values()])}::json)
      as wider(unit int, kind text, quota int)
    where unit_id = wider.unit and employment_kind = wider.kind`.execute(db)
}
