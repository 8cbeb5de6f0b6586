import { writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type Arguments, AS_OF, type Command, PROVINCE } from './command.ts'
import type { Door } from './door.ts'
import { dateOf, provinceOf } from './inputs.ts'

export const form: Command = {
  usage:
    'form NAME --province P --person RECORD_NO [--as-of YYYY-MM-DD] -o FILE.docx|.pdf   |   form trich-ngang --province P [--unit ID] -o FILE.docx|.pdf|.xlsx',
  says: 'in giấy tờ cá nhân: 2c-bnv-2008, 2c-tctw-98, tt06-2023, the-ung-vien; danh sách: trich-ngang',
  options: {
    ...PROVINCE,
    ...AS_OF,
    person: { type: 'string' },
    unit: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  async run(door, args) {
    const [paper] = args.positionals
    const { output, unit, person } = args.options
    if (!paper) throw new Refusal('invalid', 'In mẫu nào? Ví dụ: ngangtam form 2c-bnv-2008 …')
    if (typeof output !== 'string')
      throw new Refusal('invalid', 'Hãy ghi tệp kết quả, đuôi .docx hoặc .pdf: -o ly-lich.docx')
    const province = provinceOf(args)
    const file = resolve(output)
    const asked = { format: extname(file).slice(1).toLowerCase(), asOf: await dateOf(door, args) }
    const isList = paper.toLowerCase() === 'trich-ngang'
    const answer = (await (isList
      ? door.perform('reports.short_list', province, {
          ...asked,
          ...(typeof unit === 'string' ? { unitId: unit } : {}),
          ...(person ? { ids: [await personOf(door, args)] } : {}),
        })
      : door.perform('reports.paper', province, {
          ...asked,
          ...{ paper, id: await personOf(door, args) },
        }))) as FileAnswer
    writeFileSync(file, answer.bytes)
    return {
      json: { form: paper, asOf: asked.asOf, file, bytes: answer.bytes.length },
      lines: [`Đã ghi ${file}.`],
    }
  },
}

/** A person by the number on the record; the list finds exactly that one. */
async function personOf(door: Door, args: Arguments): Promise<number> {
  const { person } = args.options
  if (typeof person !== 'string')
    throw new Refusal('invalid', 'In của ai? Hãy ghi mã hồ sơ, ví dụ: --person QB-000123')
  const { rows } = (await door.perform('cadres.list', provinceOf(args), {
    ...{ q: person, serving: 'all' },
  })) as { rows: { id: number; recordNo: string }[] }
  const found = rows.find(({ recordNo }) => recordNo.toLowerCase() === person.toLowerCase())
  if (!found)
    throw new Refusal(
      'not_found',
      `Không có mã hồ sơ “${person}”. Mã in ở đầu hồ sơ, ví dụ QB-000123.`,
    )
  return found.id
}
