import { sql } from 'kysely'
import { z } from 'zod'
import { digest, randomToken } from '#server/access/secrets.ts'
import { signedIn } from '#server/access/sessions.ts'
import type { Db } from '#server/kernel/database.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'

const text = z.string().nullable()

/** What the own account asked to be reminded by; the address of a calendar is never shown again. */
export const ownReminders = query({
  name: 'due.reminders',
  input: z.strictObject({}),
  output: z.object({
    calendar: z.object({ madeAt: z.string(), readAt: text }).nullable(),
    mail: z.object({ address: z.string() }).nullable(),
  }),
  async run(ctx) {
    const { name } = signedIn(ctx)
    const calendar = await ctx.db
      .selectFrom('due_feed')
      .select(['made_at as madeAt', 'read_at as readAt'])
      .where('account_name', '=', name)
      .where('ended_at', 'is', null)
      .executeTakeFirst()
    const mail = await ctx.db
      .selectFrom('due_mail')
      .select('address')
      .where('account_name', '=', name)
      .executeTakeFirst()
    return { calendar: calendar ?? null, mail: mail ?? null }
  },
})

/** A fresh address; the one before ends. Shown once: the table keeps only its hash. */
export const makeCalendar = command({
  name: 'due.make_calendar',
  input: z.strictObject({}),
  output: z.object({ path: z.string() }),
  async run(ctx) {
    const { name } = signedIn(ctx)
    await ended(ctx.db, name)
    const token = randomToken()
    await ctx.db
      .insertInto('due_feed')
      .values({ account_name: name, token_hash: digest(token) })
      .execute()
    return { path: `/api/calendar/due.ics?token=${ctx.province.code}.${token}` }
  },
})

export const endCalendar = command({
  name: 'due.end_calendar',
  input: z.strictObject({}),
  output: z.object({ ended: z.literal(true) }),
  async run(ctx) {
    if ((await ended(ctx.db, signedIn(ctx).name)) === 0)
      throw new Refusal('conflict', 'Không còn địa chỉ lịch nào đang dùng. Hãy tải lại trang.')
    return { ended: true as const }
  },
})

/** No address ends the mails. */
export const chooseMail = command({
  name: 'due.choose_mail',
  input: z.strictObject({
    address: z
      .email('Địa chỉ thư điện tử chưa đúng, ví dụ: vanphong@langson.gov.vn.')
      .max(200)
      .nullable(),
  }),
  output: z.object({ address: text }),
  async run(ctx, { address }) {
    const { name } = signedIn(ctx)
    await ctx.db.deleteFrom('due_mail').where('account_name', '=', name).execute()
    if (address !== null)
      await ctx.db.insertInto('due_mail').values({ account_name: name, address }).execute()
    return { address }
  },
})

async function ended(db: Db, name: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('due_feed')
    .set({ ended_at: sql`now()` })
    .where('account_name', '=', name)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}
