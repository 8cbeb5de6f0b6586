import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { canonical, type Option, type Say } from './cells.ts'
import { nearestFirst } from './nearness.ts'

export interface KnownUnit {
  id: number
  name: string
  kind: string
  /** All units above it, nearest first. */
  above: readonly number[]
  /** Last day it existed, when that is over, and the units that took its place. */
  endedOn: string | null
  successors: readonly string[]
  /** The unit right above it, when that is not the province. */
  path?: string
}

export type UnitMatch = { unit: KnownUnit } | { refused: Say } | undefined

/** Units by every name an office may write for them. */
export interface UnitIndex {
  named(text: string, within?: readonly KnownUnit[]): UnitMatch
  byId(id: number): KnownUnit | undefined
  /** Units a text could have meant, and a new one where that may be. */
  near(text: string): Option[]
}

const optionOf = ({ id, name, path }: KnownUnit): Option => ({
  to: String(id),
  label: path ? `${name} (${path})` : name,
})

/** All units that ever were, once for a whole file. */
export async function unitIndex(
  { db }: Context,
  asOf: string,
): Promise<UnitIndex & { root: KnownUnit; isBare: boolean }> {
  const { rows } = await sql<{
    id: number
    kind: string
    ended_on: string | null
    name: string
    short_name: string | null
    parent_id: number | null
    successors: string[]
  }>`select u.id, u.kind, n.name, n.short_name, p.parent_id,
      case when u.during @> ${asOf}::date then null else (upper(u.during) - 1)::text end as ended_on,
      array(select coalesce(sn.name, '') from unit_succession s
        join unit_name sn on sn.unit_id = s.successor_id and upper_inf(sn.during)
        where s.unit_id = u.id) as successors
    from unit u
    join unit_name n on n.unit_id = u.id
    left join lateral (select parent_id from unit_parent p where p.unit_id = u.id
      order by p.during @> ${asOf}::date desc, lower(p.during) desc limit 1) p on true
    order by u.id, lower(n.during)`.execute(db)
  const parents = new Map(rows.map(({ id, parent_id }) => [id, parent_id]))
  const units = new Map<number, KnownUnit>()
  const keys = new Map<string, Set<number>>()
  for (const { id, kind, name, short_name, ended_on, successors } of rows) {
    units.set(id, { id, kind, name, above: aboveOf(id, parents), endedOn: ended_on, successors })
    for (const key of keysOf(name, short_name, kind)) {
      keys.set(key, (keys.get(key) ?? new Set()).add(id))
    }
  }
  const found = new Map<string, KnownUnit[]>()
  const find = (text: string) => {
    const known = found.get(text)
    if (known) return known
    const named = [...(keys.get(nameKey(text)) ?? [])].flatMap((id) => units.get(id) ?? [])
    found.set(text, named)
    return named
  }
  const root = [...units.values()].find(({ kind }) => kind === 'province')
  if (!root) throw new Error('a province without its root unit')
  return {
    root,
    /** Nothing but the province itself: a new office brings its units with its first list. */
    isBare: units.size === 1,
    byId: (id) => units.get(id),
    named: (text, within = []) => oneOf(text, find, within),
    near: (text) =>
      nearestFirst(
        nameKey(text),
        [...units.values()].filter(({ endedOn }) => endedOn === null),
        ({ name }) => nameKey(name),
        8,
      ).map((unit) => {
        const above = units.get(unit.above[0] ?? 0)
        return optionOf(above && above !== root ? { ...unit, path: above.name } : unit)
      }),
  }
}

function aboveOf(id: number, parents: ReadonlyMap<number, number | null>): number[] {
  const above: number[] = []
  for (let at = parents.get(id); at != null && above.length < 20; at = parents.get(at))
    above.push(at)
  return above
}

const AREA = 'xa|phuong|thi tran|dac khu|huyen|thi xa|thanh pho|tinh'

/** One spelling of the abbreviations in names of units. */
export function nameKey(text: string): string {
  return canonical(text.replaceAll('&', ' và '))
    .replace(/\bubnd\b/g, 'uy ban nhan dan')
    .replace(/\bhdnd\b/g, 'hoi dong nhan dan')
    .replace(/\b(ub)?mttq( viet nam| vn)?\b/g, 'uy ban mat tran to quoc viet nam')
    .replace(/\b(uy ban )+uy ban mat tran/g, 'uy ban mat tran')
    .replace(/\bvp\b/g, 'van phong')
    .replace(/\bkh ?va ?dt\b|\bkhdt\b/g, 'ke hoach va dau tu')
    .replace(/\bgd ?va ?dt\b|\bgddt\b/g, 'giao duc va dao tao')
    .replace(/\btn ?va ?mt\b|\btnmt\b/g, 'tai nguyen va moi truong')
    .replace(/\bnn ?va ?ptnt\b/g, 'nong nghiep va phat trien nong thon')
    .replace(/\bnn ?va ?mt\b/g, 'nong nghiep va moi truong')
    .replace(/\bkh ?va ?cn\b|\bkhcn\b/g, 'khoa hoc va cong nghe')
    .replace(/\btt ?va ?tt\b|\btttt\b/g, 'thong tin va truyen thong')
    .replace(/\bld ?tb ?(va ?)?xh\b|\bldtbxh\b/g, 'lao dong thuong binh va xa hoi')
    .replace(/\bgtvt\b/g, 'giao thong van tai')
    .replace(/\bvh ?tt ?(va ?)?dl\b/g, 'van hoa the thao va du lich')
    .replace(/\btp\b(?= )/g, 'thanh pho')
    .replace(
      new RegExp(
        `^(uy ban nhan dan|dang uy|hoi dong nhan dan|huyen uy|thanh uy|thi uy) (?=${AREA} )`,
      ),
      '',
    )
    .replace(/^(don vi|co quan) /, '')
    .replace(/ (nam|thang) \d.*$/, '')
    .trim()
}

function keysOf(name: string, short: string | null, kind: string): string[] {
  const full = nameKey(name)
  const keys = [full, full.replace(/ tinh [a-z ]+$/, ' tinh'), full.replace(/ tinh [a-z ]+$/, '')]
  if (short && short.length > 2) keys.push(nameKey(short))
  if (['commune', 'ward', 'township', 'special_zone', 'district'].includes(kind)) {
    keys.push(full.replace(new RegExp(`^(${AREA}) `), ''))
  }
  return keys
}

/** The unit of that name; with several of one name, the one below the units already known. */
function oneOf(
  text: string,
  find: (text: string) => KnownUnit[],
  within: readonly KnownUnit[],
): UnitMatch {
  if (find(text).length === 0 && !text.includes(',')) return undefined
  const [own = '', ...outer] = text.split(
    /\s*,\s*(?=(?:huyện|thị xã|thành phố|tp|h\.|sở|tỉnh|ubnd)(?!\p{L}))/iu,
  )
  let found = find(text).length > 0 ? find(text) : find(own)
  if (found.length === 0) return undefined
  const around = [...within, ...outer.flatMap(find)]
  const living = found.filter(({ endedOn }) => endedOn === null)
  if (living.length > 0) found = living
  for (const { id } of around.toReversed()) {
    const inside = found.filter((unit) => unit.above.includes(id) || unit.id === id)
    if (inside.length > 0) found = inside
  }
  const [unit, ...others] = found
  if (!unit) return undefined
  if (others.length > 0) {
    return {
      refused: {
        reason: `Có ${found.length} đơn vị cùng tên “${text}”.`,
        fix: 'Ghi thêm đơn vị cấp trên sau dấu phẩy, ví dụ “Phòng Nội vụ, huyện An Bình”.',
        options: found.map(optionOf),
        asked: text,
      },
    }
  }
  if (unit.endedOn !== null) {
    const now = unit.successors.length > 0 ? `; nay là ${unit.successors.join(', ')}` : ''
    return {
      refused: {
        reason: `${unit.name} chỉ còn đến ngày ${inVietnamese(unit.endedOn)}${now}.`,
        fix: 'Ghi tên đơn vị hiện nay.',
        asked: text,
      },
    }
  }
  return { unit }
}
