import type { FastifyInstance, FastifyRequest } from 'fastify'
import { sql } from 'kysely'
import { provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import { Refusal } from './kernel/refusal.ts'

/** Upper bounds of the duration histogram, in seconds. */
const BOUNDS = [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]
const READY_WITHIN = 3000

interface Route {
  route: string
  method: string
  byStatus: Map<number, number>
  /** How many answers took at most each bound. */
  within: number[]
  seconds: number
}

/**
 * What a watch over the server needs: is it alive, can it serve, what does it do. No sign-in, hence
 * for this machine only unless `open`: route patterns and counts, never an address or a name.
 */
export function serveMetrics(app: FastifyInstance, house: House, open: boolean): void {
  const routes = new Map<string, Route>()
  app.addHook('onResponse', async (request, { statusCode, elapsedTime }) => {
    const { url = 'unknown' } = request.routeOptions
    count(routes, request.method, url, statusCode, elapsedTime / 1000)
  })
  const onRequest = async (request: FastifyRequest) => {
    if (!open && !isFromHere(request)) throw new Refusal('not_found', 'Không có địa chỉ này.')
  }
  app.get('/healthz', { onRequest }, async () => ({ alive: true }))
  app.get('/readyz', { onRequest }, async () => {
    await inTime(sql`select 1`.execute(house.database.db))
    return { ready: true }
  })
  app.get('/metrics', { onRequest }, async (_request, reply) => {
    const lines = [...requestLines([...routes.values()]), ...(await houseLines(house))]
    return reply.type('text/plain; version=0.0.4; charset=utf-8').send(`${lines.join('\n')}\n`)
  })
}

/** Seen from the socket: whoever comes through a proxy on this machine is not on this machine. */
function isFromHere({ socket, headers }: FastifyRequest): boolean {
  const local = ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '')
  return local && !headers['x-forwarded-for'] && !headers.forwarded
}

function count(
  routes: Map<string, Route>,
  method: string,
  route: string,
  status: number,
  seconds: number,
): void {
  const name = `${method} ${route}`
  const seen = routes.get(name) ?? {
    route,
    method,
    byStatus: new Map<number, number>(),
    within: BOUNDS.map(() => 0),
    seconds: 0,
  }
  routes.set(name, seen)
  seen.byStatus.set(status, (seen.byStatus.get(status) ?? 0) + 1)
  seen.seconds += seconds
  BOUNDS.forEach((bound, index) => {
    if (seconds <= bound) seen.within[index] = (seen.within[index] ?? 0) + 1
  })
}

function requestLines(routes: readonly Route[]): string[] {
  const total = ({ byStatus }: Route) => [...byStatus.values()].reduce((sum, n) => sum + n, 0)
  const of = ({ method, route }: Route) => ({ method, route })
  return [
    ...family('ngangtam_requests_total', 'counter', 'Requests answered, by route and status.'),
    ...routes.flatMap((route) =>
      [...route.byStatus].map(([status, n]) =>
        sample('ngangtam_requests_total', { ...of(route), status }, n),
      ),
    ),
    ...family('ngangtam_request_seconds', 'histogram', 'How long answers took.'),
    ...routes.flatMap((route) => [
      ...BOUNDS.map((le, index) =>
        sample('ngangtam_request_seconds_bucket', { ...of(route), le }, route.within[index] ?? 0),
      ),
      sample('ngangtam_request_seconds_bucket', { ...of(route), le: '+Inf' }, total(route)),
      sample('ngangtam_request_seconds_sum', of(route), route.seconds),
      sample('ngangtam_request_seconds_count', of(route), total(route)),
    ]),
  ]
}

async function houseLines(house: House): Promise<string[]> {
  const { db, connections } = house.database
  const sessions: string[] = []
  const audit: string[] = []
  for (const { code, schema_name } of await provinces(house.database)) {
    const { rows } = await sql<{ sessions: number; entries: number }>`select
      (select count(*) from ${sql.id(schema_name, 'session')} where expires_at > now()) as sessions,
      (select entries from ${sql.id(schema_name, 'audit_head')}) as entries`.execute(db)
    for (const row of rows) {
      sessions.push(sample('ngangtam_sessions_open', { province: code }, row.sessions))
      audit.push(sample('ngangtam_audit_entries', { province: code }, row.entries))
    }
  }
  const pool = Object.entries(connections?.() ?? {})
  return [
    ...family('ngangtam_sessions_open', 'gauge', 'Sessions that have not run out.'),
    ...sessions,
    ...family('ngangtam_audit_entries', 'gauge', 'Length of the audit chain; it never shrinks.'),
    ...audit,
    ...family('ngangtam_database_connections', 'gauge', 'Pool of connections to PostgreSQL.'),
    ...pool.map(([state, n]) => sample('ngangtam_database_connections', { state }, n)),
    ...family('process_resident_memory_bytes', 'gauge', 'Memory in use.'),
    sample('process_resident_memory_bytes', {}, process.memoryUsage.rss()),
    ...family('process_uptime_seconds', 'gauge', 'Since the start.'),
    sample('process_uptime_seconds', {}, process.uptime()),
  ]
}

const family = (name: string, type: string, says: string): string[] => [
  `# HELP ${name} ${says}`,
  `# TYPE ${name} ${type}`,
]

function sample(name: string, labels: Record<string, string | number>, value: number): string {
  const escaped = (label: string | number) =>
    String(label).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n')
  const listed = Object.entries(labels).map(([label, of]) => `${label}="${escaped(of)}"`)
  return `${name}${listed.length > 0 ? `{${listed.join(',')}}` : ''} ${value}`
}

async function inTime(answer: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const tooLate = new Promise<never>((_, reject) => {
    const refusal = new Refusal('unavailable', 'Cơ sở dữ liệu chưa trả lời kịp.')
    timer = setTimeout(() => reject(refusal), READY_WITHIN)
  })
  try {
    await Promise.race([answer, tooLate])
  } finally {
    clearTimeout(timer)
  }
}
