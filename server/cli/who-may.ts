import type { z } from 'zod'
import type { whoMay as whoMayQuery } from '#server/authority/who-may.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Command, PROVINCE, table } from './command.ts'
import { dateOf, provinceOf } from './inputs.ts'

type Who = z.output<typeof whoMayQuery.output>

export const whoMay: Command = {
  usage: 'who-may MATTER --unit U [--on YYYY-MM-DD] --province P [--action decide|sign|…]',
  says: 'ai được đề xuất, thẩm định, quyết định, ký một việc, về đơn vị nào, ngày nào, theo văn bản nào',
  options: {
    ...PROVINCE,
    unit: { type: 'string' },
    on: { type: 'string' },
    action: { type: 'string' },
  },
  async run(door, args) {
    const [matter] = args.positionals
    const { unit, on, action } = args.options
    if (!matter || typeof unit !== 'string') {
      throw new Refusal(
        'invalid',
        'Dùng: ngangtam who-may appointment --unit 5 --on 2025-07-01 --province vinh-phuc',
      )
    }
    const answer = (await door.perform('authority.who_may', provinceOf(args), {
      matter,
      unitId: unit,
      on: typeof on === 'string' ? on : await dateOf(door, args),
      ...(action ? { action } : {}),
    })) as Who
    return { json: answer.rows.map(contract), lines: linesOf(answer) }
  },
}

const contract = ({ holder, through, legalBasis, from, to }: Who['rows'][number]) => ({
  holder,
  through,
  legalBasis,
  from,
  to,
})

function linesOf({ says, note, rows }: Who): string[] {
  const listed = rows.map(({ actionLabel, holder, through, legalBasis, from, to }) => [
    actionLabel,
    holder,
    through,
    legalBasis,
    inVietnamese(from),
    to ? inVietnamese(to) : '',
  ])
  const head = ['Việc', 'Ai', 'Qua', 'Căn cứ', 'Từ', 'Đến']
  return [says, ...(note ? [note] : []), ...(rows.length > 0 ? table([head, ...listed]) : [])]
}
