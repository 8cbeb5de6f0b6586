import { Refusal } from './refusal.ts'

/** What one request may cost, by the kind of its operation; nothing here depends on who asks. */
export const LIMITS = {
  /** Questions carry a few filters; changes a form. Files have a limit of their own. */
  bodyBytes: { query: 64 * 1024, recorded: 64 * 1024, command: 1024 * 1024 },
  /** Statements of a question that take longer are stopped; a change is never cut in the middle. */
  seconds: { query: 30, recorded: 120, command: 0 },
  file: { bytes: 50 * 1024 * 1024, fields: 20, fieldBytes: 256 * 1024 },
  /** Rows a list may be asked for at once. */
  rows: 500,
  /** Dear operations: exports, long counts, files read. */
  dear: { aMinute: 60, atOnce: 4, waiting: 40 },
} as const

/** Lets so many pieces of work go on at once and so many wait; to the next it says to come back. */
export function queueOf(atOnce: number, waiting: number) {
  const line: (() => void)[] = []
  let going = 0
  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (going < atOnce) going += 1
    else if (line.length >= waiting) throw TOO_BUSY
    else await new Promise<void>((resolve) => line.push(resolve))
    try {
      return await work()
    } finally {
      // The turn goes to the next in line; only without one does the number fall.
      const next = line.shift()
      if (next) next()
      else going -= 1
    }
  }
}

const TOO_BUSY = new Refusal(
  'unavailable',
  'Máy chủ đang bận nhiều việc nặng (xuất tệp, tính chỉ tiêu nhiều mốc). Chưa làm gì; hãy đợi một phút rồi thử lại.',
)

export const TOO_OFTEN = new Refusal(
  'forbidden',
  'Gửi quá nhiều lần trong một phút. Hãy đợi một phút rồi thử lại.',
)

/** What the refusals of the parser and of the database mean for the asker. */
export function limitRefusal({ code, statusCode }: Fault): Refusal | undefined {
  if (code === '57014')
    return new Refusal(
      'unavailable',
      'Câu hỏi này tính quá lâu nên đã dừng, chưa thay đổi gì. Hãy thu hẹp: chọn một đơn vị, bớt mốc thời gian, thêm điều kiện lọc.',
    )
  if (code === 'FST_REQ_FILE_TOO_LARGE')
    return new Refusal(
      'invalid',
      'Tệp lớn hơn mức nhận được (50 MB). Hãy tách thành nhiều tệp rồi gửi lại.',
    )
  if (statusCode === 413)
    return new Refusal(
      'invalid',
      'Nội dung gửi lên lớn hơn mức nhận được cho việc này. Hãy chia thành nhiều lần gửi.',
    )
  if (statusCode === 429) return TOO_OFTEN
  return undefined
}

interface Fault {
  code?: string
  statusCode?: number
}
