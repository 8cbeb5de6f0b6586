import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { type Db, insertRows } from '#server/kernel/database.ts'
import { nameKey } from '#server/kernel/text.ts'
import { PRIVATE_COLUMNS } from './fills.ts'
import type { Planned } from './matching.ts'
import type { Plan } from './plan.ts'
import { ROW_TABLES, type RowTable } from './records.ts'
import { mappingOf } from './tables.ts'

/** Writes a plan: a handful of statements whatever the number of people. */
export async function writePlan(
  ctx: Context,
  plan: Plan,
  file: { name: string; bytes: Uint8Array },
  outcome: object,
): Promise<number> {
  const { db } = ctx
  // New names wait in the search index's list and are merged in bulk, not one by one.
  await sql`select set_config('gin_pending_list_limit', '65536', true)`.execute(db)
  const { id: importId } = await db
    .insertInto('import')
    .values({
      file_name: file.name,
      sha256: plan.sha256,
      content: Buffer.from(file.bytes),
      sheet: plan.listings.map(({ grid }) => grid.sheet.name).join(', '),
      mapping: JSON.stringify(mappingOf(plan.listings)),
      outcome: JSON.stringify(outcome),
      account_name: ctx.actor.name,
      committed_at: sql`now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const created = plan.people.filter(({ outcome }) => outcome === 'create')
  const ids = await newCadres(ctx, created, importId)
  const cadreOf = (planned: Planned) => planned.person?.id ?? ids.get(planned) ?? null
  await writeRows(db, plan.people, cadreOf, importId)
  await fillRecords(db, plan.people)
  await insertRows(
    db,
    'import_row',
    plan.people.map((planned) => ({
      import_id: importId,
      sheet: planned.sheet,
      row_no: planned.row,
      cadre_id: cadreOf(planned),
      outcome: OUTCOMES[planned.outcome],
      problems: planned.problems,
      filled: planned.change?.fills ?? {},
    })),
  )
  return importId
}

const OUTCOMES = {
  create: 'created',
  complete: 'completed',
  unchanged: 'unchanged',
  rejected: 'rejected',
} as const

/** New people with record numbers that follow the last one given; writers queue for the number. */
async function newCadres(
  ctx: Context,
  created: readonly Planned[],
  importId: number,
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
        unit_id: unit?.id ?? null,
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
    from cadre where record_no ~ '^[A-Z]+-[0-9]{1,9}$'
    group by 1 order by count(*) desc, 1 limit 1`.execute(db)
  const initials = province.code.split('-').map((word) => word.charAt(0).toUpperCase())
  return rows[0] ?? { prefix: initials.join(''), last: 0 }
}

/** Rows are put together while the database still writes those before them. */
async function writeRows(
  db: Db,
  people: readonly Planned[],
  cadreOf: (planned: Planned) => number | null,
  importId: number,
): Promise<void> {
  let writing = insertRows(db, 'cadre_private', privateRows(people, cadreOf, importId))
  const send = async (table: RowTable, rows: readonly object[]) => {
    await writing
    writing = insertRows(db, table, rows)
    // The statement leaves this process only when others get their turn.
    await new Promise((resolve) => setImmediate(resolve))
  }
  for (const table of ROW_TABLES) {
    let rows: object[] = []
    for (const planned of people) {
      const cadre_id = cadreOf(planned)
      for (const row of planned.change?.rows[table] ?? []) {
        rows.push({ cadre_id, ...row, import_id: importId })
      }
      if (rows.length >= AT_ONCE) {
        await send(table, rows)
        rows = []
      }
    }
    await send(table, rows)
  }
  await writing
}

const AT_ONCE = 4000

function privateRows(
  people: readonly Planned[],
  cadreOf: (planned: Planned) => number | null,
  importId: number,
): object[] {
  return people.flatMap((planned) => {
    if (planned.outcome !== 'create' && !lacksPrivate(planned)) return []
    const said = PRIVATE_COLUMNS.map((column) => [column, planned.facts[column] ?? null] as const)
    if (said.every(([, value]) => value === null)) return []
    return [{ cadre_id: cadreOf(planned), ...Object.fromEntries(said), import_id: importId }]
  })
}

const lacksPrivate = ({ outcome, person }: Planned) =>
  outcome === 'complete' && person !== null && !person.has_private

/** Fills empty columns of known records; what is there stays even if it changed since the plan. */
async function fillRecords(db: Db, people: readonly Planned[]): Promise<void> {
  const tables = [
    ['cadre', 'id'],
    ['cadre_private', 'cadre_id'],
    ['party_membership', 'cadre_id'],
  ] as const
  for (const [table, key] of tables) {
    const filled = people.flatMap(({ person, change }) => {
      const values = change?.fills[table]
      return person && values ? [{ [key]: person.id, ...values }] : []
    })
    const columns = [...new Set(filled.flatMap((row) => Object.keys(row)))].filter(
      (name) => name !== key,
    )
    if (columns.length === 0) continue
    const sets = columns.map(
      (name) =>
        sql`${sql.id(name)} = coalesce(${sql.id('known', name)}, ${sql.id('listed', name)})`,
    )
    await sql`update ${sql.table(table)} as known set ${sql.join(sets)}
      from json_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(filled)}::json) as listed
      where known.${sql.id(key)} = listed.${sql.id(key)}`.execute(db)
  }
}
