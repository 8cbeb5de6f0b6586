import { z } from 'zod'
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

/**
 * Work in this process. A ticket is drawn at random by whoever waits; holding it is the permission to
 * ask, so that asking needs no session and no database: the embedded one is busy with the import.
 */
const running = new Map<string, Running>()

/** Told by the work itself at every step; also the moment where it stops when asked to. */
export interface Progress {
  at(stage: Stage, done: number, total: number): Promise<void>
  end(): void
}

const KEPT_MS = 60_000
/** Shorter than this a ticket could be guessed. */
const TICKET_LENGTH = 16

export function progressOf(ticket: string | undefined): Progress {
  if (!ticket) return { at: breathe, end: () => undefined }
  const key = ticket
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

const ticketShape = z.string().min(TICKET_LENGTH).max(100)

function stateOf(ticket: string): Running {
  const state = ticketShape.safeParse(ticket).success ? running.get(ticket) : undefined
  if (state) return state
  throw new Refusal('not_found', 'Không có lần nhập nào đang chạy với mã này.')
}

export interface ProgressAnswer {
  stage: Stage
  stageLabel: string
  done: number
  total: number
}

/** How far the work of a ticket has come. */
export function importProgress(ticket: string): ProgressAnswer {
  const { stage, done, total } = stateOf(ticket)
  return { stage, stageLabel: STAGES[stage], done, total }
}

/** Stops the work of a ticket as long as it has not begun to write. */
export function cancelImport(ticket: string): { stopped: boolean } {
  const state = stateOf(ticket)
  const stopped = state.stage !== 'writing' && state.stage !== 'done'
  if (stopped) state.cancelled = true
  return { stopped }
}
