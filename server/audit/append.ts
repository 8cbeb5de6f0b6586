import { createHash } from 'node:crypto'
import { type RawBuilder, sql } from 'kysely'
import type { AuditSubject, Context } from '#server/kernel/context.ts'

/**
 * Adds one entry to the chain, in one statement: from here on the head row is locked until the command
 * commits, so that writers queue and the chain cannot fork, and every trip to the database queues too.
 */
export async function appendAudit(
  ctx: Context,
  operation: string,
  input: unknown,
  about: AuditSubject = {},
): Promise<void> {
  const { name, displayName, position } = ctx.actor
  const columns = sql.join([...FIELDS, 'previous_hash', 'hash'].map((field) => sql.ref(field)))
  const { rows } = await sql`
    with head as (select entries, hash from audit_head for update),
    entry as (select entries + 1 as id,
        to_char(clock_timestamp() at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at,
        ${name}::text as actor, ${displayName}::text as actor_name,
        ${position}::text as actor_position, ${operation}::text as operation,
        ${about.act ?? 'change'}::text as act, ${about.cadreId ?? null}::integer as cadre_id,
        ${about.caseRef ?? null}::text as case_ref, ${readable(operation, input, about.unlogged)}::text as input,
        hash as previous_hash
      from head),
    chained as materialized (select *, ${hashed()} as hash from entry),
    added as (insert into audit_entry (${columns}) select ${columns} from chained)
    update audit_head set entries = chained.id, hash = chained.hash from chained
    returning entries`.execute(ctx.db)
  if (rows.length !== 1) throw new Error('audit_head has no row')
}

/** What the hash of an entry covers, in this order after the hash before it (docs/audit-format.md). */
export const FIELDS = [
  'id',
  'at',
  'actor',
  'actor_name',
  'actor_position',
  'operation',
  'act',
  'cadre_id',
  'case_ref',
  'input',
] as const

export type Entry = Record<(typeof FIELDS)[number], string | number | null>

/**
 * SHA-256 over the previous hash and each field with its length before it, a missing one as a dash:
 * no two entries look alike.
 */
export function chained(previousHash: string, entry: Entry): string {
  const canonical = [previousHash, ...FIELDS.map((field) => entry[field])].map(measured).join('')
  return createHash('sha256').update(canonical).digest('hex')
}

/** The same in the words of the database; the tests hold the two equal. */
export function hashed(): RawBuilder<string> {
  const each = ['previous_hash', ...FIELDS].map((field) => {
    const text = sql`${sql.ref(field)}::text`
    return sql`coalesce(octet_length(${text}) || ':' || ${text}, '-')`
  })
  return sql`encode(sha256(convert_to(${sql.join(each, sql` || `)}, 'UTF8')), 'hex')`
}

function measured(value: string | number | null): string {
  if (value === null) return '-'
  const text = String(value)
  return `${Buffer.byteLength(text)}:${text}`
}

/** Left out by name whoever asks: secrets, and columns of the group of identity numbers. */
const LEFT_OUT =
  /password|secret|recovery|national_?id|id_?number|social_?insurance|(permanent|current)_?address|^phone$/i

/** The input as text, without what the operation keeps out of the log; files by name, size and hash. */
function readable(operation: string, input: unknown, unlogged: readonly string[] = []): string {
  return JSON.stringify(input ?? null, (key, value) => {
    // A code typed at sign-in or for a second factor may be a recovery code.
    const isKey = key === 'code' && operation.startsWith('access.')
    if (isKey || unlogged.includes(key) || LEFT_OUT.test(key)) return '(không ghi)'
    // Facts of a record are kept with the record, restricted as the record is; the log names them.
    const isFact = key === 'values' && operation.startsWith('cadres.')
    if (isFact && value && typeof value === 'object') return Object.keys(value)
    if (value?.bytes instanceof Uint8Array) {
      const sha256 = createHash('sha256').update(value.bytes).digest('hex')
      return { ...value, bytes: value.bytes.byteLength, sha256 }
    }
    return value
  })
}
