import '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Visitor } from './sessions.ts'
import type { Progress } from './sign-in-steps.ts'

/** The session itself, a sign-in between two steps, and the mark of a browser seen before. */
const NAMES = { session: 'ngangtam', step: 'ngangtam_step', device: 'ngangtam_device' } as const
type Kept = keyof typeof NAMES

const MOST_SECONDS: Record<Kept, number | undefined> = {
  session: undefined,
  step: 600,
  device: 180 * 24 * 3600,
}

/** Behind TLS the browser itself holds a cookie to this host, this path and TLS by its prefix. */
const nameOf = (request: FastifyRequest, kept: Kept) =>
  request.protocol === 'https' ? `__Host-${NAMES[kept]}` : NAMES[kept]

export const kept = (request: FastifyRequest, which: Kept): string | undefined =>
  request.cookies[nameOf(request, which)]

export function keep(reply: FastifyReply, which: Kept, value: string): void {
  const maxAge = MOST_SECONDS[which]
  reply.setCookie(nameOf(reply.request, which), value, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    secure: reply.request.protocol === 'https',
    ...(maxAge === undefined ? {} : { maxAge }),
  })
}

export function drop(reply: FastifyReply, which: Kept): void {
  reply.clearCookie(nameOf(reply.request, which), {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: reply.request.protocol === 'https',
  })
}

export const visitorOf = (request: FastifyRequest): Visitor => ({
  address: request.ip,
  browser: request.headers['user-agent'],
  device: kept(request, 'device'),
})

/** What the browser keeps after a step, and what the page is told of it: never the token. */
export function keepProgress(reply: FastifyReply, progress: Progress) {
  if (progress.kind === 'awaits') {
    keep(reply, 'step', progress.step)
    return { signedIn: false, awaits: progress.awaits }
  }
  keep(reply, 'session', progress.session)
  keep(reply, 'device', progress.device)
  drop(reply, 'step')
  return { signedIn: true }
}
