import type { FastifyRequest } from 'fastify'

/**
 * What may stand in the log: which route failed and where in the program. No names searched for, no
 * codes of a way back from a provider, no cookies, no values a database complained about.
 */
export function logTo(stream?: { write(line: string): void }) {
  return {
    level: 'warn',
    serializers: { req: requestLine, err: faultLine },
    ...(stream ? { stream } : {}),
  }
}

function requestLine({ method, url, ip }: FastifyRequest) {
  return { method, url: url.split('?')[0], remoteAddress: ip }
}

/** PostgreSQL repeats the row in `detail` and `where`, and may quote a value in its message. */
function faultLine(error: Error & { code?: string; severity?: string }) {
  const fromDatabase = error.severity !== undefined
  const message = fromDatabase ? 'database error' : error.message
  const stack =
    error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .join('\n') ?? ''
  return { type: error.name, code: error.code, message, stack }
}
