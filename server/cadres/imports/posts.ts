import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Option, Say } from './cells.ts'
import type { Meanings } from './decisions.ts'
import { optionsNear } from './nearness.ts'
import { postKey, rankOf } from './post-names.ts'
import { type KnownUnit, nameKey } from './units.ts'

export interface KnownPost {
  id: number
  unitId: number
  titleCode: string
  name: string
  rank: string
  seats: number
  /** Seats somebody ever held, with the first day they are free again; null while they are held. */
  held: Map<number, string | null>
}

/** The lowest seat that is free from that day on. */
export function freeSeat({ seats, held }: KnownPost, since: string): number | undefined {
  for (let seat = 1; seat <= seats; seat++) {
    const until = held.get(seat)
    if (until === undefined || (until !== null && until <= since)) return seat
  }
  return undefined
}

export interface PostIndex {
  /** The post a text names in a unit; a text no post fits keeps its words and gets a rank. */
  named(text: string, unit: KnownUnit): PostMatch
  titleCode(text: string): string | undefined
  /** Titles a text could have meant. */
  titlesNear(text: string): Option[]
}

export type PostMatch =
  | { post: KnownPost; title: string; rank: string; say?: Say }
  | { post: null; title: string; rank: string; say: Say }
  | { refused: Say }

/** Posts and their free seats, once for a whole file. */
export async function postIndex(
  { db }: Context,
  asOf: string,
  meanings: Meanings,
): Promise<PostIndex> {
  const { rows } = await sql<{
    id: number
    unit_id: number
    title_code: string
    name: string
    title_name: string
    short_name: string | null
    rank: string
    seats: number
    held: Record<string, string | null>
  }>`select p.id, p.unit_id, p.title_code, p.name, t.name as title_name, t.short_name, p.rank, p.seats,
      coalesce(h.held, '{}') as held
    from post p join job_title t on t.code = p.title_code
    left join (select post_id, jsonb_object_agg(seat_no, free_on) as held from (
      select post_id, seat_no, case when bool_or(upper_inf(during)) then null
        else max(upper(during)) end as free_on
      from tenure where post_id is not null and seat_no is not null
      group by post_id, seat_no) seat group by post_id) h on h.post_id = p.id
    where p.during @> ${asOf}::date order by p.id`.execute(db)
  const byUnit = Map.groupBy(
    rows.map((row) => ({
      keys: [row.name, row.title_name, row.short_name ?? row.name].map(postKey),
      post: {
        id: row.id,
        unitId: row.unit_id,
        titleCode: row.title_code,
        name: row.name,
        rank: row.rank,
        seats: row.seats,
        held: new Map(Object.entries(row.held).map(([seat, free]) => [Number(seat), free])),
      },
    })),
    ({ post }) => post.unitId,
  )
  const titles = await db.selectFrom('job_title').select(['code', 'name', 'short_name']).execute()
  const titleKeys = new Map<string, string>()
  for (const { code, name, short_name } of titles) {
    for (const key of [name, short_name ?? name].map(postKey)) {
      if (!titleKeys.has(key)) titleKeys.set(key, code)
    }
  }
  const matches = new Map<string, PostMatch>()
  return {
    named(written, unit) {
      const text = meanings.of('post', written)?.to ?? written
      const asked = `${unit.id} ${text}`
      const found = matches.get(asked) ?? match(text, unit, byUnit.get(unit.id) ?? [])
      matches.set(asked, found)
      return found
    },
    titleCode(written) {
      const key = postKey(meanings.of('planned_title', written)?.to ?? written)
      return titleKeys.get(key) ?? titleKeys.get(`${key} va tuong duong`)
    },
    titlesNear: (text) =>
      optionsNear(
        text,
        titles.map(({ name }) => name),
      ),
  }
}

interface Candidate {
  keys: readonly string[]
  post: KnownPost
}

function match(text: string, unit: KnownUnit, candidates: readonly Candidate[]): PostMatch {
  const key = withoutUnit(postKey(text), unit)
  const fitting = (fits: (own: string) => boolean) =>
    candidates.filter(({ keys }) => keys.some((own) => fits(withoutUnit(own, unit))))
  const exact = fitting((own) => own === key)
  const found = exact.length > 0 ? exact : fitting((own) => own.startsWith(`${key} `))
  const names = new Set(found.map(({ post }) => post.name))
  if (names.size > 1 && exact.length === 0) {
    const options = [...names].join(' hay ')
    return {
      refused: {
        reason: `Không rõ “${text}” là ${options}.`,
        fix: `Ghi đủ chức vụ: ${options}.`,
        options: optionsNear(text, [...names]),
        asked: text,
      },
    }
  }
  const post = found.map(({ post }) => post).toSorted((a, b) => a.id - b.id)[0]
  if (post) return seated(text, post, exact.length === 0)
  const say = {
    reason: `${unit.name} chưa có vị trí “${text}” trong cơ cấu tổ chức; ghi theo lời của danh sách.`,
    fix: 'Thêm vị trí ở mục Tổ chức, hoặc sửa tên chức vụ cho khớp.',
    options: optionsNear(
      text,
      candidates.map(({ post }) => post.name),
    ),
    asked: text,
  }
  return { post: null, title: text, rank: rankOf(postKey(text)), say }
}

function seated(text: string, post: KnownPost, guessed: boolean): PostMatch {
  const { name: title, rank } = post
  if (!guessed) return { post, title, rank }
  const say = {
    reason: `“${text}” hiểu là ${title}, chức vụ duy nhất của đơn vị bắt đầu như vậy.`,
    fix: `Nếu không phải ${title}, ghi đủ tên chức vụ.`,
  }
  return { post, title, rank, say }
}

/** Phó Giám đốc Sở Nội vụ, in Sở Nội vụ, is the Phó Giám đốc. */
function withoutUnit(key: string, { name }: KnownUnit): string {
  const unit = nameKey(name)
  const kind = unit.split(' ')[0] ?? ''
  const area = unit.replace(/^(xa|phuong|thi tran|dac khu|huyen|thi xa|thanh pho) /, '')
  let rest = key
  for (const ending of [unit, area, kind, postKey(name), 'so', 'don vi', 'xa', 'phuong']) {
    if (rest.endsWith(` ${ending}`)) rest = rest.slice(0, -ending.length - 1)
  }
  return rest
}
