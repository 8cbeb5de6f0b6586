import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { z } from 'zod'
import type { dueList } from '#server/due/list.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { type Arguments, AS_OF, type Command, PROVINCE, table } from './command.ts'
import type { Door } from './door.ts'
import { dateOf, provinceOf } from './inputs.ts'

type List = z.output<typeof dueList.output>

export const due: Command = {
  usage: 'due --province P --from D --to D [--unit U] [--kind K] [--as-of D] [--ics FILE]',
  says: 'việc đến hạn: của ai, ngày nào, theo điều khoản nào; --ics ghi thành tệp lịch',
  options: {
    ...PROVINCE,
    ...AS_OF,
    from: { type: 'string' },
    to: { type: 'string' },
    unit: { type: 'string' },
    kind: { type: 'string' },
    ics: { type: 'string' },
  },
  async run(door, args) {
    const province = provinceOf(args)
    const asked = await questionOf(door, args)
    if (typeof args.options.ics === 'string') {
      const file = (await door.perform('due.calendar', province, asked)) as FileAnswer
      writeFileSync(resolve(args.options.ics), file.bytes)
      const written = { file: resolve(args.options.ics), bytes: file.bytes.length }
      return { json: written, lines: [`Đã ghi ${args.options.ics}.`] }
    }
    const { rows, unknown } = (await door.perform('due.list', province, asked)) as List
    return {
      json: rows.map((row) => ({ ...row, person: row.person ?? `${row.people} người` })),
      lines: [
        ...table([
          ['Đến hạn', 'Việc', 'Họ và tên', 'Đơn vị', 'Căn cứ'],
          ...rows.map(({ date, kindLabel, person, people, unitName, clause }) => [
            inVietnamese(date),
            kindLabel,
            person ?? `${people} người`,
            unitName,
            clause,
          ]),
        ]),
        ...unknown.map(({ kindLabel, people, says }) => `${kindLabel}, ${people} người: ${says}`),
      ],
    }
  },
}

/** Records as of the day asked, else of the day the province opens at, or of an earlier first day. */
async function questionOf(door: Door, args: Arguments): Promise<Record<string, unknown>> {
  const { from, to, unit, kind } = args.options
  const day = await dateOf(door, args)
  const asOf = args.options['as-of'] || !from || String(from) > day ? day : from
  const given = Object.entries({ from, to, unitId: unit, kind })
  return { asOf, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) }
}
