import type { ReceivedFile } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { searchable, tidy } from '#server/kernel/text.ts'
import { pastedRows } from '#server/office/pasted.ts'
import { type CellValue, readSheets } from '#server/office/workbook.ts'
import { DIFFICULTIES, type Difficulty, KINDS, type Kind } from './words.ts'

/** The columns of a list of questions, by the words offices head them with. */
const COLUMNS = {
  field: ['linh vuc'],
  topic: ['chu de', 'chuyen de'],
  kind: ['loai cau', 'loai'],
  difficulty: ['muc do', 'do kho'],
  stem: ['cau hoi', 'noi dung cau hoi', 'noi dung'],
  a: ['a', 'phuong an a'],
  b: ['b', 'phuong an b'],
  c: ['c', 'phuong an c'],
  d: ['d', 'phuong an d'],
  e: ['e', 'phuong an e'],
  f: ['f', 'phuong an f'],
  correct: ['dap an', 'dap an dung', 'goi y cham'],
  clause: ['can cu', 'dieu khoan', 'van ban'],
} as const
type Column = keyof typeof COLUMNS
const OPTIONS = ['a', 'b', 'c', 'd', 'e', 'f'] as const
const NEEDED: Column[] = ['field', 'topic', 'difficulty', 'stem', 'correct', 'clause']

export interface QuestionRow {
  row: number
  field: string
  topic: string
  kind: Kind
  difficulty: Difficulty
  stem: string
  options: string[]
  correct: number[]
  guide: string | null
  clause: string
  problems: { cell: string; says: string }[]
}

/** Questions as a workbook or a pasted table holds them, each problem with its cell. */
export async function readQuestions(file: ReceivedFile): Promise<QuestionRow[]> {
  const cells = await cellsOf(file)
  const at = cells.findIndex((row) => headings(row).stem !== undefined)
  if (at < 0)
    throw new Refusal(
      'invalid',
      'Không thấy dòng tiêu đề có cột “Câu hỏi”. Dòng tiêu đề cần: Lĩnh vực, Chủ đề, Loại câu, Mức độ, Câu hỏi, A, B, C, D, Đáp án, Căn cứ.',
    )
  const columns = headings(cells[at] ?? [])
  const missing = NEEDED.filter((name) => columns[name] === undefined)
  if (missing.length > 0)
    throw new Refusal(
      'invalid',
      `Dòng tiêu đề thiếu cột: ${missing.map((name) => LABEL[name]).join(', ')}.`,
    )
  return cells.slice(at + 1).flatMap((row, index) => {
    const text = (name: Column) => shown(row[columns[name] ?? -1])
    if (!row.some((cell) => shown(cell) !== '')) return []
    const cell = (name: Column) =>
      `${String.fromCharCode(65 + (columns[name] ?? 0))}${at + index + 2}`
    return [questionOf(at + index + 2, text, cell)]
  })
}

const LABEL: Record<Column, string> = {
  ...{ field: 'Lĩnh vực', topic: 'Chủ đề', kind: 'Loại câu', difficulty: 'Mức độ' },
  ...{ stem: 'Câu hỏi', correct: 'Đáp án', clause: 'Căn cứ' },
  ...{ a: 'A', b: 'B', c: 'C', d: 'D', e: 'E', f: 'F' },
}

async function cellsOf({ bytes }: ReceivedFile): Promise<CellValue[][]> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
    const [sheet] = (await readSheets(bytes)).filter(({ hidden }) => !hidden)
    return sheet?.rows ?? []
  }
  return pastedRows(new TextDecoder().decode(bytes))
}

function headings(row: readonly CellValue[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {}
  row.forEach((cell, index) => {
    const text = searchable(shown(cell))
    for (const [name, words] of Object.entries(COLUMNS))
      if ((words as readonly string[]).includes(text)) found[name as Column] ??= index
  })
  return found
}

const shown = (cell: CellValue | undefined): string =>
  cell === null || cell === undefined || typeof cell === 'object' ? '' : tidy(String(cell))

function questionOf(
  row: number,
  text: (name: Column) => string,
  cell: (name: Column) => string,
): QuestionRow {
  const problems: QuestionRow['problems'] = []
  const wrong = (name: Column, says: string) => problems.push({ cell: cell(name), says })
  for (const name of NEEDED) if (!text(name)) wrong(name, `Chưa ghi ${LABEL[name].toLowerCase()}.`)
  const options = OPTIONS.map(text)
  const filled = options.filter(Boolean)
  const said = text('correct')
  const letters = [...said.replaceAll(/[\s,;và.]+/giu, '')].map((one) => one.toLowerCase())
  const correct = letters.map((one) => (OPTIONS as readonly string[]).indexOf(one) + 1)
  const kind =
    codeOf(KINDS, text('kind')) ??
    (filled.length === 0 ? 'short' : correct.length > 1 ? 'multiple' : 'single')
  const difficulty = codeOf(DIFFICULTIES, text('difficulty'))
  if (text('kind') && !codeOf(KINDS, text('kind')))
    wrong('kind', `“${text('kind')}” không phải loại câu: ${labels(KINDS)}.`)
  if (text('difficulty') && !difficulty)
    wrong('difficulty', `“${text('difficulty')}” không phải mức độ: ${labels(DIFFICULTIES)}.`)
  if (kind !== 'short') {
    if (filled.length < 2) wrong('a', 'Câu trắc nghiệm cần ít nhất hai phương án.')
    const gap = options.findIndex((one, index) => !one && options.slice(index).some(Boolean))
    if (gap >= 0) wrong(OPTIONS[gap] ?? 'a', 'Phương án này trống mà phương án sau có chữ.')
    if (new Set(filled.map(searchable)).size < filled.length)
      wrong('a', 'Hai phương án giống nhau.')
    if (said && correct.some((one) => one < 1 || one > filled.length))
      wrong('correct', `Đáp án “${said}” phải là chữ của phương án có nội dung, ví dụ B hoặc A, C.`)
    if (kind === 'single' && correct.length > 1)
      wrong('correct', 'Loại một đáp án mà ghi nhiều đáp án.')
  }
  return {
    row,
    field: text('field'),
    topic: text('topic'),
    kind,
    difficulty: difficulty ?? 'medium',
    stem: text('stem'),
    options: kind === 'short' ? [] : filled,
    correct: kind === 'short' ? [] : [...new Set(correct)].sort(),
    guide: kind === 'short' ? said : null,
    clause: text('clause'),
    problems,
  }
}

type List = Readonly<Record<string, { label: string; aliases: readonly string[] }>>

function codeOf<L extends List>(list: L, text: string): keyof L | undefined {
  const key = searchable(text)
  return Object.keys(list).find(
    (code) => searchable(list[code]?.label ?? '') === key || list[code]?.aliases.includes(key),
  )
}

const labels = (list: List) =>
  Object.values(list)
    .map(({ label }) => label.toLowerCase())
    .join(', ')
