import { sql } from 'kysely'
import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { onClosedTables } from './closed-tables.ts'
import { alive, endSessions, signedIn } from './sessions.ts'

const sessionShape = z.object({
  id: z.number(),
  address: z.string().nullable(),
  browser: z.string().nullable(),
  createdAt: z.string(),
  lastSeenAt: z.string(),
  current: z.boolean(),
})

/** Where the account is signed in at this moment, the asking session first. */
export const ownSessions = query({
  name: 'access.own_sessions',
  input: z.object({}),
  output: z.array(sessionShape),
  async run(ctx) {
    const { accountId, sessionId } = signedIn(ctx)
    return onClosedTables(ctx, async (db) => {
      const { rows } = await sql<z.output<typeof sessionShape>>`
        select id, address, browser, id = ${sessionId} as current,
          to_char(created_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
          to_char(last_seen_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSeenAt"
        from session where account_id = ${accountId} and ${alive}
        order by current desc, last_seen_at desc`.execute(db)
      return rows
    })
  },
})

/** One's own only: the number of somebody else's session is not found. */
export const endOwnSession = command({
  name: 'access.end_own_session',
  input: z.object({ id: wholeNumber }),
  output: z.object({ ended: z.number() }),
  async run(ctx, { id }) {
    const { accountId } = signedIn(ctx)
    return onClosedTables(ctx, async (db) => {
      const { numDeletedRows } = await db
        .deleteFrom('session')
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      if (numDeletedRows === 0n) throw new Refusal('not_found', 'Phiên này đã kết thúc rồi.')
      return { ended: id }
    })
  },
})

export const endOtherSessions = command({
  name: 'access.end_other_sessions',
  input: z.object({}),
  output: z.object({ ended: z.literal(true) }),
  async run(ctx) {
    const { accountId, sessionId } = signedIn(ctx)
    await onClosedTables(ctx, (db) => endSessions(db, accountId, sessionId))
    return { ended: true as const }
  },
})
