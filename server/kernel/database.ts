import { Kysely, PostgresDialect, type PostgresPool, sql } from 'kysely'
import pg from 'pg'
import { type Engine, type EngineAt, restarting, startEngine } from './embedded-engine.ts'
import type { Tables } from './tables.generated.ts'

export type Db = Kysely<Tables>

export interface Database {
  db: Db
  kind: 'embedded' | 'server'
  /** Connections to a server, for monitoring. */
  connections?(): { total: number; idle: number; waiting: number }
  /** A copy of the whole embedded database, for a quick start of tests. */
  dump?(): Promise<ArrayBuffer>
  close(): Promise<void>
}

/** PostgreSQL by address. Dates stay text, counts and coefficients become numbers, on both engines. */
export function openServer(connectionString: string): Database {
  const asText = (value: string) => value
  const parsers: Record<number, (value: string) => unknown> = {
    [pg.types.builtins.DATE]: asText,
    [pg.types.builtins.TIMESTAMP]: asText,
    [pg.types.builtins.TIMESTAMPTZ]: asText,
    [pg.types.builtins.INT8]: Number,
    [pg.types.builtins.NUMERIC]: Number,
  }
  const pool = new pg.Pool({
    connectionString,
    max: 10,
    connectionTimeoutMillis: 10_000,
    // Questions here are long statements over modest tables: compiling one takes ten times its run.
    onConnect: async (client) => {
      await client.query('set jit = off')
    },
    types: { getTypeParser: (oid, format) => parsers[oid] ?? pg.types.getTypeParser(oid, format) },
  })
  // A connection that breaks fails its query; unheard, its event would end the whole server.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  return {
    db,
    kind: 'server',
    connections: () => ({
      total: pool.totalCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => db.destroy(),
  }
}

/** PGlite in a worker thread; without a folder it lives in memory. */
export async function openEmbedded(at: EngineAt): Promise<Database> {
  const engineNow = restarting(await startEngine(at), at)
  const db = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool: oneConnection(engineNow) }),
  })
  return {
    db,
    kind: 'embedded',
    dump: async () => (await (await engineNow()).ask({ dump: true })).bytes as ArrayBuffer,
    async close() {
      await db.destroy()
      await (await engineNow()).stop()
    },
  }
}

/** PGlite is one session: whoever holds the connection finishes their transaction first. */
function oneConnection(engineNow: () => Promise<Engine>): PostgresPool {
  let queue: Promise<void> = Promise.resolve()
  const pool = {
    async connect() {
      let release = () => {}
      const turn = queue
      queue = new Promise<void>((resolve) => {
        release = resolve
      })
      await turn
      // Bound to one run of the engine: after a crash the rest of a transaction must not go on alone.
      const engine = await engineNow().catch((error) => {
        release()
        throw error
      })
      return {
        release,
        async query(text: string, params: readonly unknown[] = []) {
          const { rows, affected } = await engine.ask({ sql: text, params })
          return {
            rows,
            rowCount: affected,
            command: /^\s*(\w+)/.exec(text)?.[1]?.toUpperCase() ?? '',
          }
        },
      }
    },
    end: async () => undefined,
  }
  return pool as unknown as PostgresPool
}

/** Runs inside the caller's transaction if there is one (as a savepoint), else in its own. */
export async function atomically<T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> {
  if (!db.isTransaction) return db.transaction().execute(work)
  await sql`savepoint inner_step`.execute(db)
  try {
    const result = await work(db)
    await sql`release savepoint inner_step`.execute(db)
    return result
  } catch (error) {
    await sql`rollback to savepoint inner_step`.execute(db)
    // Left standing it would be the one an outer step of the same name rolls back to.
    await sql`release savepoint inner_step`.execute(db)
    throw error
  }
}

/** Until the end of the transaction, unqualified names are this province's tables; no row is hidden. */
export async function inSchema(db: Db, schema: string): Promise<void> {
  await sql`select set_config('search_path', ${`${schema}, public`}, true)`.execute(db)
}

/** Many rows in one statement: the fast road for imports and demonstration provinces, on any driver. */
export async function insertRows(
  db: Db,
  table: keyof Tables,
  rows: readonly object[],
): Promise<void> {
  const first = rows[0]
  if (!first) return
  const columns = sql.join(Object.keys(first).map((name) => sql.id(name)))
  for (let start = 0; start < rows.length; start += 5000) {
    const chunk = JSON.stringify(rows.slice(start, start + 5000))
    await sql`insert into ${sql.table(table)} (${columns})
      select ${columns} from json_populate_recordset(null::${sql.table(table)}, ${chunk}::json)`.execute(
      db,
    )
  }
}

/** After rows that brought their own ids: the next id follows the highest. */
export async function advanceIds(db: Db, tables: readonly (keyof Tables)[]): Promise<void> {
  for (const table of tables) {
    await sql`select setval(pg_get_serial_sequence(${table}, 'id'),
      greatest((select max(id) from ${sql.table(table)}), 1))`.execute(db)
  }
}
