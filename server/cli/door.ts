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
      const response = await fetch(`${url}/api/local`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-ngangtam-token': token },
        body: JSON.stringify({ operation, province, input: encoded(input) }),
      })
      const answer = (await response.json()) as {
        kind?: RefusalKind
        message?: string
        details?: unknown
      }
      if (!response.ok)
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

const encoded = (input: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(input).map(([key, value]) => [key, asText(value)]))
