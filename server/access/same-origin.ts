import type { FastifyRequest } from 'fastify'
import { Refusal } from '#server/kernel/refusal.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A change must come from our own pages. Every browser says so in Sec-Fetch-Site, older ones in
 * Origin; programs that are no browser send neither and carry no cookie by accident.
 */
export async function mustBeOwnPage({ method, headers, host }: FastifyRequest): Promise<void> {
  if (SAFE.has(method)) return
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreign()
  const { origin } = headers
  if (origin !== undefined && hostOf(origin) !== host) throw foreign()
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}

const foreign = () =>
  new Refusal(
    'forbidden',
    'Yêu cầu này đến từ một trang web khác nên không được nhận. Hãy mở Ngang Tầm và làm lại ở đó.',
  )
