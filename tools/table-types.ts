/** Writes the row types of every table from a freshly migrated database: `npm run types [--check]`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sql } from 'kysely'
import { openEmbedded } from '#server/kernel/database.ts'
import { migrateHouse, migrateProvince } from '#server/kernel/migrate.ts'

const TARGET = join(import.meta.dirname, '../server/kernel/tables.generated.ts')
const TYPES: Record<string, string> = {
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  bool: 'boolean',
  bytea: 'Uint8Array',
  jsonb: 'unknown',
}

const database = await openEmbedded({})
await migrateHouse(database.db)
await migrateProvince(database.db, 'example')
const { rows } = await sql<Column>`
  select c.table_name, c.column_name, c.udt_name, c.is_nullable = 'YES' as nullable,
    c.is_generated = 'ALWAYS' as computed,
    c.column_default is not null or c.is_identity = 'YES' as has_default,
    col_description(format('%I.%I', c.table_schema, c.table_name)::regclass, c.ordinal_position) as said
  from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
  where t.table_type = 'BASE TABLE'
    and (table_schema = 'example' and table_name <> 'migration' or table_schema = 'public' and table_name = 'province')
  order by c.table_name, c.ordinal_position`.execute(database.db)
await database.close()
const text = render(rows)

if (process.argv.includes('--check')) {
  const current = readFileSync(TARGET, 'utf8')
  if (current !== text) {
    console.error('server/kernel/tables.generated.ts is stale: run `npm run types`.')
    process.exitCode = 1
  }
} else writeFileSync(TARGET, text)

interface Column {
  table_name: string
  column_name: string
  udt_name: string
  nullable: boolean
  computed: boolean
  has_default: boolean
  said: string | null
}

function render(columns: Column[]): string {
  const tables = Map.groupBy(columns, (column) => column.table_name)
  const bodies = [...tables].map(
    ([table, members]) => `  ${table}: {\n${members.map(member).join('')}  }\n`,
  )
  return [
    '// Written by `npm run types` from the migrated database.\n',
    "import type { ColumnType, Generated } from 'kysely'\n\n",
    `export interface Tables {\n${bodies.join('')}}\n`,
  ].join('')
}

function member({ column_name, udt_name, nullable, computed, has_default, said }: Column): string {
  const type = (TYPES[udt_name] ?? 'string') + (nullable ? ' | null' : '')
  const insertable = computed
    ? `ColumnType<${type}, never, never>`
    : has_default && !nullable
      ? `Generated<${type}>`
      : type
  const comment = said ? `    /** ${said} */\n` : ''
  return `${comment}    ${column_name}: ${insertable}\n`
}
