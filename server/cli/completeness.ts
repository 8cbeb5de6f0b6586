import { AS_OF, type Command, PROVINCE, percent, table } from './command.ts'
import { dateOf, provinceOf } from './inputs.ts'

interface Answer {
  people: number
  score: number | null
  items: { label: string; known: number; total: number; fixedBy: string }[]
  units: { unitName: string; people: number; score: number | null }[]
}

export const completeness: Command = {
  usage: 'completeness --province P [--unit ID] [--as-of YYYY-MM-DD]',
  says: 'độ đầy đủ của hồ sơ: toàn tỉnh, từng đơn vị, còn thiếu gì, ai phải bổ sung',
  options: { ...PROVINCE, ...AS_OF, unit: { type: 'string' } },
  async run(door, args) {
    const { unit } = args.options
    const answer = (await door.perform('cadres.completeness', provinceOf(args), {
      asOf: await dateOf(door, args),
      ...(unit === undefined ? {} : { unitId: unit }),
    })) as Answer
    const { people, score, items, units } = answer
    return {
      json: answer,
      lines: [
        `${people} hồ sơ, đầy đủ ${percent(score) ?? '–'}.`,
        '',
        ...table(units.map((one) => [one.unitName, one.people, percent(one.score)])),
        '',
        ...table(
          items
            .filter(({ known, total }) => known < total)
            .map(({ label, known, total, fixedBy }) => [
              label,
              total - known,
              `/ ${total}`,
              fixedBy,
            ]),
        ),
      ],
    }
  },
}
