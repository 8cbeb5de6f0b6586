import { SEXES } from '#server/cadres/code-lists.ts'
import { retirementLaw, retirementOf } from '#server/cadres/retirement.ts'
import { adoptedEverywhere } from '#server/directives/adoption.ts'
import { parametersInForce, reader } from '#server/directives/parameters.ts'
import { inVietnamese, isoDate, todayInVietnam } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { vocabulary } from '#server/vocabulary.ts'
import type { Command } from './command.ts'

const USAGE = 'retirement --sex male|female --born YYYY[-MM[-DD]] [--basis normal|heavy|…]'

/** The schedule of the State alone: no province, so no database is opened. */
export const retirement: Command = {
  usage: USAGE,
  says: 'tuổi nghỉ hưu, ngày làm việc cuối, ngày hưởng lương hưu, theo điều khoản nào',
  options: { sex: { type: 'string' }, born: { type: 'string' }, basis: { type: 'string' } },
  async run(_door, { options: { sex, born, basis = 'normal' } }) {
    const today = todayInVietnam()
    if (typeof sex !== 'string' || !(sex in SEXES))
      throw new Refusal(
        'invalid',
        `Hãy ghi --sex male (nam) hoặc --sex female (nữ). Dùng: ${USAGE}`,
      )
    const law = retirementLaw(
      reader(parametersInForce(adoptedEverywhere(vocabulary), today), today),
    )
    const known = law.bases.map(({ code, label }) => `${code} (${label})`)
    if (!law.bases.some(({ code }) => code === basis))
      throw new Refusal('invalid', `Không có căn cứ “${basis}”. Các căn cứ: ${known.join('; ')}.`)
    const found = retirementOf({ sex, ...bornAs(born, today), basis: String(basis) }, law)
    if (!found)
      throw new Refusal('invalid', `Không có dòng nào của lộ trình cho ngày sinh ${born}.`)
    const { age, lastWorkingDay, pensionFrom, clause } = found
    const months = age.months > 0 ? ` ${age.months} tháng` : ''
    return {
      json: { age, lastWorkingDay, pensionFrom, clause },
      lines: [
        `Nghỉ hưu khi đủ ${age.years} tuổi${months} (${clause}).`,
        `Làm việc hết ngày ${inVietnamese(lastWorkingDay)}, hưởng lương hưu từ ${inVietnamese(pensionFrom)}.`,
      ],
    }
  },
}

const PRECISIONS = { 4: 'year', 7: 'month', 10: 'day' } as const

function bornAs(born: string | boolean | undefined, today: string) {
  const text = typeof born === 'string' ? born : ''
  const precision = PRECISIONS[text.length as keyof typeof PRECISIONS]
  const bornOn = `${text}${'-01-01'.slice(text.length - 4)}`
  if (!precision || !isoDate.safeParse(bornOn).success)
    throw new Refusal(
      'invalid',
      'Hãy ghi ngày sinh có thật: --born 1964, --born 1964-10 hoặc --born 1964-10-31.',
    )
  if (bornOn < '1900-01-01' || bornOn > today)
    throw new Refusal('invalid', `Ngày sinh ${text} phải từ năm 1900 đến hôm nay.`)
  return { bornOn, precision }
}
