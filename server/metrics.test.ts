import fastify, { type FastifyInstance } from 'fastify'
import { describe, expect, test } from 'vitest'
import type { House } from './kernel/context.ts'
import { answerErrors } from './kernel/http.ts'
import { serveMetrics } from './metrics.ts'
import { testHouse } from './testing.ts'

async function serving(open = false, house?: House): Promise<FastifyInstance> {
  const app = fastify({ trustProxy: true })
  answerErrors(app)
  serveMetrics(app, house ?? testHouse, open)
  app.get('/api/cadres/:id', async () => ({}))
  return app
}

describe('for the watch over the server', () => {
  test('it says that it is alive and ready', async () => {
    const app = await serving()
    expect((await app.inject({ url: '/healthz' })).json()).toEqual({ alive: true })
    expect((await app.inject({ url: '/readyz' })).json()).toEqual({ ready: true })
  })

  test('it is alive but not ready without its database', async () => {
    const house = testHouse
    const { db } = house.database
    const gone = db.withPlugin({
      transformQuery: () => {
        throw Object.assign(new Error('refused'), { code: 'ECONNREFUSED' })
      },
      transformResult: async ({ result }) => result,
    })
    const app = await serving(false, { ...house, database: { ...house.database, db: gone } })
    expect((await app.inject({ url: '/healthz' })).statusCode).toBe(200)
    expect((await app.inject({ url: '/readyz' })).statusCode).toBe(503)
  })

  test('requests are counted by pattern, so that no number of a person is written', async () => {
    const app = await serving()
    for (const url of ['/api/cadres/4711', '/api/cadres/4712', '/khong-co/4713?q=Binh'])
      await app.inject({ url })
    const { body, headers } = await app.inject({ url: '/metrics' })
    expect(headers['content-type']).toContain('text/plain; version=0.0.4')
    expect(body).toContain(
      'ngangtam_requests_total{method="GET",route="/api/cadres/:id",status="200"} 2',
    )
    expect(body).toContain(
      'ngangtam_request_seconds_bucket{method="GET",route="/api/cadres/:id",le="+Inf"} 2',
    )
    expect(body).toMatch(/ngangtam_audit_entries\{province="thu-nghiem"\} \d+/)
    expect(body).toMatch(/ngangtam_sessions_open\{province="thu-nghiem"\} \d+/)
    expect(body).not.toMatch(/471\d|Binh/)
    const line = /^(# (HELP|TYPE) \S+ .+|[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? [\d.e+-]+)$/
    expect(
      body
        .trimEnd()
        .split('\n')
        .filter((one) => !line.test(one)),
    ).toEqual([])
  })

  test.for(['/healthz', '/readyz', '/metrics'])('%s stays on this machine', async (url) => {
    const app = await serving()
    const from = (remoteAddress: string, headers = {}) =>
      app.inject({ url, remoteAddress, headers }).then(({ statusCode }) => statusCode)
    expect(await from('127.0.0.1')).toBe(200)
    expect(await from('10.0.0.9')).toBe(404)
    expect(await from('10.0.0.9', { 'x-forwarded-for': '127.0.0.1' })).toBe(404)
    expect(await from('127.0.0.1', { 'x-forwarded-for': '10.0.0.9' })).toBe(404)
    const opened = await serving(true)
    expect((await opened.inject({ url, remoteAddress: '10.0.0.9' })).statusCode).toBe(200)
  })
})
