import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { insertRows } from '#server/kernel/database.ts'
import { nameKey } from '#server/kernel/text.ts'
import type { Planned } from './matching.ts'

/** The real number of a unit: one that came with this list had another while it was planned. */
export type UnitOf = (id: number | undefined) => number | null

/** New people with record numbers that follow the last one given; writers queue for the number. */
export async function newCadres(
  ctx: Context,
  created: readonly Planned[],
  importId: number,
  unitOf: UnitOf,
): Promise<Map<Planned, number>> {
  const { db } = ctx
  if (created.length === 0) return new Map()
  const numbers = await nextNumbers(ctx)
  const { rows } = await sql<{ id: number }>`
    select nextval(ids.sequence)::integer as id
    from (select pg_get_serial_sequence('cadre', 'id')::regclass as sequence offset 0) ids,
      generate_series(1, ${created.length})`.execute(db)
  const ids = new Map(created.map((planned, i) => [planned, rows[i]?.id ?? 0]))
  await insertRows(
    db,
    'cadre',
    created.map((planned, i) => {
      const { facts, unit } = planned
      const full_name = facts.full_name ?? ''
      return {
        id: ids.get(planned),
        record_no: `${numbers.prefix}-${String(numbers.last + i + 1).padStart(6, '0')}`,
        full_name,
        other_names: facts.other_names ?? null,
        sex: facts.sex ?? null,
        born_on: facts.birth?.on ?? null,
        born_precision: facts.birth?.precision ?? null,
        birth_place: facts.birth_place ?? null,
        home_place: facts.home_place ?? null,
        ethnicity: facts.ethnicity ?? null,
        religion: facts.religion ?? null,
        staff_number: facts.staff_number ?? null,
        first_recruited_on: facts.first_recruited_on ?? null,
        general_education: facts.general_education ?? null,
        unit_id: unitOf(unit?.id),
        name_search: planned.nameSearch,
        name_key: nameKey(full_name),
        import_id: importId,
        created_at: new Date().toISOString(),
      }
    }),
  )
  return ids
}

/** The prefix most records carry (`LS`), else the initials of the province, and the highest number. */
async function nextNumbers({ db, province }: Context): Promise<{ prefix: string; last: number }> {
  await sql`select pg_advisory_xact_lock(7204, hashtext(current_schema()))`.execute(db)
  const { rows } = await sql<{ prefix: string; last: number }>`
    select split_part(record_no, '-', 1) as prefix, max(split_part(record_no, '-', 2)::integer) as last
    from (select record_no from cadre union all select gone_record_no from cadre_merge) given
    where record_no ~ '^[A-Z]+-[0-9]{1,9}$'
    group by 1 order by count(*) desc, 1 limit 1`.execute(db)
  const initials = province.code.split('-').map((word) => word.charAt(0).toUpperCase())
  return rows[0] ?? { prefix: initials.join(''), last: 0 }
}
