import { LOCAL, provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import { enter } from './kernel/operation.ts'
import { settle } from './reorganisations/settle.ts'

const HOUR = 60 * 60 * 1000

/** Reorganisations decided for a day to come: on that day records, accounts and scope follow. */
export async function keepSettling(house: House): Promise<() => void> {
  const settleAll = async () => {
    try {
      for (const province of await provinces(house.database))
        await enter(house, province, LOCAL, 'command', settle)
    } catch (error) {
      console.error(
        `Chưa cập nhật được nơi quản lý hồ sơ theo các quyết định sắp xếp đến ngày hiệu lực (${(error as Error).message}). Sẽ thử lại sau một giờ.`,
      )
    }
  }
  await settleAll()
  const timer = setInterval(settleAll, HOUR)
  timer.unref()
  return () => clearInterval(timer)
}
