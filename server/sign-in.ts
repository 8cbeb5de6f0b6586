import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sessionOf, signIn, signInInput, signOut } from './access/sessions.ts'
import { provinceByCode, provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import type { Identify } from './kernel/http.ts'
import { Refusal } from './kernel/refusal.ts'
import { demonstrationAccounts } from './seed/accounts.ts'

const COOKIE = 'ngangtam'

/** Per account and address: a whole office behind one address signs in at eight o'clock. */
const TEN_A_MINUTE = {
  max: 10,
  timeWindow: '1 minute',
  hook: 'preHandler',
  keyGenerator: (request: FastifyRequest) => {
    const { province, username } = (request.body ?? {}) as {
      province?: unknown
      username?: unknown
    }
    return `${request.ip}|${String(province)}|${String(username)}`
  },
} as const

/** The only routes open to someone who has not signed in. */
export function serveSignIn(app: FastifyInstance, house: House): void {
  app.get('/api/provinces', async () => {
    const all = await provinces(house.database)
    return all.map(({ code, name, demonstration, looks_at }) => ({
      code,
      name,
      demonstration,
      looksAt: looks_at,
      accounts: demonstration ? demonstrationAccounts(code) : [],
    }))
  })

  app.post('/api/sign-in', { config: { rateLimit: TEN_A_MINUTE } }, async (request, reply) => {
    const parsed = signInInput.safeParse(request.body)
    if (!parsed.success)
      throw new Refusal('invalid', parsed.error.issues.map(({ message }) => message).join(' '))
    const province = await provinceByCode(house.database, parsed.data.province)
    const cookie = await signIn(house, province, parsed.data)
    return reply
      .setCookie(COOKIE, cookie, {
        httpOnly: true,
        sameSite: 'strict',
        path: '/',
        secure: request.protocol === 'https',
      })
      .send({ signedIn: true })
  })

  app.post('/api/sign-out', async (request, reply) => {
    const cookie = request.cookies[COOKIE]
    if (cookie) await signOut(house, cookie)
    return reply.clearCookie(COOKIE, { path: '/' }).send({ signedIn: false })
  })
}

export function identifyByCookie(house: House): Identify {
  return async (request: FastifyRequest) => {
    const cookie = request.cookies[COOKIE]
    return cookie ? sessionOf(house, cookie) : undefined
  }
}
