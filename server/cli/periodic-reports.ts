import { readFileSync, writeFileSync } from 'node:fs'
import { extname, resolve } from 'node:path'
import type { z } from 'zod'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { board, oneReport } from '#server/periodic-reports/questions.ts'
import { STEPS } from '#server/periodic-reports/stored.ts'
import { type Answer, type Arguments, table } from './command.ts'
import type { Door } from './door.ts'
import { dateOf, provinceOf } from './inputs.ts'

type One = z.output<typeof oneReport.output>
type Board = z.output<typeof board.output>

/** What can be done with a periodic report: `report VERB ID …`. */
export const VERBS = ['board', 'show', 'open', 'fill', 'submit', 'accept', 'return', 'freeze']

export const PERIODIC_OPTIONS = {
  on: { type: 'string' },
  period: { type: 'string' },
  texts: { type: 'string' },
  version: { type: 'string' },
  number: { type: 'string' },
  signer: { type: 'string' },
  says: { type: 'string' },
} as const

interface Meant {
  report: string
  unitId?: string
  period?: string
  on: string
}

export async function periodicReport(door: Door, args: Arguments): Promise<Answer> {
  const [verb = '', report] = args.positionals
  const province = provinceOf(args)
  const { on, unit, period, output } = args.options
  const day = typeof on === 'string' ? on : await dateOf(door, args)
  if (verb === 'board') return boardOf(door, province, { asOf: day, ...(report && { report }) })
  if (!report)
    throw new Refusal(
      'invalid',
      `Báo cáo nào? Ví dụ: ngangtam report ${verb} ls-nam --unit "Sở Y tế" … Xem: ngangtam report board`,
    )
  const meant: Meant = {
    ...{ report, on: day },
    ...(typeof unit === 'string' && { unitId: unit }),
    ...(typeof period === 'string' && { period }),
  }
  const done = verb === 'show' ? null : await changed(door, province, verb, meant, args)
  if (typeof output === 'string') await written(door, province, meant, output)
  if (verb === 'open') return { json: done, lines: [`Đã mở kỳ ${JSON.stringify(done)}`] }
  const one = (await door.perform('periodic_reports.one', province, { ...meant })) as One
  return { json: one, lines: linesOf(one) }
}

async function changed(
  door: Door,
  province: string,
  verb: string,
  meant: Meant,
  { options }: Arguments,
): Promise<unknown> {
  const perform = (operation: string, more: object) =>
    door.perform(`periodic_reports.${operation}`, province, { ...meant, ...more })
  if (verb === 'open') return perform('open', {})
  const version = Number(options.version ?? ((await perform('one', {})) as One).version)
  const says = typeof options.says === 'string' ? { says: options.says } : {}
  if (verb === 'fill') return perform('fill', { version, ...wordsIn(options.texts) })
  if (verb === 'submit')
    return perform('submit', { version, ...(options.number && { documentNo: options.number }) })
  if (verb === 'freeze')
    return perform('freeze', {
      ...{ version, reportNo: options.number ?? '', signer: options.signer ?? '' },
    })
  return perform('answer', { version, accepted: verb === 'accept', ...says })
}

/** `--texts FILE.json`: words by section; a number is what the agency's own books say. */
function wordsIn(path: string | boolean | undefined) {
  if (typeof path !== 'string')
    throw new Refusal(
      'invalid',
      'Hãy ghi tệp nội dung: --texts noi-dung.json, dạng {"kho-khan": "…", "kien-nghi": "…"}',
    )
  let read: unknown
  try {
    read = JSON.parse(readFileSync(resolve(path), 'utf8'))
  } catch (error) {
    throw new Refusal('invalid', `Không đọc được ${path}: ${(error as Error).message}.`)
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read))
    throw new Refusal('invalid', `Tệp ${path} phải là một bảng {"mục": "nội dung"}.`)
  const entries = Object.entries(read)
  return {
    texts: Object.fromEntries(entries.filter(([, value]) => typeof value !== 'number')),
    stated: Object.fromEntries(entries.filter(([, value]) => typeof value === 'number')),
  }
}

async function written(door: Door, province: string, meant: Meant, output: string): Promise<void> {
  const format = extname(output).slice(1).toLowerCase()
  const file = await door.perform('periodic_reports.file', province, { ...meant, format })
  writeFileSync(resolve(output), (file as FileAnswer).bytes)
}

async function boardOf(door: Door, province: string, asked: object): Promise<Answer> {
  const { rows } = (await door.perform('periodic_reports.board', province, { ...asked })) as Board
  return {
    json: rows,
    lines: table([
      ['Báo cáo', 'Kỳ', 'Cơ quan', 'Hạn', 'Trạng thái', 'Nộp', ''],
      ...rows.map((row) => [
        ...[row.report, row.period, row.unit, row.due && inVietnamese(row.due)],
        ...[STEPS[row.state].label, row.submittedOn && inVietnamese(row.submittedOn)],
        row.late ? 'CHẬM' : '',
      ]),
    ]),
  }
}

function linesOf({ content, state, checks }: One): string[] {
  return [
    `${content.title} · ${content.unit} · kỳ ${content.period} · ${STEPS[state].label}`,
    ...content.sections.flatMap(({ heading, table: counted, says, gathered }) => [
      '',
      heading,
      ...(counted ? table([counted.headings, ...counted.rows]) : says ? [says] : []),
      ...gathered.map((one) => `${one.unit}: ${one.says}`),
    ]),
    '',
    ...checks.map(({ says, blocks }) => `${blocks ? 'PHẢI SỬA' : 'Cần xem'}: ${says}`),
  ]
}
