import { sql } from 'kysely'
import { nearest } from '#rules/nearest.ts'
import type { Move } from '#server/cadres/moves.ts'
import type { Db } from '#server/kernel/database.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Change } from '#server/organisation/changes.ts'
import type { Plan } from './plan-shape.ts'

export interface UnitThen {
  id: number
  code: string
  name: string
  kind: string
  level: string
  block: string | null
  parentId: number | null
}

/** A plan being carried out: what the steps read, and what they have written so far. */
export interface Work {
  db: Db
  on: string
  basis: string
  placements: ReadonlyMap<string, { unit?: string | undefined; title?: string | undefined }>
  changes: Change[]
  /** Who goes where in this step, by tenure; written together when the step is done. */
  moves: Map<number, Move>
  /** Where the step stands in the plan, so that a refusal names the line. */
  at: (string | number)[]
}

export function beginWork(db: Db, plan: Plan, basis: string): Work {
  return {
    db,
    on: plan.effective_on,
    basis,
    placements: new Map(plan.placements.map((one) => [one.person, one])),
    changes: [],
    moves: new Map(),
    at: [],
  }
}

/** A refusal that says where in the plan the mistake is, as path of the document. */
export function mistake(
  work: Pick<Work, 'at'>,
  kind: 'invalid' | 'conflict',
  where: (string | number)[],
  message: string,
): Refusal {
  return new Refusal(kind, message, { path: [...work.at, ...where] })
}

/** The unit a code names on the day of the plan. */
export async function unitThen(
  work: Work,
  code: string,
  where: (string | number)[],
): Promise<UnitThen> {
  const { rows } = await sql<UnitThen>`
    select u.id, u.code, u.kind, u.level, u.block, p.parent_id as "parentId",
      coalesce(n.name, u.code) as name
    from unit u
    left join unit_name n on n.unit_id = u.id and n.during @> ${work.on}::date
    left join unit_parent p on p.unit_id = u.id and p.during @> ${work.on}::date
    where u.code = ${code} and u.during @> ${work.on}::date`.execute(work.db)
  const [unit] = rows
  if (unit) return unit
  const known = await sql<{ code: string }>`
    select code from unit where during @> ${work.on}::date`.execute(work.db)
  const near = /"(.+)"/.exec(
    nearest(
      code,
      known.rows.map((row) => row.code),
    ),
  )?.[1]
  throw mistake(
    work,
    'invalid',
    where,
    `Ngày ${inVietnamese(work.on)} không có đơn vị nào mã “${code}”${near ? `; có phải “${near}”?` : '.'} Đơn vị có thể đã kết thúc hoặc chưa lập ngày đó.`,
  )
}

/** A unit about which something already begins later cannot be ended or renamed before it. */
export async function mustBeQuiet(work: Work, unit: UnitThen, where: (string | number)[]) {
  const { rows } = await sql<{ what: string; since: string }>`
    select 'tên gọi' as what, lower(during)::text as since from unit_name
      where unit_id = ${unit.id} and lower(during) >= ${work.on}::date
    union all select 'đơn vị cấp trên', lower(during)::text from unit_parent
      where unit_id = ${unit.id} and lower(during) >= ${work.on}::date
    union all select 'chức danh', lower(during)::text from post
      where unit_id = ${unit.id} and lower(during) > ${work.on}::date
    order by since limit 1`.execute(work.db)
  const [later] = rows
  if (!later) return
  throw mistake(
    work,
    'conflict',
    where,
    `${unit.name} đã có ${later.what} từ ngày ${inVietnamese(later.since)}, không trước ngày ${inVietnamese(work.on)} của phương án. Hãy chọn ngày hiệu lực sau đó, hoặc hoàn tác quyết định kia trước.`,
  )
}
