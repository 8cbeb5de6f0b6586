import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from '#server/kernel/database.ts'

/** Values are written the same by every engine and every setting of the machine. */
export async function writeAlike(db: Db): Promise<void> {
  await sql`select set_config('timezone', 'UTC', true), set_config('datestyle', 'ISO, YMD', true),
    set_config('bytea_output', 'hex', true), set_config('extra_float_digits', '1', true)`.execute(
    db,
  )
}

const PART = 4_000_000

/** The rows of a table as JSON lines, about 4 MB at a time, from a cursor of the transaction. */
export async function* linesOf(
  db: Db,
  schema: string,
  { name, columns }: { name: string; columns: readonly string[] },
): AsyncGenerator<string[]> {
  const listed = sql.join(columns.map((column) => sql.id(column)))
  await sql`declare rows_of no scroll cursor for
    select row_to_json(r)::text as line
    from (select ${listed} from ${sql.id(schema, name)}) r`.execute(db)
  let part: string[] = []
  let size = 0
  for (;;) {
    const { rows } = await sql<{ line: string }>`
      fetch ${sql.lit(nextFetch(part.length, size))} from rows_of`.execute(db)
    for (const { line } of rows) {
      part.push(line)
      size += line.length
    }
    if (part.length > 0 && (size >= PART || rows.length === 0)) {
      yield part
      part = []
      size = 0
    }
    if (rows.length === 0) break
  }
  await sql`close rows_of`.execute(db)
}

/** One row to begin with, for it may hold a scanned file; then as many as the rows so far allow. */
function nextFetch(rows: number, size: number): number {
  if (rows === 0) return 1
  const fitting = Math.floor(((PART - size) * rows) / size)
  return Math.max(1, Math.min(2000, rows * 20, fitting))
}

/** A sum over the hash of each line: equal for equal rows, whatever their order. */
export class Digest {
  #sum = 0n
  rows = 0

  add(line: string): void {
    this.#sum += BigInt(`0x${createHash('sha256').update(line).digest('hex').slice(0, 32)}`)
    this.rows++
  }

  toString(): string {
    return BigInt.asUintN(128, this.#sum).toString(16).padStart(32, '0')
  }
}

export const sha256 = (bytes: Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex')
