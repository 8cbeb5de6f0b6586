import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { type Db, insertRows } from '#server/kernel/database.ts'
import { keepAliases } from './aliases.ts'
import { PRIVATE_COLUMNS } from './fills.ts'
import { mappingOf } from './mapping.ts'
import type { Planned } from './matching.ts'
import { newCadres, type UnitOf } from './new-cadres.ts'
import type { Plan } from './plan.ts'
import { ROW_TABLES, type RowTable } from './records.ts'
import { writeUnits } from './units-to-come.ts'
import { writeUpdates } from './updates.ts'

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
      sheet: [...new Set(plan.listings.map(({ grid }) => grid.sheet.name))].join(', '),
      tables: JSON.stringify(tablesSaid(plan)),
      mapping: JSON.stringify(mappingOf(plan.listings)),
      outcome: JSON.stringify(outcome),
      account_name: ctx.actor.name,
      committed_at: sql`now()`,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await keepAliases(ctx, plan.decisions, plan.headings, importId)
  const unitIds = await writeUnits(ctx, plan.coming, plan.asOf, importId)
  const unitOf = (id: number | undefined) => (id === undefined ? null : (unitIds.get(id) ?? id))
  const created = plan.people.filter(({ outcome }) => outcome === 'create')
  const ids = await newCadres(ctx, created, importId, unitOf)
  const cadreOf = (planned: Planned) => planned.person?.id ?? ids.get(planned) ?? null
  await writeRows(db, plan.people, cadreOf, importId, unitOf)
  await fillRecords(db, plan.people)
  const changes = new Map<Planned, number[]>()
  for (const planned of plan.people) {
    if (planned.accepted.length === 0) continue
    const about = { fileName: file.name, importId }
    changes.set(planned, await writeUpdates(ctx, planned, about))
  }
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
      changes: changes.get(planned) ?? [],
    })),
  )
  return importId
}

/** What the next import of the same file starts from. */
const tablesSaid = ({ tables }: Plan) =>
  tables
    .filter(({ readable }) => readable)
    .map(({ name, read, unitId }) => ({ table: name, read, unitId }))

const OUTCOMES = {
  create: 'created',
  complete: 'completed',
  unchanged: 'unchanged',
  rejected: 'rejected',
}

/** Rows are put together while the database still writes those before them. */
async function writeRows(
  db: Db,
  people: readonly Planned[],
  cadreOf: (planned: Planned) => number | null,
  importId: number,
  unitOf: UnitOf,
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
        const place = 'unit_id' in row ? { unit_id: unitOf(Number(row.unit_id)) } : {}
        rows.push({ cadre_id, ...row, ...place, import_id: importId })
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
