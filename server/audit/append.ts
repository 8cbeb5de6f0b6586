import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'

interface Entry {
  id: number
  at: string
  actor: string
  operation: string
  input: string
}

/**
 * Adds one entry to the chain. The head row is locked until the command commits, so writers queue
 * and the chain cannot fork.
 */
export async function appendAudit(ctx: Context, operation: string, input: unknown): Promise<void> {
  const { rows } = await sql<{ entries: number; hash: string; at: string }>`
    select entries, hash, to_char(now() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
    from audit_head for update`.execute(ctx.db)
  const head = rows[0]
  if (!head) throw new Error('audit_head has no row')
  const entry = {
    id: head.entries + 1,
    at: head.at,
    actor: ctx.actor.name,
    operation,
    input: readable(input),
  }
  const hash = chained(head.hash, entry)
  await ctx.db
    .insertInto('audit_entry')
    .values({ ...entry, previous_hash: head.hash, hash })
    .execute()
  await ctx.db.updateTable('audit_head').set({ entries: entry.id, hash }).execute()
}

/** SHA-256 over the previous hash and each field with its length before it: no two entries look alike. */
export function chained(previousHash: string, { id, at, actor, operation, input }: Entry): string {
  const fields = [previousHash, String(id), at, actor, operation, input]
  const canonical = fields.map((field) => `${Buffer.byteLength(field)}:${field}`).join('')
  return createHash('sha256').update(canonical).digest('hex')
}

/** The input as text; files by name, size and hash, secrets not at all. */
function readable(input: unknown): string {
  return JSON.stringify(input ?? null, (key, value) => {
    if (/password/i.test(key)) return '(không ghi)'
    if (value?.bytes instanceof Uint8Array) {
      const sha256 = createHash('sha256').update(value.bytes).digest('hex')
      return { ...value, bytes: value.bytes.byteLength, sha256 }
    }
    return value
  })
}
