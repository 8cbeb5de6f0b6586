import { collectPapers, overdue } from './exams/hand-in.ts'
import { LOCAL, provinces } from './house.ts'
import type { House } from './kernel/context.ts'
import { enter } from './kernel/operation.ts'

const HALF_A_MINUTE = 30_000

/** Papers whose time is over are handed in by the server, though no browser asks for it. */
export function keepCollecting(house: House): () => void {
  const collect = async () => {
    try {
      for (const province of await provinces(house.database)) {
        const waiting = await enter(house, province, LOCAL, 'query', overdue)
        if (waiting.length > 0)
          await enter(house, province, LOCAL, 'command', (ctx) => collectPapers(ctx, {}))
      }
    } catch (error) {
      console.error(
        `Chưa thu được bài kiểm tra hết giờ (${(error as Error).message}). Sẽ thử lại sau nửa phút.`,
      )
    }
  }
  const timer = setInterval(collect, HALF_A_MINUTE)
  timer.unref()
  return () => clearInterval(timer)
}
