import { sql } from 'kysely'
import type { Actor } from '#server/kernel/context.ts'
import type { Database, Db } from '#server/kernel/database.ts'
import { decide } from '#server/reorganisations/decide.ts'
import type { Plan, Step } from '#server/reorganisations/plan-shape.ts'
import { prepare } from '#server/reorganisations/plans.ts'
import { contextOn } from './context-on.ts'
import { plusDays, yearOf } from './days.ts'
import type { ProvinceFile } from './province-file.ts'

const BASIS = 'Nghị quyết số 18-NQ/TW về sắp xếp tổ chức bộ máy tinh gọn; đề án của cơ quan'

const OFFICER: Actor = {
  name: 'tinh',
  displayName: 'Ban Tổ chức Tỉnh ủy',
  position: null,
  role: 'province_officer',
  scope: null,
  unitId: null,
  cadreId: null,
}

interface Found {
  code: string
  name: string
  parent: string
}

/**
 * One decided plan and one draft in every demonstration province. Where a printed figure counts
 * transfers, the decided one only renames.
 */
export async function planReorganisations(
  database: Database,
  db: Db,
  { code, name, looks_at: looksAt }: Pick<ProvinceFile, 'code' | 'name' | 'looks_at'>,
): Promise<void> {
  const [first, second] = await divisions(db, looksAt)
  const [smaller, larger] = await departments(db, looksAt)
  if (!first || !second || !smaller || !larger) return
  const ctx = { ...contextOn(database, db, { code, name }, looksAt), actor: OFFICER }
  const merges = code === 'lang-son' || code === 'vinh-phuc'
  const step: Step = merges
    ? { kind: 'merge', units: [second.code], into: first.code, posts: {}, deputies: 'keep' }
    : { kind: 'rename', unit: second.code, name: `${second.name} và Pháp chế` }
  const { id, version } = await prepare(ctx, {
    title: merges
      ? `Nhập ${second.name} vào ${first.name}, ${first.parent}`
      : `Đổi tên ${second.name}, ${second.parent}`,
    effective_on: plusDays(looksAt, -42),
    legal_basis: BASIS,
    steps: [step],
    placements: [],
  })
  await decide(ctx, id, version, {
    decision_no: `1${yearOf(looksAt) % 100}8/QĐ-UBND`,
    signed_on: plusDays(looksAt, -56),
    signed_by: 'Chủ tịch UBND tỉnh',
  })
  await prepare(ctx, draftOf(smaller, larger, looksAt))
}

const draftOf = (smaller: Found, larger: Found, looksAt: string): Plan => ({
  title: `Nhập ${smaller.name} vào ${larger.name}`,
  effective_on: plusDays(looksAt, 34),
  legal_basis: BASIS,
  steps: [{ kind: 'merge', units: [smaller.code], into: larger.code, posts: {}, deputies: 'keep' }],
  placements: [],
})

/** The first two divisions of the first department that has three. */
async function divisions(db: Db, on: string): Promise<Found[]> {
  const { rows } = await sql<Found>`
    with divisions as (
      select u.code, n.name, pn.name as parent, u.tree_from, p.parent_id,
        count(*) over (partition by p.parent_id) as siblings
      from unit u join unit_name n on n.unit_id = u.id and n.during @> ${on}::date
      join unit_parent p on p.unit_id = u.id and p.during @> ${on}::date
      join unit above on above.id = p.parent_id and above.kind = 'department'
      join unit_name pn on pn.unit_id = above.id and pn.during @> ${on}::date
      where u.kind = 'division' and u.during @> ${on}::date and n.name like 'Phòng %')
    select code, name, parent from divisions where siblings >= 3 order by tree_from limit 2`.execute(
    db,
  )
  return rows
}

/** The two departments with the fewest people, the smaller first. */
async function departments(db: Db, on: string): Promise<Found[]> {
  const { rows } = await sql<Found>`
    select u.code, n.name, '' as parent from unit u
    join unit_name n on n.unit_id = u.id and n.during @> ${on}::date
    join unit under on under.tree_from between u.tree_from and u.tree_to
    join tenure t on t.unit_id = under.id and t.holding = 'main' and t.during @> ${on}::date
    where u.kind = 'department' and u.during @> ${on}::date and n.name like 'Sở %'
    group by u.id, n.name order by count(*), u.id limit 2`.execute(db)
  return rows
}
