import { overdueCycles, settleCycles } from './evaluation/settle.ts'
import { LOCAL, provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import { enter } from './kernel/operation.ts'
import { settle } from './reorganisations/settle.ts'

const HOUR = 60 * 60 * 1000

/**
 * What a day brings by itself: reorganisations decided for it move records, accounts and scope; steps of
 * evaluation whose time is over end by rule. A demonstration stays at the day it looks at.
 */
export async function keepSettling(house: House): Promise<() => void> {
  const settleAll = async () => {
    try {
      for (const province of await provinces(house.database)) {
        await enter(house, province, LOCAL, 'command', settle)
        if (province.demonstration) continue
        const overdue = await enter(house, province, LOCAL, 'query', overdueCycles)
        if (overdue.length > 0)
          await enter(house, province, LOCAL, 'command', (ctx) => settleCycles(ctx, {}))
      }
    } catch (error) {
      console.error(
        `Chưa làm được các việc đến ngày (sắp xếp tổ chức có hiệu lực, khóa bước đánh giá quá hạn): ${(error as Error).message}. Sẽ thử lại sau một giờ.`,
      )
    }
  }
  await settleAll()
  const timer = setInterval(settleAll, HOUR)
  timer.unref()
  return () => clearInterval(timer)
}
