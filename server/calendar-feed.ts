import type { FastifyInstance } from 'fastify'
import { actorNamed } from './access/actor-named.ts'
import { provinceOf } from './access/sessions.ts'
import { agendaCalendar } from './agenda/agenda.ts'
import { calendarOwner } from './due/remembered.ts'
import type { Actor, House, Province } from './kernel/context.ts'
import { inSchema } from './kernel/database.ts'
import { addDays } from './kernel/dates.ts'
import { enter } from './kernel/operation.ts'
import { Refusal } from './kernel/refusal.ts'

/** How far ahead a calendar kept elsewhere looks. */
const YEAR = 366

/** A calendar program has no cookie: the address itself is the key, and may do this one thing. */
const OFTEN = { rateLimit: { max: 30, timeWindow: '1 minute' } } as const

export function serveCalendar(app: FastifyInstance, house: House): void {
  app.get<{ Querystring: { token?: string } }>(
    '/api/calendar/due.ics',
    { config: OFTEN },
    async ({ query }, reply) => {
      const owner = await ownerOf(house, String(query.token ?? ''))
      if (!owner)
        throw new Refusal(
          'not_found',
          'Địa chỉ lịch này không còn dùng được. Hãy tạo địa chỉ khác ở trang Việc đến hạn.',
        )
      const { mediaType, bytes } = await enter(
        house,
        owner.province,
        owner.actor,
        'recorded',
        (ctx) => agendaCalendar(ctx, { to: addDays(ctx.today, YEAR) }),
      )
      return reply.type(mediaType).header('cache-control', 'no-store').send(Buffer.from(bytes))
    },
  )
}

/** `province.secret`, as in the cookie of a session. */
function ownerOf(
  { database }: House,
  token: string,
): Promise<{ province: Province; actor: Actor } | undefined> {
  return database.db.transaction().execute(async (db) => {
    const province = await provinceOf(db, token)
    if (!province) return undefined
    await inSchema(db, province.schema_name)
    const account = await calendarOwner(db, token.slice(province.code.length + 1))
    const actor = account === undefined ? undefined : await actorNamed(db, account)
    return actor && { province, actor }
  })
}
