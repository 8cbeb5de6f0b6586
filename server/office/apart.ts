import { Worker } from 'node:worker_threads'
import { Refusal, type RefusalKind } from '#server/kernel/refusal.ts'

const MEMORY_MB = 2048

/** What a worker answers: exactly one of the three. */
export interface ApartAnswer {
  result?: unknown
  refused?: { kind: RefusalKind; message: string }
  failed?: string
}

/** One thread for one file, ended whatever happens: the server answers others meanwhile. */
export function apart(
  worker: URL,
  workerData: object,
  seconds: number,
  tooMuch: Refusal,
): Promise<unknown> {
  const thread = new Worker(worker, {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  })
  return new Promise<unknown>((resolve, reject) => {
    const timer = setTimeout(() => reject(tooMuch), seconds * 1000)
    thread.once('message', ({ result, refused, failed }: ApartAnswer) => {
      clearTimeout(timer)
      if (refused) reject(new Refusal(refused.kind, refused.message))
      else if (failed) reject(new Error(failed))
      else resolve(result)
    })
    thread.once('error', (error: Error & { code?: string }) => {
      clearTimeout(timer)
      reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch : error)
    })
  }).finally(() => thread.terminate())
}
