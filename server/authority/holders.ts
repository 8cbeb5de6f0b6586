import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import type { Delegation, Holder } from './delegations.ts'
import type { UnitOnPath } from './reach.ts'

interface PostRow {
  unitId: number
  unitCode: string
  unitName: string
  titleCode: string
  rank: string
  name: string
  cadreId: number | null
  fullName: string | null
}

export interface SeatedHolder {
  /** The person if somebody sits there that day, else the post. */
  holder: string
  cadreId: number | null
  fullName: string | null
  position: string
}

/** Who the holders are that day; names come from the directory card, which everybody may read. */
export async function holderFinder(
  { db }: Context,
  path: readonly UnitOnPath[],
  delegations: readonly Delegation[],
  on: string,
): Promise<(holder: Holder) => SeatedHolder[]> {
  const codes = delegations.flatMap(({ holder }) => holder.unitCode ?? [])
  const { rows } = await sql<PostRow>`
    select p.unit_id as "unitId", u.code as "unitCode", coalesce(n.name, u.code) as "unitName",
      p.title_code as "titleCode", p.rank, p.name, d.cadre_id as "cadreId",
      d.full_name as "fullName"
    from post p join unit u on u.id = p.unit_id
    left join unit_name n on n.unit_id = u.id and n.during @> ${on}::date
    left join directory_entry d
      on d.unit_id = p.unit_id and d.title = p.name and d.during @> ${on}::date
    where p.during @> ${on}::date and p.rank not in ('specialist', 'staff')
      and (u.code = any(${codes}::text[]) or u.id = any(${path.map(({ id }) => id)}::integer[]))
    order by p.id, d.cadre_id`.execute(db)
  return (holder) => {
    if (holder.body !== null) return [nobodyIn(holder.body)]
    const posts = postsOf(holder, path, rows)
    if (posts.length === 0) return [nobodyIn(holder.words)]
    return posts.map(({ name, unitName, cadreId, fullName }) => {
      const position = `${name}, ${unitName}`
      return {
        holder: fullName ? `${fullName} (${position})` : position,
        cadreId,
        fullName,
        position,
      }
    })
  }
}

const nobodyIn = (position: string): SeatedHolder => ({
  holder: position,
  cadreId: null,
  fullName: null,
  position,
})

function postsOf(holder: Holder, path: readonly UnitOnPath[], rows: readonly PostRow[]): PostRow[] {
  const { unitCode, rank, title, prefer } = holder
  const fits = (post: PostRow) => (rank ? post.rank === rank : post.titleCode === title)
  if (unitCode) return rows.filter((post) => post.unitCode === unitCode && fits(post))
  for (const { id } of path) {
    const there = rows.filter((post) => post.unitId === id && fits(post))
    const preferred = there.filter(({ titleCode }) => prefer.includes(titleCode))
    if (there.length > 0) return preferred.length > 0 ? preferred : there
  }
  return []
}
