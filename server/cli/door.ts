import { request } from 'node:http'
import { text as readText } from 'node:stream/consumers'
import { type Config, readConfig } from '#server/config.ts'
import { openHouse } from '#server/house.ts'
import { type LockHolder, lockHolder } from '#server/kernel/lock.ts'
import { Refusal, type RefusalKind } from '#server/kernel/refusal.ts'
import { asBytes, asText, performLocally } from '#server/local-door.ts'

/** Performs operations by name: through the running server when it holds the data, else directly. */
export interface Door {
  perform(
    operation: string,
    province: string | null,
    input: Record<string, unknown>,
  ): Promise<unknown>
  close(): Promise<void>
}

/** Opened by the first operation: a command about files alone needs no database. */
export function doorOnDemand(config: Config = readConfig()): Door {
  let opened: Promise<Door> | undefined
  return {
    async perform(...call) {
      opened ??= openDoor(config)
      return (await opened).perform(...call)
    },
    close: async () => (await opened)?.close(),
  }
}

async function openDoor(config: Config): Promise<Door> {
  const holder = config.databaseUrl ? undefined : lockHolder(config.dataFolder)
  if (holder?.url) return throughServer(holder.url, holder)
  const { house, close } = await openHouse(config)
  return {
    perform: (operation, province, input) => performLocally(house, operation, province, input),
    close,
  }
}

function throughServer(url: string, { token }: LockHolder): Door {
  return {
    async perform(operation, province, input) {
      const { ok, text } = await posted(
        new URL('/api/local', url),
        { 'content-type': 'application/json', 'x-ngangtam-token': token },
        JSON.stringify({ operation, province, input: encoded(input) }),
      )
      const answer = JSON.parse(text) as {
        kind?: RefusalKind
        message?: string
        details?: unknown
      }
      if (!ok)
        throw new Refusal(
          answer.kind ?? 'invalid',
          answer.message ?? 'Máy chủ từ chối.',
          answer.details,
        )
      return asBytes(answer)
    },
    close: async () => undefined,
  }
}

/**
 * Waits for the first byte as long as the work takes: a backup of a province may need an hour, and
 * `fetch` gives up after five minutes.
 */
export function posted(
  url: URL,
  headers: Record<string, string>,
  body: string,
): Promise<{ ok: boolean; text: string }> {
  return new Promise((resolve, reject) => {
    const asking = request(url, { method: 'POST', headers, timeout: 0, agent: false })
    asking.once('error', reject)
    asking.once('response', (answer) => {
      readText(answer).then(
        (text) => resolve({ ok: (answer.statusCode ?? 500) < 300, text }),
        reject,
      )
    })
    asking.end(body)
  })
}

const encoded = (input: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(input).map(([key, value]) => [key, asText(value)]))
