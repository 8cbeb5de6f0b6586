import { inVietnamese } from '#server/kernel/dates.ts'
import { type LetterBlock, plain } from '#server/office/letter.ts'
import { ACTS } from './kinds.ts'

export interface Planned {
  title: string
  unit: string
  act: keyof typeof ACTS
  from: string
  to: string
  startsOn: string
  endsOn: string
  lead: string | null
}

const HEADS = ['TT', 'Nội dung', 'Đơn vị', 'Hình thức', 'Kỳ xem xét', 'Thời gian', 'Trưởng đoàn']
const WIDTHS = [6, 18, 14, 9, 12, 12, 13]

/** What the plan is for, whom it looks at and when, who carries it out; what is unwritten is left out. */
export function planBlocks(
  plan: { purpose: string; arrangements: string },
  rows: readonly Planned[],
): LetterBlock[] {
  const parts: [heading: string, blocks: LetterBlock[]][] = [
    ['MỤC ĐÍCH, YÊU CẦU', linesOf(plan.purpose)],
    ['NỘI DUNG, ĐỐI TƯỢNG, THỜI GIAN', [tableOf(rows)]],
    ['TỔ CHỨC THỰC HIỆN', linesOf(plan.arrangements)],
  ]
  return numbered(parts)
}

/** Parts in Roman numbers; a part nobody wrote does not appear. */
export const numbered = (parts: readonly [string, LetterBlock[]][]): LetterBlock[] =>
  parts
    .filter(([, blocks]) => blocks.length > 0)
    .flatMap(([heading, blocks], index) => [
      { heading: `${['I', 'II', 'III', 'IV', 'V'][index]}. ${heading}` },
      ...blocks,
    ])

export const linesOf = (text: string): LetterBlock[] =>
  text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line: plain(line.trim()) }))

export const daysOf = (from: string, to: string): string =>
  `${inVietnamese(from)} – ${inVietnamese(to)}`

function tableOf(rows: readonly Planned[]): LetterBlock {
  if (rows.length === 0) return { line: plain('Chưa ghi cuộc kiểm tra, giám sát nào.') }
  const cells = rows.map((row, index) => [
    ...[String(index + 1), row.title, row.unit, ACTS[row.act].label],
    ...[daysOf(row.from, row.to), daysOf(row.startsOn, row.endsOn), row.lead ?? ''],
  ])
  return { heads: HEADS, widths: WIDTHS, rows: cells }
}
