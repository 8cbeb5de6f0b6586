import { overdueCycles, settleCycles } from './evaluation/settle.ts'
import { collectPapers, overdue } from './exams/hand-in.ts'
import { LOCAL, provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import { enter } from './kernel/operation.ts'
import { repeat } from './kernel/repeat.ts'
import { settle } from './reorganisations/settle.ts'

const HALF_A_MINUTE = 30_000
const HOUR = 60 * 60 * 1000

/**
 * What a day brings by itself: reorganisations decided for it move records, accounts and scope; steps of
 * evaluation whose time is over end by rule. A demonstration stays at the day it looks at.
 */
export function keepSettling(house: House): Promise<() => void> {
  const settleAll = async () => {
    for (const province of await provinces(house.database)) {
      await enter(house, province, LOCAL, 'command', settle)
      if (province.demonstration) continue
      const ended = await enter(house, province, LOCAL, 'query', overdueCycles)
      if (ended.length > 0)
        await enter(house, province, LOCAL, 'command', (ctx) => settleCycles(ctx, {}))
    }
  }
  return repeat(
    HOUR,
    settleAll,
    (failure) =>
      `Chưa làm được các việc đến ngày (sắp xếp tổ chức có hiệu lực, khóa bước đánh giá quá hạn): ${failure}. Sẽ thử lại sau một giờ.`,
  )
}

/** Papers whose time is over are handed in by the server, though no browser asks for it. */
export function keepCollecting(house: House): Promise<() => void> {
  const collectAll = async () => {
    for (const province of await provinces(house.database)) {
      const waiting = await enter(house, province, LOCAL, 'query', overdue)
      if (waiting.length > 0)
        await enter(house, province, LOCAL, 'command', (ctx) => collectPapers(ctx, {}))
    }
  }
  return repeat(
    HALF_A_MINUTE,
    collectAll,
    (failure) => `Chưa thu được bài kiểm tra hết giờ (${failure}). Sẽ thử lại sau nửa phút.`,
  )
}
