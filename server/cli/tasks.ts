import type { z } from 'zod'
import { inVietnamese, todayInVietnam } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { recordEvent } from '#server/tasks/events.ts'
import type { taskList } from '#server/tasks/list.ts'
import { STATES } from '#server/tasks/state.ts'
import { type Command, PROVINCE, table } from './command.ts'
import { dateOf, provinceOf } from './inputs.ts'

type List = z.output<typeof taskList.output>

export const tasks: Command = {
  usage: 'tasks --directive ID [--on YYYY-MM-DD] [--unit U] --province P',
  says: 'việc giao trong văn bản (mã hoặc số): ai chủ trì, hạn nào, đang ở trạng thái nào, phải có sản phẩm gì',
  options: {
    ...PROVINCE,
    directive: { type: 'string' },
    on: { type: 'string' },
    unit: { type: 'string' },
  },
  async run(door, args) {
    const { directive, on, unit } = args.options
    const { rows } = (await door.perform('tasks.list', provinceOf(args), {
      asOf: typeof on === 'string' ? on : await dateOf(door, args),
      ...(directive ? { directive } : {}),
      ...(unit ? { unitId: unit } : {}),
    })) as List
    return {
      json: rows.map(({ number: _, targets: __, note: ___, label, ...row }) => ({ ...row, label })),
      lines: table([
        ['Mã', 'Chủ trì', 'Hạn', 'Trạng thái', 'Vì sao', 'Sản phẩm'],
        ...rows.map(({ id, lead, due, state, reason, product }) => [
          id,
          lead,
          due && inVietnamese(due),
          STATES[state].label,
          reason,
          product,
        ]),
      ]),
    }
  },
}

type Recorded = z.output<typeof recordEvent.output>

export const trigger: Command = {
  usage: 'trigger EVENT --on YYYY-MM-DD --province P [--document SỐ] [--due D] [--directive ID]',
  says: 'ghi một sự kiện đã xảy ra (ban hành chiến lược, có hướng dẫn…): các việc chờ nó bắt đầu tính hạn',
  options: {
    ...PROVINCE,
    on: { type: 'string' },
    document: { type: 'string' },
    due: { type: 'string' },
    directive: { type: 'string' },
  },
  async run(door, args) {
    const [event] = args.positionals
    const { on = todayInVietnam(), document, due, directive } = args.options
    if (!event)
      throw new Refusal(
        'invalid',
        'Dùng: ngangtam trigger talent_strategy_issued --on 2019-05-20 --province ben-tre',
      )
    const given = Object.entries({ document, dueOn: due, directive })
    const recorded = (await door.perform('tasks.record_event', provinceOf(args), {
      event,
      on,
      ...Object.fromEntries(given.filter(([, value]) => value !== undefined)),
    })) as Recorded
    const started = recorded.tasks.join(', ')
    return {
      json: recorded,
      lines: [`Đã ghi ${event} ngày ${inVietnamese(recorded.on)}. Việc bắt đầu: ${started}.`],
    }
  },
}
