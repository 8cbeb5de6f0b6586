import type { z } from 'zod'
import type { checklist } from '#server/inspection/checklist.ts'
import { STATES } from '#server/inspection/judged.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Command, PROVINCE, table } from './command.ts'
import { provinceOf } from './inputs.ts'

type Checklist = z.output<typeof checklist.output>

export const inspect: Command = {
  usage: 'inspect case ID --province P',
  says: 'bảng đối chiếu một vụ việc (appointment:12, import:3, evaluation:4, record_change:5) với quy trình phải theo',
  options: PROVINCE,
  async run(door, args) {
    const [what, id] = args.positionals
    if (what !== 'case' || !id)
      throw new Refusal('invalid', 'Dùng: ngangtam inspect case appointment:12 --province lang-son')
    const found = (await door.perform('inspection.checklist', provinceOf(args), {
      case: id,
    })) as Checklist
    const { counts, rows } = found
    return {
      json: rows.map(({ step, clause, state, evidence }) => ({ step, clause, state, evidence })),
      lines: [
        `${found.kindLabel}: ${found.title}, ngày ${inVietnamese(found.on)}.`,
        `${counts.met} đạt, ${counts.not_met} không đạt, ${counts.unknown} chưa rõ.`,
        ...table([
          ['Bước', 'Kết quả', 'Căn cứ', 'Hồ sơ cho thấy'],
          ...rows.map(({ label, state, clause, evidence }) => [
            label,
            STATES[state].label,
            clause,
            evidence,
          ]),
        ]),
      ],
    }
  },
}
