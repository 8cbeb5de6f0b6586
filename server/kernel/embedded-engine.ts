import { join } from 'node:path'
import { Worker } from 'node:worker_threads'

export interface Answer {
  rows?: unknown[]
  affected?: number
  bytes?: ArrayBuffer
}

export interface EngineAt {
  folder?: string
  template?: ArrayBuffer
}

/** One run of PGlite in its worker thread, from its start to its end or its crash. */
export interface Engine {
  ask(message: object): Promise<Answer>
  isAlive(): boolean
  stop(): Promise<void>
}

export async function startEngine(at: EngineAt): Promise<Engine> {
  const worker = new Worker(new URL('./embedded-worker.ts', import.meta.url), {
    workerData: { folder: at.folder && join(at.folder, 'pg'), template: at.template },
  })
  await new Promise<void>((resolve, reject) => {
    worker.once('error', reject)
    worker.once('exit', (code) => reject(stopped(code)))
    worker.once('message', () => resolve())
  })
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>()
  let last = 0
  let alive = true
  const failAll = (error: Error) => {
    alive = false
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('error', failAll)
  worker.on('exit', (code) => failAll(stopped(code)))
  worker.on('message', ({ id, error, ...answer }: Answer & { id: number; error?: object }) => {
    const call = waiting.get(id)
    waiting.delete(id)
    if (error) call?.reject(Object.assign(new Error(), error))
    else call?.resolve(answer)
  })
  const ask = (message: object) =>
    new Promise<Answer>((resolve, reject) => {
      if (!alive) return reject(stopped())
      const id = ++last
      waiting.set(id, { resolve, reject })
      worker.postMessage({ id, ...message })
    })
  return {
    ask,
    isAlive: () => alive,
    async stop() {
      if (alive) await ask({})
      await worker.terminate()
    },
  }
}

/** Starts the engine again when it has died; what lived in memory only cannot come back. */
export function restarting(first: Engine, at: EngineAt): () => Promise<Engine> {
  let current = Promise.resolve(first)
  return async () => {
    const engine = await current.catch(() => undefined)
    if (engine?.isAlive()) return engine
    if (!at.folder) throw stopped()
    current = startEngine(at)
    return current
  }
}

/** How the worker ends when the disk has no room for the log of changes. */
export const DISK_FULL = 28

/** As PostgreSQL says it: the disk is full, or another of its processes crashed. */
const stopped = (exit?: number) =>
  exit === DISK_FULL
    ? Object.assign(new Error('no room for the log of changes'), { code: '53100' })
    : Object.assign(new Error('the embedded database stopped'), { code: '57P02' })
