import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { isoDate } from '#server/kernel/dates.ts'
import { command, query, type ReceivedFile, receivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { searchable } from '#server/kernel/text.ts'
import { pastedRows } from '#server/office/pasted.ts'
import { type CellValue, readSheets } from '#server/office/workbook.ts'
import { knownUnits } from './bodies.ts'
import { COLUMN_CODES } from './task-columns.ts'
import { guessedMapping, mappingShape, type ReadTable, readTable } from './task-table.ts'

/** Sent as a form beside a file, so a list arrives as text. */
const mapping = z
  .union([
    mappingShape,
    z
      .string()
      .transform((text) => JSON.parse(text) as unknown)
      .pipe(mappingShape),
  ])
  .optional()

const tableInput = {
  /** Cells as pasted from a sheet: lines, and tabs between columns. */
  pasted: z.string().max(500_000).optional(),
  file: receivedFile.optional(),
  mapping,
  followedBy: z.string().trim().min(1, 'Hãy ghi cơ quan theo dõi, ví dụ Sở Nội vụ.'),
}

const line = z.object({
  row: z.number(),
  label: z.string(),
  lead: z.string(),
  with: z.string(),
  due: z.string(),
  product: z.string(),
})

/** What a task table would become, cell by cell, before anything is stored. */
export const previewDirective = query({
  name: 'tasks.preview_directive',
  input: z.strictObject({ ...tableInput, from: isoDate.optional() }),
  output: z.object({
    header: z.array(z.string()),
    mapping: mappingShape,
    lines: z.array(line),
    problems: z.array(
      z.object({
        row: z.number(),
        column: z.enum(COLUMN_CODES),
        says: z.string(),
        blocks: z.boolean(),
      }),
    ),
    tasks: z.number(),
    events: z.array(z.string()),
  }),
  async run(ctx, { from = ctx.today, ...sent }) {
    const { rows, header, used, read } = await tableOf(ctx, sent, from)
    return {
      header: rows[header] ?? [],
      mapping: used,
      lines: read.lines,
      problems: read.problems,
      tasks: read.file?.tasks.length ?? 0,
      events: read.file?.events.map(({ label }) => label) ?? [],
    }
  },
})

const text = (problem: string) => z.string().trim().min(1, problem).max(300, 'Dài quá 300 ký tự.')

/** Stores a directive of the province in the shape of a pack; its tasks apply from that day. */
export const issueDirective = command({
  name: 'tasks.issue_directive',
  input: z.strictObject({
    ...tableInput,
    number: text('Hãy ghi số, ký hiệu văn bản.'),
    title: text('Hãy ghi trích yếu văn bản.'),
    issuer: text('Hãy ghi cơ quan ban hành.'),
    issuedOn: isoDate,
    from: isoDate,
    to: isoDate.optional(),
  }),
  output: z.object({ id: z.string(), tasks: z.number() }),
  about: () => ({}),
  async run(ctx, { number, title, issuer, issuedOn, from, to, ...sent }) {
    if (to && to < from) throw new Refusal('invalid', 'Ngày hết hiệu lực phải sau ngày bắt đầu.')
    const { read } = await tableOf(ctx, sent, from)
    const blocking = read.problems.filter(({ blocks }) => blocks)
    if (blocking.length > 0 || !read.file)
      throw new Refusal(
        'invalid',
        `Bảng còn ${blocking.length || 1} chỗ chưa đọc được. Xem trước, sửa trong bảng rồi gửi lại. Chưa ghi gì.`,
        blocking,
      )
    const code = `${searchable(number)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')}-${issuedOn.slice(0, 4)}`
    const { rows } = await sql`insert into task_directive
        (code, number, title, issuer, issued_on, during, content, source)
      values (${code}, ${number}, ${title}, ${issuer}, ${issuedOn}::date,
        daterange(${from}::date, ${to ?? null}::date, '[]'), ${JSON.stringify(read.file)}::jsonb,
        ${sent.file?.name ?? 'bảng dán vào'})
      on conflict (code) do nothing returning id`.execute(ctx.db)
    if (rows.length === 0)
      throw new Refusal(
        'conflict',
        `Văn bản ${number} năm ${issuedOn.slice(0, 4)} đã có. Chưa ghi gì.`,
      )
    return { id: code, tasks: read.file.tasks.length }
  },
})

interface Sent {
  pasted?: string | undefined
  file?: ReceivedFile | undefined
  mapping?: z.output<typeof mappingShape> | undefined
  followedBy: string
}

async function tableOf(
  ctx: Context,
  sent: Sent,
  on: string,
): Promise<{
  rows: string[][]
  header: number
  used: z.output<typeof mappingShape>
  read: ReadTable
}> {
  const rows = sent.file ? await fromFile(sent.file) : pastedRows(sent.pasted ?? '')
  if (rows.filter((row) => row.some((cell) => cell.trim() !== '')).length < 2)
    throw new Refusal(
      'invalid',
      'Bảng phải có dòng tiêu đề và ít nhất một việc. Hãy chép cả dòng tiêu đề.',
    )
  const guess = guessedMapping(rows)
  const used = { ...guess.mapping, ...sent.mapping }
  if (used.label === undefined || used.lead === undefined || used.due === undefined)
    throw new Refusal(
      'invalid',
      'Chưa nhận ra cột nhiệm vụ, chủ trì hoặc thời hạn. Hãy đặt tiêu đề cột như “Nhiệm vụ”, “Chủ trì”, “Thời hạn”, hoặc chọn cột.',
    )
  const units = await knownUnits(ctx, on)
  const read = readTable(rows, guess.header, used, units, sent.followedBy)
  return { rows, header: guess.header, used, read }
}

/** The sheet that reads best as a task table. */
async function fromFile({ bytes }: ReceivedFile): Promise<string[][]> {
  const sheets = (await readSheets(bytes)).map(({ rows }) => rows.map((row) => row.map(shown)))
  const ranked = sheets.toSorted(
    (a, b) =>
      Object.keys(guessedMapping(b).mapping).length - Object.keys(guessedMapping(a).mapping).length,
  )
  return ranked[0] ?? []
}

const shown = (cell: CellValue): string =>
  cell === null
    ? ''
    : typeof cell === 'object'
      ? cell.date.split('-').reverse().join('/')
      : String(cell)
