import { inject } from 'vitest'
import type { Walked } from './server.ts'

/** The server of the worker that asks. */
export function walked(): Walked {
  const servers = inject('servers')
  const own = servers[(Number(process.env.VITEST_POOL_ID) - 1) % servers.length]
  if (!own) throw new Error('no server was started for this worker')
  return own
}
