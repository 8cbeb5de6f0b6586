import '@fastify/multipart'
import '@fastify/rate-limit'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { answeredOnce, keyOf } from './answered.ts'
import type { Actor, House, Province } from './context.ts'
import { LIMITS, limitRefusal, queueOf, TOO_OFTEN } from './limits.ts'
import {
  enter,
  type FileAnswer,
  fileAnswer,
  type Operation,
  type ReceivedFile,
} from './operation.ts'
import { outageRefusal } from './outage.ts'
import { Refusal, type RefusalKind } from './refusal.ts'

/** Method and path → operation, nothing else: `{ 'GET /targets': targetStates }`. */
// biome-ignore lint/suspicious/noExplicitAny: a table holds operations of every shape.
export type Routes = Record<string, Operation<any, any>>

/** Who asks, in which province; undefined when nobody is signed in. */
export type Identify = (
  request: FastifyRequest,
) => Promise<{ province: Province; actor: Actor } | undefined>

export function serveRoutes(
  app: FastifyInstance,
  house: House,
  routes: Routes,
  identify: Identify,
): void {
  const notTooOften = countDear(app)
  const inTurn = queueOf(LIMITS.dear.atOnce, LIMITS.dear.waiting)
  for (const [route, operation] of Object.entries(routes)) {
    const [method = '', path = ''] = route.split(' ')
    app.route({
      method,
      url: `/api${path}`,
      bodyLimit: LIMITS.bodyBytes[operation.kind],
      async handler(request, reply) {
        const who = await identify(request)
        if (!who)
          throw new Refusal(
            'unauthenticated',
            'Phiên làm việc đã hết hoặc chưa đăng nhập. Hãy đăng nhập lại.',
          )
        const account = `${who.province.code} ${who.actor.name}`
        request.log = request.log.child({ account })
        if (operation.dear) await notTooOften(request, account)
        const input = await inputOf(request)
        const key = operation.kind === 'command' ? keyOf(request.headers) : undefined
        const perform = () =>
          enter(
            house,
            who.province,
            who.actor,
            operation.kind,
            (ctx) => (key ? answeredOnce(ctx, key, operation, input) : operation(ctx, input)),
            LIMITS.seconds[operation.kind],
          )
        const output = await (operation.dear ? inTurn(perform) : perform())
        return operation.output === fileAnswer
          ? sendFile(reply, output as FileAnswer)
          : reply.send(output)
      },
    })
  }
}

/** Counted by the account behind the session, which no header or field of a request can change. */
function countDear(app: FastifyInstance) {
  const accounts = new WeakMap<FastifyRequest, string>()
  const count = app.createRateLimit({
    max: LIMITS.dear.aMinute,
    timeWindow: '1 minute',
    keyGenerator: (request) => accounts.get(request) ?? request.ip,
  })
  return async (request: FastifyRequest, account: string): Promise<void> => {
    accounts.set(request, account)
    const counted = await count(request)
    if (!counted.isAllowed && counted.isExceeded) throw TOO_OFTEN
  }
}

async function inputOf(request: FastifyRequest): Promise<object> {
  const named = { ...(request.query as object), ...(request.params as object) }
  if (!request.isMultipart()) return { ...(request.body as object | undefined), ...named }
  const fields: Record<string, unknown> = {}
  for await (const part of request.parts()) {
    fields[part.fieldname] =
      part.type === 'file'
        ? ({ name: part.filename, bytes: await part.toBuffer() } satisfies ReceivedFile)
        : part.value
  }
  return { ...fields, ...named }
}

function sendFile(reply: FastifyReply, { fileName, mediaType, bytes }: FileAnswer) {
  return reply
    .type(mediaType)
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(fileName)}`)
    .send(Buffer.from(bytes))
}

const STATUS: Record<RefusalKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  against_rule: 422,
  unavailable: 503,
}

/** A refusal is answered whole; a bug is logged whole and answered without detail. */
export function answerErrors(app: FastifyInstance): void {
  app.setErrorHandler((error: Error & { statusCode?: number; code?: string }, request, reply) => {
    const refusal = error instanceof Refusal ? error : knownRefusal(error)
    if (refusal) {
      const { kind, message, details } = refusal
      request.log.info({ kind, refused: message }, 'refused')
      // Who tries what was not given to them is for the watch over the server; the words may name people.
      if (kind === 'forbidden') request.log.warn({ req: request, kind }, 'refused')
      if (kind === 'unavailable') {
        request.log.error(error)
        reply.header('retry-after', '5')
      }
      return reply.code(STATUS[kind]).send({ kind, message, details })
    }
    request.log.error(error)
    const message = `Hệ thống gặp sự cố và chưa ghi gì. Mã ghi nhận: ${request.id}. Hãy thử lại, nếu vẫn vậy hãy báo người quản trị.`
    return reply.code(500).send({ kind: 'bug', message })
  })
}

function knownRefusal(error: Error & { statusCode?: number; code?: string }): Refusal | undefined {
  const limit = limitRefusal(error)
  if (limit) return limit
  const outage = outageRefusal(error)
  if (outage) return outage
  if (error.statusCode && error.statusCode < 500)
    return new Refusal('invalid', 'Yêu cầu không đọc được.')
  return undefined
}
