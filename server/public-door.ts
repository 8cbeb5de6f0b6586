import type { FastifyInstance, FastifyReply } from 'fastify'
import { mustBeOwnPage } from './access/same-origin.ts'
import { provinceByCode } from './house.ts'
import type { House, Province } from './kernel/context.ts'
import { enter, type Operation } from './kernel/operation.ts'
import { ANYBODY, publicPage } from './publicity/public-page.ts'
import { petitionAnswer, sendPetition } from './publicity/send-petition.ts'

/** Read often by people behind one address; written seldom by any of them. */
const READ = { rateLimit: { max: 120, timeWindow: '1 minute' } } as const
const WRITTEN = { rateLimit: { max: 6, timeWindow: '1 minute' } } as const
const KEPT_SECONDS = 60

interface Asked {
  Params: { province: string }
}

/** The only door without an account: it opens three operations, as somebody who sees no record. */
export function servePublicPage(app: FastifyInstance, house: House): void {
  const kept = new Map<string, { until: number; page: unknown }>()
  const named = (code: string) => provinceByCode(house.database, code)
  const through = (
    province: Province,
    // biome-ignore lint/suspicious/noExplicitAny: three operations of three shapes.
    operation: Operation<any, any>,
    input: object,
  ) => enter(house, province, ANYBODY, operation.kind, (ctx) => operation(ctx, input), 10)

  app.get<Asked>('/api/public/:province', { config: READ }, async ({ params }, reply) => {
    const province = await named(params.province)
    const now = performance.now()
    const known = kept.get(province.code)
    const page = known && known.until > now ? known.page : await through(province, publicPage, {})
    if (page !== known?.page) kept.set(province.code, { until: now + KEPT_SECONDS * 1000, page })
    return reply.header('cache-control', `public, max-age=${KEPT_SECONDS}`).send(page)
  })

  // Nothing is logged of who sends or asks: the address of a computer would name the sender.
  const quiet = { config: WRITTEN, logLevel: 'fatal', preHandler: mustBeOwnPage } as const
  app.post<Asked & { Body: object }>(
    '/api/public/:province/petitions',
    { ...quiet, bodyLimit: 32 * 1024 },
    async ({ params, body }, reply) =>
      unkept(reply).send(await through(await named(params.province), sendPetition, body ?? {})),
  )
  app.post<Asked & { Body: object }>(
    '/api/public/:province/petitions/answer',
    { ...quiet, bodyLimit: 1024 },
    async ({ params, body }, reply) =>
      unkept(reply).send(await through(await named(params.province), petitionAnswer, body ?? {})),
  )
}

const unkept = (reply: FastifyReply): FastifyReply => reply.header('cache-control', 'no-store')
