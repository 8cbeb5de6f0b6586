import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import type { FileAnswer } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { letterAsPdf, letterAsWord } from '#server/office/letter.ts'
import { writeWorkbook } from '#server/office/workbook.ts'
import type { Sender } from '#server/organisation/letterhead.ts'
import type { Content } from './content.ts'
import { letterOf, NOTHING } from './letter-of.ts'
import type { LiveTable } from './live.ts'

export const FORMATS = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pdf: 'application/pdf',
} as const

type Format = keyof typeof FORMATS

export interface Signing {
  reportNo: string
  signedOn: string
  signer: string
}

/** A report as a file: signed when a signing is given, else a draft of what stands now. */
export async function reportFile(
  ctx: Context,
  content: Content,
  sender: Sender,
  signing: Signing | null,
  format: Format,
): Promise<FileAnswer> {
  const letter = letterOf(content, sender, ctx.province.name, signing)
  const draw = {
    docx: () => letterAsWord(letter),
    pdf: () => letterAsPdf(letter),
    xlsx: () => asWorkbook(content),
  }
  return {
    fileName: `${content.report} ${content.unit} ${content.countedOn}.${format}`,
    mediaType: FORMATS[format],
    bytes: await draw[format](),
  }
}

/** A sheet a part: numbers stay numbers, so that who receives it can go on counting. */
function asWorkbook({ sections, title, unit, countedOn }: Content): Promise<Uint8Array> {
  const headed = [title, `${unit} · số liệu đến ngày ${inVietnamese(countedOn)}`]
  const counted = sections.flatMap(({ heading, table }, index) =>
    table
      ? {
          name: sheetName(index, heading),
          title: [...headed, `${index + 1}. ${heading}`],
          columns: table.headings.map((header, column) => columnOf(table, header, column)),
          rows: table.rows.map((row) => row.map((cell) => cell ?? '')),
          notes: [...(table.rows.length === 0 ? [NOTHING] : []), table.note].filter(Boolean),
        }
      : [],
  )
  const words = sections.flatMap(({ heading, says, gathered, table }) =>
    table
      ? []
      : [
          ...(says ? [[heading, unit, says]] : []),
          ...gathered.map((one) => [heading, one.unit, one.says]),
        ],
  )
  return writeWorkbook([
    ...counted,
    {
      name: 'Nội dung',
      title: headed,
      columns: [
        { header: 'Mục', width: 30 },
        { header: 'Cơ quan', width: 30 },
        { header: 'Nội dung', width: 90 },
      ],
      rows: words,
    },
  ])
}

/** Numbers stand right; the column of words is as wide as the title above the table needs. */
function columnOf({ headings, rows }: LiveTable, header: string, column: number) {
  const isNumber = rows.length > 0 && rows.every((row) => typeof row[column] === 'number')
  const isWords = column === (headings.length > 3 ? 1 : 0)
  return { header, width: isWords ? 64 : 22, kind: isNumber ? 'number' : 'text' } as const
}

/** What Excel allows in the name of a sheet; the number keeps two headings apart. */
const sheetName = (index: number, heading: string) =>
  `${index + 1}. ${heading.replace(/[\\/?*[\]:]/g, ' ')}`.slice(0, 31)

export async function storeFile(
  { db }: Context,
  id: number,
  format: Format,
  { fileName, bytes }: FileAnswer,
): Promise<void> {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  await sql`insert into periodic_report_file (report_id, format, file_name, content, sha256)
    values (${id}, ${format}, ${fileName}, decode(${Buffer.from(bytes).toString('base64')}, 'base64'),
      ${sha256})`.execute(db)
}

export async function signedFile({ db }: Context, id: number, format: Format): Promise<FileAnswer> {
  const { rows } = await sql<{ fileName: string; content: string }>`
    select file_name as "fileName", encode(content, 'base64') as content
    from periodic_report_file where report_id = ${id} and format = ${format}`.execute(db)
  const [found] = rows
  if (!found) throw new Refusal('not_found', 'Báo cáo đã ký không có tệp ở định dạng này.')
  const bytes = new Uint8Array(Buffer.from(found.content, 'base64'))
  return { fileName: found.fileName, mediaType: FORMATS[format], bytes }
}
