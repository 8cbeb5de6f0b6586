import type { z } from 'zod'
import type { personStanding } from '#server/cadres/standards/person-standing.ts'
import type { quotas } from '#server/cadres/standards/quotas.ts'
import type { standingPeople } from '#server/cadres/standards/unit-standing.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { AS_OF, type Command, PROVINCE, table } from './command.ts'
import { dateOf, provinceOf } from './inputs.ts'

type Quotas = z.output<typeof quotas.output>
type OfPerson = z.output<typeof personStanding.output>
type OfUnit = z.output<typeof standingPeople.output>

const STATES = {
  meets: 'đạt',
  lacks_paper: 'thiếu giấy tờ',
  does_not: 'chưa đạt',
  no_standard: 'chưa có tiêu chuẩn',
} as const

export const quota: Command = {
  usage: 'quota --province P [--as-of D]',
  says: 'biên chế giao, sử dụng, còn, vượt của từng cơ quan theo loại và năm',
  options: { ...PROVINCE, ...AS_OF },
  async run(door, args) {
    const asked = { asOf: await dateOf(door, args) }
    const answer = (await door.perform('cadres.quotas', provinceOf(args), asked)) as Quotas
    return {
      json: answer,
      lines: table([
        ['Đơn vị', 'Loại', 'Năm', 'Giao', 'Sử dụng', 'Còn', 'Vượt'],
        ...answer.rows.flatMap(({ unit, cells }) =>
          cells.map((cell) => [
            ...[unit, cell.kind, String(cell.year), String(cell.given ?? '–')],
            ...[String(cell.used), String(cell.vacant), String(cell.over)],
          ]),
        ),
      ]),
    }
  },
}

export const standards: Command = {
  usage: 'standards --province P (--person N | --unit U) [--as-of D]',
  says: 'ai đạt tiêu chuẩn chức danh đang giữ, thiếu giấy tờ nào, theo căn cứ nào',
  options: { ...PROVINCE, ...AS_OF, person: { type: 'string' }, unit: { type: 'string' } },
  async run(door, args) {
    const { person, unit } = args.options
    if (!person === !unit) throw new Refusal('invalid', 'Hãy ghi một: --person hoặc --unit.')
    const province = provinceOf(args)
    const asOf = await dateOf(door, args)
    if (person) {
      const asked = { id: String(person), asOf }
      const answer = (await door.perform('cadres.person_standing', province, asked)) as OfPerson
      return { json: answer, lines: [answer.person, ...linesOf(answer.own.lines)] }
    }
    const asked = { unitId: String(unit), asOf }
    const answer = (await door.perform('cadres.standing_people', province, asked)) as OfUnit
    return {
      json: answer,
      lines: answer.rows.flatMap(({ name, title, state, open }) => [
        `${name}, ${title}: ${STATES[state]}`,
        ...linesOf(open).map((line) => `  ${line}`),
      ]),
    }
  },
}

const linesOf = (lines: OfPerson['own']['lines']): string[] =>
  lines.map(
    ({ asks, has, state, paper, clause }) =>
      `${asks}: ${has}, ${STATES[state]}${paper ? ` (${paper})` : ''} [${clause}]`,
  )
