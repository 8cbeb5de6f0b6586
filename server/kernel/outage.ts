import { Refusal } from './refusal.ts'

const CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
])
/** Connection exceptions, an operator's shutdown, too few resources, failure of input or output. */
const CLASSES = /^(08...|57P0[1235]|53...|58030)$/
/** What the driver says of a connection that broke before, without a code. */
const WORDS =
  /connection terminated|not queryable|connection error|timeout exceeded when trying to connect/i

/** A database that cannot be reached or cannot write just now, as opposed to a bug of ours. */
export function outageRefusal(error: { code?: string; message: string }): Refusal | undefined {
  const code = error.code ?? ''
  if (code === '53100' || code === 'ENOSPC') {
    return new Refusal(
      'unavailable',
      'Máy chủ hết chỗ trống trên đĩa nên chưa ghi được gì. Hãy báo người quản trị dọn chỗ, rồi làm lại.',
    )
  }
  if (!CODES.has(code) && !CLASSES.test(code) && !(code === '' && WORDS.test(error.message)))
    return undefined
  return new Refusal(
    'unavailable',
    'Cơ sở dữ liệu đang tạm ngừng nên yêu cầu này chưa chắc được ghi. Hãy đợi một phút, xem lại rồi thử lại; nếu vẫn vậy hãy báo người quản trị.',
  )
}
