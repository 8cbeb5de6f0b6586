import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { z } from 'zod'
import type { agenda } from '#server/agenda/agenda.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { AS_OF, type Command, PROVINCE, table } from './command.ts'
import { dateOf, provinceOf } from './inputs.ts'

type Agenda = z.output<typeof agenda.output>

export const calendar: Command = {
  usage: 'calendar [--unit U] --from D --to D [--ics FILE] --province P [--as-of D]',
  says: 'mọi việc đến hạn của một đơn vị hoặc cả tỉnh: việc giao, báo cáo, mốc của từng người; --ics ghi thành tệp lịch',
  options: {
    ...PROVINCE,
    ...AS_OF,
    unit: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    ics: { type: 'string' },
  },
  async run(door, args) {
    const province = provinceOf(args)
    const { unit, from, to, ics } = args.options
    const day = await dateOf(door, args)
    const asOf = args.options['as-of'] || !from || String(from) > day ? day : from
    const given = Object.entries({ from, to, unitId: unit })
    const asked = { asOf, ...Object.fromEntries(given.filter(([, value]) => value !== undefined)) }
    if (typeof ics === 'string') {
      const file = (await door.perform('agenda.calendar', province, asked)) as FileAnswer
      writeFileSync(resolve(ics), file.bytes)
      const json = { file: resolve(ics), bytes: file.bytes.length }
      return { json, lines: [`Đã ghi ${ics}.`] }
    }
    const { rows } = (await door.perform('agenda.list', province, asked)) as Agenda
    return {
      json: rows,
      lines: table([
        ['Đến hạn', 'Loại', 'Việc', 'Đơn vị', 'Trạng thái', 'Căn cứ'],
        ...rows.map(({ date, kindLabel, label, unit: who, stateLabel, cite }) => [
          inVietnamese(date),
          kindLabel,
          label,
          who,
          stateLabel,
          cite,
        ]),
      ]),
    }
  },
}
