import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import type { Db } from '#server/kernel/database.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { FIELDS } from './append.ts'
import { mustSeeWholeChain } from './verify.ts'

const FORMAT = 'ngangtam-audit/1'
const PAGE = 5000

/** Where the chain ends now: what is sealed outside the database. */
export const auditHead = query({
  name: 'audit.head',
  input: z.object({}),
  output: z.object({ entries: z.number(), hash: z.string(), at: z.string() }),
  run: ({ db }) => headOf(db),
})

/** The whole chain as a file an inspector can check without this program (docs/audit-format.md). */
export const auditExport = query({
  name: 'audit.export',
  records: 'export',
  input: z.object({}),
  output: fileAnswer,
  async run(ctx) {
    return {
      fileName: `nhat-ky-${ctx.province.code}-${ctx.today}.ndjson`,
      mediaType: 'application/x-ndjson',
      bytes: await chainFile(ctx),
    }
  },
})

/** Refused to whoever sees a part of the chain. */
export async function chainFile(ctx: Context): Promise<Uint8Array> {
  mustSeeWholeChain(ctx)
  const { db, province } = ctx
  const { entries, hash, at } = await headOf(db)
  const header = {
    format: FORMAT,
    province: province.code,
    exportedAt: at,
    fields: FIELDS,
    entries,
    head: hash,
  }
  const parts = [Buffer.from(`${JSON.stringify(header)}\n`)]
  for (let last = 0; ; ) {
    // Not beyond the head above: entries others add meanwhile belong to the next export.
    const page = await entryRows(db)
      .where('id', '>', last)
      .where('id', '<=', entries)
      .limit(PAGE)
      .execute()
    parts.push(Buffer.from(entryLines(page)))
    last = page.at(-1)?.id ?? last
    if (page.length < PAGE) break
  }
  return new Uint8Array(Buffer.concat(parts))
}

/** Entries with all that is hashed, in the order of the chain. */
export const entryRows = (db: Db) =>
  db.selectFrom('audit_entry').select(FIELDS).select(['previous_hash', 'hash']).orderBy('id')

/** One entry a line, the same bytes wherever it is written. */
export const entryLines = (rows: readonly object[]): string =>
  rows
    .map(
      (entry) => `${JSON.stringify(entry)}
`,
    )
    .join('')

async function headOf(db: Db): Promise<{ entries: number; hash: string; at: string }> {
  const { rows } = await sql<{ entries: number; hash: string; at: string }>`
    select entries, hash, to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from audit_head`.execute(db)
  return rows[0] ?? { entries: 0, hash: '', at: '' }
}
