import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'

const STAGES = {
  opening: 'Đang mở tệp',
  reading: 'Đang đọc và đối chiếu',
  writing: 'Đang ghi vào hồ sơ',
  done: 'Đã xong',
} as const

type Stage = keyof typeof STAGES

interface Running {
  stage: Stage
  done: number
  total: number
  cancelled: boolean
}

/** Work in this process; a ticket is made up by whoever waits, and only they can ask for it. */
const running = new Map<string, Running>()

/** Told by the work itself at every step; also the moment where it stops when asked to. */
export interface Progress {
  at(stage: Stage, done: number, total: number): Promise<void>
  end(): void
}

const KEPT_MS = 60_000

export function progressOf(ctx: Context, ticket: string | undefined): Progress {
  if (!ticket) return { at: breathe, end: () => undefined }
  const key = keyOf(ctx, ticket)
  const state: Running = { stage: 'opening', done: 0, total: 0, cancelled: false }
  running.set(key, state)
  return {
    async at(stage, done, total) {
      Object.assign(state, { stage, done, total })
      await breathe()
      if (state.cancelled && stage !== 'writing') {
        running.delete(key)
        throw new Refusal('conflict', 'Đã dừng theo yêu cầu. Chưa ghi gì vào hồ sơ.')
      }
    },
    end() {
      Object.assign(state, { stage: 'done', done: state.total })
      setTimeout(() => running.delete(key), KEPT_MS).unref()
    },
  }
}

/** Others get their turn between two steps. */
const breathe = () => new Promise<void>((resolve) => setImmediate(resolve))

const keyOf = ({ province, actor }: Context, ticket: string) =>
  [province.code, actor.name, ticket].join(' ')

const ticketInput = z.object({ ticket: z.string().min(1).max(100) })

function stateOf(ctx: Context, ticket: string): Running {
  const state = running.get(keyOf(ctx, ticket))
  if (state) return state
  throw new Refusal('not_found', 'Không có lần nhập nào đang chạy với mã này.')
}

/** How far a running import has come. */
export const importProgress = query({
  name: 'cadres.import_progress',
  input: ticketInput,
  output: z.object({
    stage: z.enum(['opening', 'reading', 'writing', 'done']),
    stageLabel: z.string(),
    done: z.number(),
    total: z.number(),
  }),
  async run(ctx, { ticket }) {
    const { stage, done, total } = stateOf(ctx, ticket)
    return { stage, stageLabel: STAGES[stage], done, total }
  },
})

/** Stops a running import as long as it has not begun to write. */
export const cancelImport = command({
  name: 'cadres.cancel_import',
  input: ticketInput,
  output: z.object({ stopped: z.boolean() }),
  async run(ctx, { ticket }) {
    const state = stateOf(ctx, ticket)
    const stopped = state.stage !== 'writing' && state.stage !== 'done'
    if (stopped) state.cancelled = true
    return { stopped }
  },
})
