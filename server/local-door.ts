import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { LOCAL, provinceByCode } from './house.ts'
import { houseTask } from './house-tasks.ts'
import type { House } from './kernel/context.ts'
import type { LockHolder } from './kernel/lock.ts'
import { enter, type FileAnswer } from './kernel/operation.ts'
import { Refusal } from './kernel/refusal.ts'
import { operationByName } from './routes.ts'

/**
 * While the server holds the embedded database, the command line asks it: the same operations, by
 * name, for whoever can read the token in the data folder.
 */
export function serveLocalDoor(app: FastifyInstance, house: House, holder: LockHolder): void {
  app.post('/api/local', { bodyLimit: 150_000_000 }, async (request) => {
    if (request.headers['x-ngangtam-token'] !== holder.token) {
      throw new Refusal('forbidden', 'Chỉ dòng lệnh tại máy chủ được dùng lối này.')
    }
    const { operation, province, input } = callShape.parse(request.body)
    return asText(await performLocally(house, operation, province, asBytes(input)))
  })
}

const callShape = z.object({
  operation: z.string(),
  province: z.string().nullable(),
  input: z.record(z.string(), z.unknown()),
})

/** Runs one operation (or one task on the house itself) as the local operator. */
export async function performLocally(
  house: House,
  name: string,
  provinceCode: string | null,
  input: Record<string, unknown>,
): Promise<unknown> {
  const task = houseTask(name)
  if (task) return task(house, input)
  const operation = operationByName(name)
  if (!operation) throw new Refusal('not_found', `Không có việc tên “${name}”.`)
  if (!provinceCode) throw new Refusal('invalid', 'Hãy nói rõ tỉnh nào: --province <mã tỉnh>.')
  const province = await provinceByCode(house.database, provinceCode)
  return enter(house, province, LOCAL, operation.kind, (ctx) => operation(ctx, input))
}

/** Files travel as base64 between the command line and the server. */
export function asText(value: unknown): unknown {
  return onBytes(value, (bytes) => ({ $base64: Buffer.from(bytes).toString('base64') }))
}

export function asBytes<T>(value: T): T {
  const encoded = (value as { $base64?: string } | null)?.$base64
  if (typeof encoded === 'string') return new Uint8Array(Buffer.from(encoded, 'base64')) as T
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(asBytes) as T
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, asBytes(part)])) as T
}

function onBytes(value: unknown, encode: (bytes: Uint8Array) => unknown): unknown {
  const file = value as FileAnswer | null
  return file?.bytes instanceof Uint8Array ? { ...file, bytes: encode(file.bytes) } : value
}
