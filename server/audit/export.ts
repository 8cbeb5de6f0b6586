import { sql } from 'kysely'
import { z } from 'zod'
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
    mustSeeWholeChain(ctx)
    const { db, province, today } = ctx
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
      const page = await db
        .selectFrom('audit_entry')
        .select(FIELDS)
        .select(['previous_hash', 'hash'])
        .where('id', '>', last)
        .orderBy('id')
        .limit(PAGE)
        .execute()
      parts.push(Buffer.from(page.map((entry) => `${JSON.stringify(entry)}\n`).join('')))
      last = page.at(-1)?.id ?? last
      if (page.length < PAGE) break
    }
    return {
      fileName: `nhat-ky-${province.code}-${today}.ndjson`,
      mediaType: 'application/x-ndjson',
      bytes: new Uint8Array(Buffer.concat(parts)),
    }
  },
})

async function headOf(db: Db): Promise<{ entries: number; hash: string; at: string }> {
  const { rows } = await sql<{ entries: number; hash: string; at: string }>`
    select entries, hash, to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at
    from audit_head`.execute(db)
  return rows[0] ?? { entries: 0, hash: '', at: '' }
}
