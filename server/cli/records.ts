import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { AS_OF, type Command, PROVINCE, table } from './command.ts'
import { dateOf, fileAt, provinceOf } from './inputs.ts'

interface ImportAnswer {
  read: number
  accepted: number
  rejected: { sheet: string; cell: string; value: string; reason: string }[]
  newUnits: string[]
  importId: number | null
}

export const importList: Command = {
  usage:
    'import FILE --province P [--sheet S] [--unit ID] [--create-units] [--dry-run]   |   import undo ID [--province P]',
  says: 'nhập danh sách Excel (--dry-run: chỉ xem thử), hoặc hoàn tác một lần nhập',
  options: {
    ...PROVINCE,
    sheet: { type: 'string' },
    unit: { type: 'string' },
    'dry-run': { type: 'boolean' },
    'create-units': { type: 'boolean' },
  },
  async run(door, args) {
    const [first, id] = args.positionals
    if (first === 'undo') return undo(door, args, id)
    const province = provinceOf(args)
    const { sheet, unit } = args.options
    const answer = (await door.perform('cadres.import', province, {
      file: fileAt(first),
      dryRun: args.options['dry-run'] === true,
      ...(sheet ? { sheet } : {}),
      ...(args.options['create-units'] ? { createUnits: true } : {}),
      ...(unit ? { unitId: Number(unit) } : {}),
    })) as ImportAnswer
    const importId = answer.importId === null ? null : `${province}:${answer.importId}`
    const lines = [
      `Đọc ${answer.read} dòng, nhận ${answer.accepted}, chặn ${answer.rejected.length}.`,
      ...(answer.newUnits.length > 0
        ? [`Đơn vị mới theo danh sách: ${answer.newUnits.join(', ')}.`]
        : []),
      importId
        ? `Lần nhập ${importId}. Hoàn tác: ngangtam import undo ${importId}`
        : 'Chưa ghi gì.',
      ...table(
        answer.rejected.map(({ sheet, cell, value, reason }) => [
          `${sheet}!${cell}`,
          value,
          reason,
        ]),
      ),
    ]
    return { json: { ...answer, importId }, lines }
  },
}

/** An import is named `province:number`, so that undoing it needs no more than its name. */
async function undo(
  door: Parameters<Command['run']>[0],
  args: Parameters<Command['run']>[1],
  name = '',
) {
  const [number, province] = name.split(':').reverse()
  const importId = Number(number)
  if (!Number.isInteger(importId) || importId < 1) {
    throw new Refusal('invalid', 'Hãy ghi mã lần nhập, ví dụ: ngangtam import undo lang-son:3')
  }
  const answer = await door.perform('cadres.undo_import', province ?? provinceOf(args), {
    importId,
  })
  return { json: answer, lines: [`Đã hoàn tác lần nhập ${name}.`] }
}

const EXPORTS: Record<string, { operation: string; says: string }> = {
  cadres: { operation: 'cadres.export', says: 'danh-sach.xlsx' },
  records: { operation: 'cadres.export_records', says: 'ho-so.json' },
}

export const exportCadres: Command = {
  usage:
    'export cadres --province P [--as-of YYYY-MM-DD] -o FILE.xlsx   |   export records --province P [--as-of D] [--format json|csv] -o FILE',
  says: 'xuất danh sách cán bộ ra Excel; xuất toàn bộ hồ sơ ở định dạng mở (JSON, CSV)',
  options: {
    ...PROVINCE,
    ...AS_OF,
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
  },
  async run(door, args) {
    const { output, format } = args.options
    const wanted = EXPORTS[args.positionals[0] ?? '']
    if (!wanted)
      throw new Refusal('invalid', `Xuất gì? Hiện có: ${Object.keys(EXPORTS).join(', ')}.`)
    if (typeof output !== 'string')
      throw new Refusal('invalid', `Hãy ghi tệp kết quả: -o ${wanted.says}`)
    const file = (await door.perform(wanted.operation, provinceOf(args), {
      asOf: await dateOf(door, args),
      ...(format === undefined ? {} : { format }),
    })) as FileAnswer
    writeFileSync(resolve(output), file.bytes)
    return {
      json: { file: resolve(output), bytes: file.bytes.length },
      lines: [`Đã ghi ${output}.`],
    }
  },
}
