import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { FormTable } from '#server/reports/form-table.ts'
import { AS_OF, type Command, PROVINCE, table } from './command.ts'
import { dateOf, provinceOf } from './inputs.ts'
import { PERIODIC_OPTIONS, periodicReport, VERBS } from './periodic-reports.ts'

const OUTPUT = { output: { type: 'string', short: 'o' } } as const

export const report: Command = {
  usage:
    'report FORM --province P [--as-of YYYY-MM-DD] [--unit ID] [-o FILE.xlsx]   |   report board|show|open|fill|submit|accept|return|freeze ID --province P [--unit U] [--period K] [--on YYYY-MM-DD] [--texts FILE.json] [--number SỐ] [--signer TÊN] [--says LÝ DO] [-o FILE.docx|.xlsx|.pdf]',
  says: 'lập biểu thống kê (bm01, 8b, 9a, 9b, 9c, 10, 11, 12a, 12b, 12c, 13); mở, viết, nộp, nhận, ký báo cáo định kỳ',
  options: { ...PROVINCE, ...AS_OF, ...OUTPUT, ...PERIODIC_OPTIONS, unit: { type: 'string' } },
  async run(door, args) {
    const [form] = args.positionals
    if (form !== undefined && VERBS.includes(form)) return periodicReport(door, args)
    if (!form) throw new Refusal('invalid', 'Lập biểu nào? Ví dụ: ngangtam report bm01 …')
    const province = provinceOf(args)
    const { unit, output } = args.options
    const asked = {
      form,
      asOf: await dateOf(door, args),
      ...(typeof unit === 'string' ? { unitId: Number(unit) } : {}),
    }
    const filled = (await door.perform('reports.form', province, asked)) as FormTable
    if (typeof output === 'string') {
      const file = (await door.perform('reports.form_file', province, asked)) as FileAnswer
      writeFileSync(resolve(output), file.bytes)
    }
    return {
      json: totalsOf(filled),
      lines: [
        `${filled.number} · ${filled.title} · ${filled.place.name} · ${filled.asOf}`,
        ...table([
          ['', 'Chỉ tiêu', ...filled.columns.map(({ no }) => no)],
          ...filled.rows.map(({ no, label, cells }) => [no, label, ...cells.map(shown)]),
          ['', 'Tổng số', ...filled.totals.map(shown)],
        ]),
        ...filled.checks.map(
          ({ rule, where, ok, left, right }) =>
            `${ok ? 'Khớp' : 'CHƯA KHỚP'}: ${rule}${where ? ` (${where})` : ''}: ${left} so với ${right}`,
        ),
        ...filled.notes,
        ...(typeof output === 'string' ? [`Đã ghi ${output}.`] : []),
      ],
    }
  },
}

const shown = ({ value, unknown }: FormTable['totals'][number]) =>
  `${value ?? '–'}${unknown > 0 ? `(+${unknown}?)` : ''}`

/** What other programs read: values by the number of their column, in rows as the form has them. */
function totalsOf({ form, asOf, columns, rows, totals, checks, notes, place }: FormTable) {
  const byColumn = (cells: FormTable['totals'], of: 'value' | 'unknown') =>
    Object.fromEntries(columns.map(({ no }, index) => [no, cells[index]?.[of] ?? null]))
  const open = (cells: FormTable['totals']) =>
    Object.fromEntries(Object.entries(byColumn(cells, 'unknown')).filter(([, n]) => n))
  return {
    form,
    asOf,
    place: place.name,
    columns: columns.map(({ no, label, under }) => ({ no, label, under })),
    rows: rows.map(({ no, label, cells }) => ({
      ...{ no, label },
      values: byColumn(cells, 'value'),
      unknown: open(cells),
    })),
    totals: byColumn(totals, 'value'),
    unknown: open(totals),
    checks: checks.map(({ rule, where, ok, left, right, unknown }) => ({
      ...{ rule, where, ok, left, right, unknown },
    })),
    notes,
  }
}
