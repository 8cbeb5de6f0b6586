import { existsSync } from 'node:fs'
import { join } from 'node:path'
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import multipart from '@fastify/multipart'
import rateLimit from '@fastify/rate-limit'
import fastifyStatic from '@fastify/static'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { rightOf } from './access/rights.ts'
import { serveCalendar } from './calendar-feed.ts'
import { ROOT } from './config.ts'
import type { House } from './kernel/context.ts'
import { answerErrors, type Routes, serveRoutes } from './kernel/http.ts'
import { LIMITS } from './kernel/limits.ts'
import type { LockHolder } from './kernel/lock.ts'
import { Refusal } from './kernel/refusal.ts'
import { serveLocalDoor } from './local-door.ts'
import type { logTo } from './log.ts'
import { serveMetrics } from './metrics.ts'
import { openApi } from './openapi.ts'
import { servePublicPage } from './public-door.ts'
import { routes } from './routes.ts'
import { identifyByCookie, serveSignIn } from './sign-in.ts'
import { serveTickets } from './tickets.ts'

const WEB = join(ROOT, 'web/dist')

interface AppOptions {
  log?: ReturnType<typeof logTo>
  holder?: LockHolder | undefined
  metricsOpen?: boolean
  /** For tests: another table than the product's. */
  routes?: Routes
  /** Addresses of the reverse proxy whose X-Forwarded headers are believed; nobody's by default. */
  trustProxy?: string | undefined
}

/** The table of contents of the server: what it serves, in the order it is asked. */
export async function createApp(house: House, options: AppOptions = {}): Promise<FastifyInstance> {
  const offered: Routes = options.routes ?? routes
  everyRouteHasItsRight(offered)
  const app = fastify({
    logger: options.log ?? false,
    trustProxy: options.trustProxy ?? false,
    // A request must be here whole within five minutes: a slow sender holds no socket for ever.
    requestTimeout: 300_000,
  })
  answerErrors(app)
  await app.register(helmet, {
    contentSecurityPolicy: { directives: POLICY },
    strictTransportSecurity: false,
  })
  app.addHook('onRequest', stayOnTls)
  await app.register(cookie)
  await app.register(rateLimit, { global: false })
  const { bytes: fileSize, fields, fieldBytes: fieldSize } = LIMITS.file
  await app.register(multipart, { limits: { fileSize, files: 1, fields, fieldSize } })
  serveMetrics(app, house, options.metricsOpen === true)
  serveSignIn(app, house)
  serveTickets(app)
  serveCalendar(app, house)
  servePublicPage(app, house)
  serveRoutes(app, house, offered, identifyByCookie(house))
  if (options.holder) serveLocalDoor(app, house, options.holder)
  await serveDocs(app)
  await serveWeb(app)
  return app
}

/** Said only where TLS really ended at a trusted proxy: over plain HTTP it would lock people out. */
async function stayOnTls({ protocol }: FastifyRequest, reply: FastifyReply): Promise<void> {
  if (protocol === 'https') reply.header('strict-transport-security', 'max-age=31536000')
}

/** antd writes its styles into the page; scripts come from files only, and nothing from elsewhere. */
const POLICY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  // A scan as PDF is shown from the bytes the page was answered.
  frameSrc: ['blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  frameAncestors: ["'none'"],
  upgradeInsecureRequests: null,
}

/** A route whose operation belongs to no right stops the server from starting. */
function everyRouteHasItsRight(offered: Routes): void {
  const forgotten = Object.entries(offered).filter(([, { operation }]) => !rightOf(operation))
  if (forgotten.length > 0) {
    const named = forgotten.map(([route, { operation }]) => `${route} (${operation})`).join(', ')
    throw new Error(`No right opens: ${named}. Name it in server/access/rights.ts.`)
  }
}

async function serveDocs(app: FastifyInstance): Promise<void> {
  const document = openApi(routes)
  app.get('/api/openapi.json', async () => document)
  await app.register(swagger, { mode: 'static', specification: { document: document as never } })
  await app.register(swaggerUi, { routePrefix: '/api/docs' })
}

async function serveWeb(app: FastifyInstance): Promise<void> {
  if (existsSync(WEB)) {
    await app.register(fastifyStatic, { root: WEB, maxAge: '1h' })
  }
  app.setNotFoundHandler((request, reply) => {
    const isPage = request.method === 'GET' && !request.url.startsWith('/api') && existsSync(WEB)
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    throw new Refusal('not_found', 'Không có địa chỉ này.')
  })
}
