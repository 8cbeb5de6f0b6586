import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { sql } from 'kysely'
import type { Context } from './context.ts'
import type { Operation } from './operation.ts'
import { Refusal } from './refusal.ts'

/** The name a browser gives one press of a button: sent again, it means the same press. */
export function keyOf(headers: IncomingHttpHeaders): string | undefined {
  const key = headers['idempotency-key']
  if (key === undefined) return undefined
  if (typeof key === 'string' && /^[\x21-\x7e]{8,200}$/.test(key)) return key
  throw new Refusal(
    'invalid',
    'Mã chống gửi lặp (Idempotency-Key) phải có 8–200 ký tự không dấu, không khoảng trắng. Chưa ghi gì.',
  )
}

/**
 * Performs a command once for each key of an account. A second sending waits for the first one's
 * transaction and gets its answer; if the first was refused, nothing was kept and the second runs.
 */
export async function answeredOnce(
  ctx: Context,
  key: string,
  operation: Operation,
  input: unknown,
): Promise<unknown> {
  if (!(await ctx.house.permits(ctx, operation.operation))) return operation(ctx, input)
  await sql`delete from answered_command
    where answered_at < now() - interval '24 hours'`.execute(ctx.db)
  const mine = {
    account: ctx.actor.name,
    key,
    operation: operation.operation,
    input_sha256: fingerprint(input),
  }
  const claimed = await ctx.db
    .insertInto('answered_command')
    .values(mine)
    .onConflict((conflict) => conflict.columns(['account', 'key']).doNothing())
    .returning('key')
    .executeTakeFirst()
  if (!claimed) return firstAnswer(ctx, mine)
  const answer = await operation(ctx, input)
  await ctx.db
    .updateTable('answered_command')
    .set({ answer: JSON.stringify(answer ?? null) })
    .where('account', '=', mine.account)
    .where('key', '=', key)
    .execute()
  return answer
}

async function firstAnswer(
  { db }: Context,
  mine: { account: string; key: string; operation: string; input_sha256: string },
): Promise<unknown> {
  const first = await db
    .selectFrom('answered_command')
    .select(['operation', 'input_sha256', 'answer'])
    .where('account', '=', mine.account)
    .where('key', '=', mine.key)
    .executeTakeFirstOrThrow()
  if (first.operation === mine.operation && first.input_sha256 === mine.input_sha256)
    return first.answer
  throw new Refusal(
    'conflict',
    'Mã chống gửi lặp này đã dùng cho một yêu cầu khác. Hãy tải lại trang rồi làm lại. Chưa ghi gì.',
  )
}

/** Files count by their bytes; keys in any order are the same request. */
function fingerprint(input: unknown): string {
  const hash = createHash('sha256')
  const text = JSON.stringify(input ?? null, (_key, value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
    if (value.bytes instanceof Uint8Array) {
      return { name: value.name, bytes: createHash('sha256').update(value.bytes).digest('hex') }
    }
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
  return hash.update(text).digest('hex')
}
