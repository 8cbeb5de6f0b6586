import { z } from 'zod'
import { type TaskFile, taskFileShape } from '#server/directives/task-shape.ts'
import type { KnownUnit } from './bodies.ts'
import { type NamedBody, readBodies } from './body-words.ts'
import { readDue } from './due-words.ts'
import { COLUMN_CODES, COLUMNS, type Column } from './task-columns.ts'

export const mappingShape = z.partialRecord(z.enum(COLUMN_CODES), z.number().int().min(0))
export type Mapping = z.output<typeof mappingShape>

export interface Problem {
  /** Of the table as it was sent, the first row is 1. */
  row: number
  column: Column
  says: string
  /** Nothing is stored while one of these stands. */
  blocks: boolean
}

/** The row of headings that explains most columns, and which column is which. */
export function guessedMapping(rows: readonly string[][]): { header: number; mapping: Mapping } {
  let best = { header: 0, mapping: {} as Mapping }
  for (const [header, row] of rows.slice(0, 15).entries()) {
    const mapping: Mapping = {}
    for (const [index, cell] of row.entries()) {
      const text = cell.normalize('NFC').toLowerCase()
      const code = COLUMN_CODES.find(
        (column) => mapping[column] === undefined && COLUMNS[column].heads.test(text),
      )
      if (code && text.length < 60) mapping[code] = index
    }
    if (Object.keys(mapping).length > Object.keys(best.mapping).length) best = { header, mapping }
  }
  return best
}

export interface ReadTable {
  file: TaskFile | null
  problems: Problem[]
  /** Every row that is not empty, also one that became no task. */
  lines: ({ row: number } & Line)[]
}

type Line = Record<Column, string>

/** A task table as `tasks.yaml` would say it; what cannot be read is a problem with its cell. */
export function readTable(
  rows: readonly string[][],
  header: number,
  mapping: Mapping,
  units: readonly KnownUnit[],
  followedBy: string,
): ReadTable {
  const problems: Problem[] = []
  const bodies: TaskFile['bodies'] = {}
  const events: TaskFile['events'] = []
  const tasks: TaskFile['tasks'] = []
  const lines: ReadTable['lines'] = []
  const keep = ({ word, body }: NamedBody): string => {
    bodies[word] ??= body
    return word
  }
  for (const [index, row] of rows.entries()) {
    if (index <= header || row.every((one) => one.trim() === '')) continue
    const cell = (column: Column) => (row[mapping[column] ?? -1] ?? '').replace(/\s+/g, ' ').trim()
    const says = (column: Column, text: string, blocks: boolean) =>
      problems.push({ row: index + 1, column, says: text, blocks })
    const line: Line = {
      ...{ label: cell('label'), lead: cell('lead'), with: cell('with') },
      ...{ due: cell('due'), product: cell('product') },
    }
    lines.push({ row: index + 1, ...line })
    const skipped = whyNoTask(line)
    if (skipped) says('label', ...skipped)
    if (skipped) continue
    const [lead, ...joined] = readBodies(line.lead, units)
    if (!lead) says('lead', 'Chưa ghi cơ quan chủ trì.', true)
    else if (lead.unknown) says('lead', unknownBody(lead), true)
    const read = readDue(line.due)
    if (read.due === null)
      says(
        'due',
        `Chưa đọc được thời hạn “${line.due}”. Ghi như 31/12/2026, Quý IV/2026, trước 15/11 hằng năm.`,
        true,
      )
    if (read.remark) says('due', read.remark, false)
    if (line.product === '') says('product', 'Chưa ghi sản phẩm: lấy tên nhiệm vụ.', false)
    if (!lead || read.due === null) continue
    const cite = `dòng ${index + 1} của bảng`
    tasks.push({
      id: `TT-K${tasks.length + 1}`,
      cite,
      label: line.label,
      lead: keep(lead),
      with: [...joined, ...readBodies(line.with, units)].map(keep),
      due: read.event === undefined ? read.due : waitsFor(read.event, read.due, events, cite),
      product: line.product || line.label,
      targets: [],
    })
  }
  const [follower] = readBodies(followedBy, units)
  const file = { followed_by: follower ? keep(follower) : '', bodies, events, tasks, examples: [] }
  const whole = taskFileShape.safeParse(file)
  return { file: whole.success ? whole.data : null, problems, lines }
}

/** A heading between the tasks, or a signature below them; a task without words stops the import. */
function whyNoTask({ label, lead, due }: Line): [says: string, blocks: boolean] | undefined {
  if (label !== '')
    return lead === '' && due === ''
      ? ['Không có chủ trì, thời hạn: đọc là đề mục, bỏ qua.', false]
      : undefined
  return lead !== '' && due !== ''
    ? ['Chưa ghi nhiệm vụ. Ô gộp thì tách ra, ghi đủ ở từng dòng.', true]
    : ['Dòng không có nhiệm vụ: bỏ qua.', false]
}

const unknownBody = ({ body, near }: NamedBody): string =>
  `Tỉnh không có đơn vị “${body.label}”${near ? `; có phải “${near}”?` : '.'} Sửa tên trong bảng rồi xem lại.`

/** One event for one wording, however many tasks wait for it. */
function waitsFor(
  label: string,
  due: TaskFile['tasks'][number]['due'],
  events: TaskFile['events'],
  cite: string,
): TaskFile['tasks'][number]['due'] {
  const known = events.find((event) => event.label === label)
  const id = known?.id ?? `event_${events.length + 1}`
  if (!known) events.push({ id, label, cite })
  return typeof due === 'object' && 'after' in due ? { ...due, after: id } : due
}
