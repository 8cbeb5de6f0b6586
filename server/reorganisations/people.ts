import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'
import { bringPosts, LEADS } from './posts.ts'
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

/**
 * The people of ended units come to a unit: into free seats of the same title, else the title the
 * plan names, else they wait and are listed. Nobody is chosen among several for too few seats.
 */
export async function bringPeople(
  work: Work,
  from: readonly UnitThen[],
  into: UnitThen,
  rules: PlacingRules,
  only?: { people: readonly string[]; titles: readonly string[] },
): Promise<void> {
  const all = await heldIn(work.db, from, work.on)
  const stranger = only?.people.find((named) => !all.some(({ recordNo }) => recordNo === named))
  if (stranger)
    throw mistake(
      work,
      'invalid',
      ['parts', 'people', stranger],
      `Hồ sơ ${stranger} không có chức vụ ở ${from.map(({ name }) => name).join(', ')} ngày đó. Người của phòng đi theo phòng; hãy bỏ số này hoặc sửa lại.`,
    )
  const held = all.filter((one) => (!only || isNamed(one, only)) && !work.moves.has(one.tenureId))
  if (!only || only.titles.length > 0) await bringPosts(work, from, into, only?.titles)
  const unplaced: Held[] = []
  for (const one of held) if (!(await placedByHand(work, one, into))) unplaced.push(one)
  const seats = await seatsIn(work, into.id)
  const waiting = Map.groupBy(
    unplaced,
    ({ titleCode }) => seats.find((post) => post.titleCode === titleCode) ?? null,
  )
  for (const [post, people] of waiting) seat(work, into, post, people, seats, rules)
}

const isNamed = (
  { recordNo, titleCode }: Held,
  { people, titles }: { people: readonly string[]; titles: readonly string[] },
): boolean => people.includes(recordNo) || (titleCode !== null && titles.includes(titleCode))

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
