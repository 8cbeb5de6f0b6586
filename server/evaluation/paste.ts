import { z } from 'zod'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { command, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { searchable } from '#server/kernel/text.ts'
import { pastedRows } from '#server/office/pasted.ts'
import { type Assigned, cycleForWork, type InCycle, peopleIn, written } from './assign.ts'
import { caseRef, cycleNamed } from './cycle.ts'

const COLUMNS = {
  person: ['ho va ten', 'ho ten', 'nguoi thuc hien', 'can bo', 'cong chuc', 'nguoi duoc giao'],
  name: ['san pham', 'cong vic', 'nhiem vu', 'ten san pham', 'noi dung', 'ten san pham, cong vic'],
  countedIn: ['don vi tinh', 'dvt'],
  coefficient: ['he so', 'quy doi', 'he so quy doi'],
  assigned: ['so luong', 'so luong giao', 'sl', 'giao', 'so luong duoc giao'],
  dueOn: ['han', 'han hoan thanh', 'thoi han', 'ngay hoan thanh', 'thoi han hoan thanh'],
} as const

type Field = keyof typeof COLUMNS

const cell = z.object({ text: z.string(), problem: z.string().nullable() })
const row = z.object({
  line: z.number(),
  evaluationId: z.number().nullable(),
  cells: z.record(z.string(), cell),
  ready: z.boolean(),
})

const pasted = z.strictObject({
  cycleId: wholeNumber,
  /** As copied from Excel: tabs between cells, a line a row, the first line the headings. */
  text: z.string().min(1, 'Hãy dán bảng từ Excel vào đây.').max(2_000_000),
})

/** What a pasted table becomes, cell by cell, before anything is written. */
export const previewPaste = query({
  name: 'evaluation.preview_paste',
  input: pasted,
  output: z.object({
    columns: z.array(z.object({ heading: z.string(), field: z.string().nullable() })),
    rows: z.array(row),
    ready: z.number(),
    problems: z.number(),
  }),
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, text }) {
    await cycleNamed(ctx, cycleId)
    const { columns, rows } = read(text, await peopleIn(ctx, cycleId))
    return {
      columns,
      rows: rows.map(({ product: _, ...shown }) => shown),
      ready: rows.filter(({ ready }) => ready).length,
      problems: rows.filter(({ ready }) => !ready).length,
    }
  },
})

/** Writes the pasted table in one go; a row with a problem stops it unless it is to be left out. */
export const assignPasted = command({
  name: 'evaluation.assign_pasted',
  input: pasted.extend({ leaveOut: z.boolean().default(false) }),
  output: z.object({
    batchId: z.number(),
    products: z.number(),
    people: z.number(),
    leftOut: z.number(),
  }),
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, text, leaveOut }) {
    const cycle = await cycleForWork(ctx, cycleId)
    const { rows } = read(text, await peopleIn(ctx, cycleId))
    const wrong = rows.filter(({ ready }) => !ready)
    if (wrong.length > 0 && !leaveOut)
      throw new Refusal(
        'invalid',
        `${wrong.length} dòng chưa dùng được (dòng ${wrong.map(({ line }) => line).join(', ')}). Hãy sửa, hoặc chọn bỏ qua các dòng đó. Chưa ghi gì.`,
      )
    const products = rows.flatMap(({ product }) => product ?? [])
    if (products.length === 0)
      throw new Refusal('invalid', 'Không có dòng nào dùng được. Chưa ghi gì.')
    return { ...(await written(ctx, cycle, 'paste', products)), leftOut: wrong.length }
  },
})

function read(text: string, people: readonly InCycle[]) {
  const [headings = [], ...lines] = pastedRows(text)
    .map((line) => line.map((one) => one.replace(/\s+/g, ' ').trim()))
    .filter((line) => line.some(Boolean))
  const columns = headings.map((heading) => ({ heading, field: fieldOf(heading) }))
  for (const needed of ['person', 'name'] as const) {
    if (columns.some(({ field }) => field === needed)) continue
    const words = needed === 'person' ? 'Họ và tên' : 'Sản phẩm'
    throw new Refusal(
      'invalid',
      `Bảng chưa có cột “${words}”. Dòng đầu phải là tiêu đề cột, ví dụ: Họ và tên, Sản phẩm, Số lượng, Hệ số, Hạn.`,
    )
  }
  if (lines.length === 0)
    throw new Refusal('invalid', 'Bảng chỉ có dòng tiêu đề, chưa có sản phẩm.')
  if (lines.length > 5000) throw new Refusal('invalid', 'Mỗi lần dán không quá 5.000 dòng.')
  return { columns, rows: lines.map((cells, at) => rowOf(columns, cells, at + 2, people)) }
}

const fieldOf = (heading: string): Field | null => {
  const plain = searchable(heading)
  const found = (Object.keys(COLUMNS) as Field[]).find((field) =>
    (COLUMNS[field] as readonly string[]).includes(plain),
  )
  return found ?? null
}

interface Read<T> {
  value: T | null
  problem: string | null
}

function rowOf(
  columns: readonly { field: Field | null }[],
  cells: readonly string[],
  line: number,
  people: readonly InCycle[],
) {
  const textOf = (field: Field) => cells[columns.findIndex((one) => one.field === field)] ?? ''
  const person = personOf(textOf('person'), people)
  const name = textOf('name')
  const coefficient = numberOf(textOf('coefficient') || '1')
  const assigned = numberOf(textOf('assigned') || '1')
  const due = dayOf(textOf('dueOn'))
  const problems: Partial<Record<Field, string | null>> = {
    person: person.problem,
    name: name.length < 2 ? 'Chưa ghi tên sản phẩm' : null,
    coefficient: coefficient.problem,
    assigned: assigned.problem,
    dueOn: due.problem,
  }
  const ready = Object.values(problems).every((problem) => problem === null)
  const shown = columns.flatMap(({ field }) =>
    field ? [[field, { text: textOf(field), problem: problems[field] ?? null }] as const] : [],
  )
  const product: Assigned | null =
    ready && person.value && assigned.value && coefficient.value
      ? {
          evaluation_id: person.value.id,
          cadre_id: person.value.cadreId,
          name,
          counted_in: textOf('countedIn') || 'sản phẩm',
          coefficient: coefficient.value,
          assigned: assigned.value,
          due_on: due.value,
          kind_id: null,
        }
      : null
  return {
    line,
    evaluationId: person.value?.id ?? null,
    cells: Object.fromEntries(shown),
    ready,
    product,
  }
}

function personOf(text: string, people: readonly InCycle[]): Read<InCycle> {
  const wanted = searchable(text)
  const found = people.filter(
    ({ name, recordNo }) => searchable(name) === wanted || searchable(recordNo) === wanted,
  )
  const [only, ...others] = found
  if (only && others.length === 0) return { value: only, problem: null }
  if (!text) return { value: null, problem: 'Chưa ghi họ tên' }
  const problem = only
    ? `Có ${found.length} người tên này trong kỳ; hãy ghi số hồ sơ`
    : 'Kỳ này không có người tên này'
  return { value: null, problem }
}

/** 1,5 and 1.5 alike; a thousand is written 1000. */
function numberOf(text: string): Read<number> {
  const value = Number(text.replace(',', '.'))
  if (Number.isFinite(value) && value > 0 && value <= 100_000) return { value, problem: null }
  return { value: null, problem: 'Phải là số lớn hơn 0' }
}

function dayOf(text: string): Read<string> {
  if (!text) return { value: null, problem: null }
  const match = /^(\d{1,2})[/.-](\d{1,2})[/.-](20\d\d)$/.exec(text)
  const [, day = '', month = '', year = ''] = match ?? []
  const iso = match ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  if (z.iso.date().safeParse(iso).success) return { value: iso, problem: null }
  return { value: null, problem: 'Ngày phải có dạng 31/10/2026 và có thật' }
}
