/** PGlite in a worker thread: a long report must not stall the event loop of the server. */
import { closeSync, fsyncSync, openSync, statfsSync } from 'node:fs'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite, type PGliteOptions, types } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { NodeFS } from '@electric-sql/pglite/nodefs'
import { DISK_FULL } from './embedded-engine.ts'

const { folder, template } = workerData as { folder?: string; template?: ArrayBuffer }

const text = (value: string) => value
const options: PGliteOptions = {
  extensions: { btree_gist, pg_trgm },
  parsers: {
    [types.DATE]: text,
    [types.TIMESTAMP]: text,
    [types.TIMESTAMPTZ]: text,
    [types.INT8]: Number,
    [types.NUMERIC]: Number,
  },
}
if (template) options.loadDataDir = new Blob([template])
if (folder) {
  options.fs = durableFiles(folder)
  options.startParams = startParams()
}
const db = await PGlite.create(options)
parentPort?.postMessage({ ready: true })

parentPort?.on('message', async ({ id, sql, params, dump }) => {
  try {
    if (dump) {
      const file = await db.dumpDataDir('none')
      parentPort?.postMessage({ id, bytes: await file.arrayBuffer() })
    } else if (sql === undefined) {
      await db.close()
      parentPort?.postMessage({ id })
      parentPort?.close()
    } else {
      const result = params.length > 0 ? await db.query(sql, params) : (await db.exec(sql)).at(-1)
      parentPort?.postMessage({ id, rows: result?.rows ?? [], affected: result?.affectedRows ?? 0 })
    }
  } catch (error) {
    const { message, code, detail, constraint, table, severity, where } = error as Record<
      string,
      unknown
    >
    parentPort?.postMessage({
      id,
      error: { message, code, detail, constraint, table, severity, where },
    })
  }
})

/**
 * Stock PGlite never calls fsync: its file system lacks the hook and it starts PostgreSQL with -F.
 * With the hook, an acknowledged commit is on the disk (docs/decisions/0003).
 */
function durableFiles(folder: string): NodeFS {
  const files = new NodeFS(folder)
  const init = files.init.bind(files)
  files.init = async (pg, opts) => {
    const result = await init(pg, opts)
    const hook = (module: unknown) => {
      const nodefs = (module as { NODEFS: NodeFilesystem }).NODEFS
      nodefs.stream_ops.fsync = (stream) => {
        if (stream.nfd !== undefined) fsyncSync(stream.nfd)
        else {
          const directory = openSync(nodefs.realPath(stream.node), 'r')
          fsyncSync(directory)
          closeSync(directory)
        }
        return 0
      }
      const write = nodefs.stream_ops.write
      nodefs.stream_ops.write = (stream, ...rest) => {
        try {
          return write(stream, ...rest)
        } catch (error) {
          endWithoutRoom(stream.path, folder)
          throw error
        }
      }
    }
    const emscripten = result.emscriptenOpts as { preRun?: unknown[] }
    emscripten.preRun = [...(emscripten.preRun ?? []), hook]
    return result
  }
  return files
}

/**
 * A server without room for its log of changes crashes, and recovers at its next start; PGlite would
 * turn in circles for ever. The thread ends instead, and the engine starts it again.
 */
function endWithoutRoom(path: string, on: string): void {
  if (!path.includes('/pg_wal/')) return
  const { bavail, bsize } = statfsSync(on)
  if (bavail * bsize < SEGMENT) process.exit(DISK_FULL)
}

const SEGMENT = 16 * 1024 * 1024

interface Stream {
  path: string
  nfd?: number
  node: unknown
}

interface NodeFilesystem {
  stream_ops: {
    fsync?: (stream: Stream) => number
    write(stream: Stream, ...rest: unknown[]): number
  }
  realPath(node: unknown): string
}

function startParams(): string[] {
  const settings = {
    search_path: 'public',
    exit_on_error: 'false',
    log_checkpoints: 'false',
    max_worker_processes: '0',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    io_method: 'sync',
    fsync: 'on',
    wal_sync_method: 'fsync',
  }
  return [
    '--single',
    '-O',
    '-j',
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ]
}
