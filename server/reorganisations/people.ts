import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { foundPosts, type PostToFound } from '#server/organisation/restructure.ts'
import { mistake, type UnitThen, type Work } from './work.ts'

export const WAITING = 'Chờ bố trí'

interface Held {
  tenureId: number
  cadreId: number
  recordNo: string
  name: string
  titleCode: string | null
  title: string
  rank: string
  holding: string
  postId: number | null
}

interface Seats {
  id: number
  titleCode: string
  name: string
  rank: string
  seats: number
  held: number
  lastSeat: number
}

export interface PlacingRules {
  posts: Readonly<Record<string, string>>
  deputies: 'keep' | 'wait'
}

/** Leaders sit in counted posts of the unit they come to; the posts of all others come with them. */
const LEADS = new Set(['head', 'deputy', 'member', 'division_head', 'division_deputy'])

/**
 * The people of ended units come to a unit: into free seats of the same title, else the title the
 * plan names, else they wait and are listed. Nobody is chosen among several for too few seats.
 */
export async function bringPeople(
  work: Work,
  from: readonly UnitThen[],
  into: UnitThen,
  rules: PlacingRules,
  only?: ReadonlySet<string>,
): Promise<void> {
  const held = (await heldIn(work.db, from, work.on)).filter(
    (one) => (!only || only.has(one.recordNo)) && !work.moves.has(one.tenureId),
  )
  if (!only) await bringPosts(work, from, into)
  const unplaced: Held[] = []
  for (const one of held) if (!(await placedByHand(work, one, into))) unplaced.push(one)
  const seats = await seatsIn(work, into.id)
  const waiting = Map.groupBy(
    unplaced,
    ({ titleCode }) => seats.find((post) => post.titleCode === titleCode) ?? null,
  )
  for (const [post, people] of waiting) seat(work, into, post, people, seats, rules)
}

function seat(
  work: Work,
  into: UnitThen,
  post: Seats | null,
  people: readonly Held[],
  seats: readonly Seats[],
  rules: PlacingRules,
): void {
  const free = post ? post.seats - post.held : 0
  const main = people.filter(({ holding }) => holding !== 'acting')
  const borne = post?.rank.endsWith('deputy') && rules.deputies === 'keep'
  if (post && (main.length <= free || borne || !LEADS.has(post.rank))) {
    for (const one of people) sit(work, into, one, post)
    return
  }
  const then = seats.find(({ titleCode }) => titleCode === rules.posts[people[0]?.titleCode ?? ''])
  if (then && then !== post) seat(work, into, then, people, seats, { ...rules, posts: {} })
  else for (const one of people) wait(work, into, one)
}

function sit(work: Work, into: UnitThen, one: Held, post: Seats): void {
  post.held += 1
  post.lastSeat += 1
  work.moves.set(one.tenureId, {
    tenureId: one.tenureId,
    unitId: into.id,
    postId: post.id,
    seatNo: one.holding === 'acting' ? null : post.lastSeat,
    title: post.name,
    rank: post.rank,
  })
}

/** Someone without a post before has lost none; a second post beside the main one just ends. */
function wait(work: Work, into: UnitThen, one: Held): void {
  const lost = one.postId !== null
  work.moves.set(one.tenureId, {
    tenureId: one.tenureId,
    unitId: one.holding === 'main' ? into.id : null,
    postId: null,
    seatNo: null,
    title: lost ? WAITING : one.title,
    rank: lost ? 'specialist' : one.rank,
  })
}

async function placedByHand(work: Work, one: Held, into: UnitThen): Promise<boolean> {
  const placement = work.placements.get(one.recordNo)
  if (!placement || one.holding !== 'main') return false
  const { rows } = await sql<UnitThen>`select u.id from unit u
    where u.code = ${placement.unit ?? into.code} and u.during @> ${work.on}::date`.execute(work.db)
  const unit = rows[0] ? { ...into, id: rows[0].id } : undefined
  const where = ['placements', one.recordNo]
  if (!unit)
    throw mistake(
      { at: [] },
      'invalid',
      where,
      `Nơi bố trí ${one.name} không có đơn vị mã “${placement.unit}”.`,
    )
  if (!placement.title) {
    wait(work, unit, one)
    return true
  }
  const post = (await seatsIn(work, unit.id)).find(({ titleCode }) => titleCode === placement.title)
  if (!post)
    throw mistake(
      { at: [] },
      'invalid',
      where,
      `Nơi bố trí ${one.name} không có chức danh “${placement.title}”.`,
    )
  sit(work, unit, one, post)
  return true
}

/** Main posts first, the longest in the unit first: the order of the seats, not of merit. */
async function heldIn(db: Db, from: readonly UnitThen[], on: string): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select t.id as "tenureId", t.cadre_id as "cadreId", c.record_no as "recordNo",
      c.full_name as name, p.title_code as "titleCode", t.title, t.rank, t.holding,
      t.post_id as "postId"
    from tenure t join cadre c on c.id = t.cadre_id left join post p on p.id = t.post_id
    where t.unit_id = any(${from.map(({ id }) => id)}::integer[])
      and (upper(t.during) is null or upper(t.during) > ${on}::date)
    order by t.holding = 'main' desc, lower(t.during), c.id`.execute(db)
  return rows
}

/** Seats of a unit's posts; those this step has promised count as taken. */
async function seatsIn({ db, on, moves }: Work, unitId: number): Promise<Seats[]> {
  const { rows } = await sql<Seats>`
    select p.id, p.title_code as "titleCode", p.name, p.rank, p.seats,
      count(t.id) filter (where t.holding <> 'acting')::integer as held,
      coalesce(max(t.seat_no), 0)::integer as "lastSeat"
    from post p left join tenure t on t.post_id = p.id
      and (upper(t.during) is null or upper(t.during) > ${on}::date)
    where p.unit_id = ${unitId} and p.during @> ${on}::date
    group by p.id order by lower(p.during) desc, p.id desc`.execute(db)
  const promised = Map.groupBy(moves.values(), ({ postId }) => postId)
  return rows.map((row) => {
    const taken = promised.get(row.id)?.length ?? 0
    return { ...row, held: row.held + taken, lastSeat: row.lastSeat + taken }
  })
}

/**
 * Posts that are no leader's come along with their seats, as rows beside those already there: seats
 * of a post are not dated, so more of them would change the past. Leaders' posts come only where the
 * unit has none of the title: as many seats as the largest of those merged.
 */
async function bringPosts(work: Work, from: readonly UnitThen[], into: UnitThen): Promise<void> {
  const { rows } = await sql<Omit<PostToFound, 'unitId'>>`
    select title_code as "titleCode", min(name) as name, min(rank) as rank,
      min(managed_by) as "managedBy", bool_or(in_frame) as "inFrame", bool_or(is_key) as "isKey",
      case when min(rank) = any(${[...LEADS]}) then max(seats) else sum(seats) end::integer as seats
    from post p
    where unit_id = any(${from.map(({ id }) => id)}::integer[]) and during @> ${work.on}::date
      and not (rank = any(${[...LEADS]}) and exists (select from post own
        where own.unit_id = ${into.id} and own.title_code = p.title_code
          and own.during @> ${work.on}::date))
      and not exists (select from unit u where u.id = ${into.id} and ${onlyOwnLeaders(from, into)}
        and p.rank = any(${[...LEADS]}))
    group by title_code order by min(id)`.execute(work.db)
  const { changes } = await foundPosts(
    work.db,
    rows.map((post) => ({ ...post, unitId: into.id })),
    work.on,
  )
  work.changes.push(...changes)
}

/** Leaders of another kind of unit (a district's secretary in a city) bring no post of their own. */
const onlyOwnLeaders = (from: readonly UnitThen[], into: UnitThen) =>
  sql`${from.some(({ kind }) => kind !== into.kind)}::boolean`
