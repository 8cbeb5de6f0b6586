import { sql } from 'kysely'
import { foundUnit } from '#server/organisation/restructure.ts'
import type { Founded } from './plan-shape.ts'
import { mistake, type UnitThen, unitThen, type Work } from './work.ts'

/** An existing unit by its code, or one founded here, by default like the unit it follows. */
export async function targetOf(
  work: Work,
  target: string | Founded,
  where: (string | number)[],
  like: UnitThen | undefined,
): Promise<UnitThen> {
  if (typeof target === 'string') return unitThen(work, target, where)
  const under = target.under ? await unitThen(work, target.under, [...where, 'under']) : undefined
  if (target.code) await mustBeFree(work, target.code, [...where, 'code'])
  const unit = {
    code: target.code,
    name: target.name,
    shortName: target.short_name,
    kind: target.kind ?? like?.kind ?? 'division',
    level: target.level ?? like?.level ?? 'province',
    block: like?.block ?? null,
    parentId: under?.id ?? like?.parentId ?? null,
  }
  const { id, code, changes } = await foundUnit(work.db, unit, work.on)
  work.changes.push(...changes)
  return { ...unit, id, code }
}

async function mustBeFree(work: Work, code: string, where: (string | number)[]): Promise<void> {
  const { rows } = await sql`select 1 from unit where code = ${code}`.execute(work.db)
  if (rows.length > 0)
    throw mistake(
      work,
      'invalid',
      where,
      `Mã “${code}” đã thuộc một đơn vị khác, kể cả đơn vị đã kết thúc. Hãy đặt mã khác hoặc bỏ trống để tự đặt.`,
    )
}

export async function childrenThen(work: Work, id: number): Promise<UnitThen[]> {
  const { rows } = await sql<{ code: string }>`
    select u.code from unit_parent p join unit u on u.id = p.unit_id
    where p.parent_id = ${id} and p.during @> ${work.on}::date and u.during @> ${work.on}::date
    order by u.id`.execute(work.db)
  const children: UnitThen[] = []
  for (const { code } of rows) children.push(await unitThen(work, code, []))
  return children
}

export async function isWithin(work: Work, id: number, above: number): Promise<boolean> {
  const { rows } = await sql`
    with recursive up(id) as (select ${id}::integer union
      select p.parent_id from up join unit_parent p on p.unit_id = up.id and p.during @> ${work.on}::date)
    select 1 from up where id = ${above}`.execute(work.db)
  return rows.length > 0
}
