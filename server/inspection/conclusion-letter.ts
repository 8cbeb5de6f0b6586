import type { z } from 'zod'
import { inVietnamese } from '#server/kernel/dates.ts'
import { type LetterBlock, plain } from '#server/office/letter.ts'
import type { inspectionDetail } from './inspections.ts'
import { RECOMMENDATIONS } from './kinds.ts'
import { daysOf, linesOf, numbered } from './plan-letter.ts'

type Inspected = z.output<typeof inspectionDetail.output>

export function conclusionTitle({ act, direction }: Inspected): string {
  if (direction === 'up') return 'Kiến nghị qua giám sát'
  return act === 'supervision' ? 'Thông báo kết quả giám sát' : 'Kết luận kiểm tra'
}

/** What was looked at and how it was drawn, what was found, the conclusion, what is asked of whom. */
export const conclusionBlocks = (one: Inspected): LetterBlock[] =>
  numbered([
    ['KHÁI QUÁT', [{ line: plain(courseOf(one)) }, ...drawOf(one)]],
    ['VI PHẠM, THIẾU SÓT', [findingsOf(one)]],
    ['KẾT LUẬN', linesOf(one.conclusion ?? '')],
    ['KIẾN NGHỊ', recommendationsOf(one)],
  ])

function courseOf(one: Inspected): string {
  const lead = one.members.find(({ duty }) => duty === 'lead')?.name
  const by = one.decisionNo ? `Thực hiện Quyết định số ${one.decisionNo}` : 'Theo quy chế giám sát'
  const team = lead ? `Đoàn kiểm tra do đồng chí ${lead} làm trưởng đoàn` : (one.byUnit ?? 'Đoàn')
  return `${by} (căn cứ: ${one.basis}), từ ngày ${inVietnamese(one.startsOn)} đến ngày ${inVietnamese(one.endsOn)}, ${team} đã làm việc tại ${one.unit}; kỳ được xem xét: ${daysOf(one.from, one.to)}.`
}

function drawOf({ sample, cases }: Inspected): LetterBlock[] {
  if (!sample) return []
  const { seed, population, drawnOn, sha256 } = sample
  return [
    {
      line: plain(
        `Mẫu: ${cases.length}/${population} vụ việc, lấy ngày ${inVietnamese(drawnOn)} theo hạt giống “${seed}”, lấy lại được từ danh sách có mã SHA-256 ${sha256.slice(0, 16)}….`,
      ),
    },
  ]
}

function findingsOf({ found }: Inspected): LetterBlock {
  if (found.length === 0) return { line: plain('Không ghi nhận vi phạm, thiếu sót.') }
  return {
    heads: ['TT', 'Vi phạm, thiếu sót', 'Điều, khoản', 'Người, vụ việc'],
    widths: [6, 34, 22, 18],
    rows: found.map(({ says, clause, name, caseRef }, index) => [
      ...[String(index + 1), says, clause],
      [name, caseRef].filter(Boolean).join(', '),
    ]),
  }
}

function recommendationsOf({ recommendations }: Inspected): LetterBlock[] {
  if (recommendations.length === 0) return []
  const rows = recommendations.map(({ asks, kind, unit, name, dueOn }, index) => [
    ...[String(index + 1), asks, RECOMMENDATIONS[kind].label],
    ...[[unit, name].filter(Boolean).join(': '), inVietnamese(dueOn)],
  ])
  const heads = ['TT', 'Nội dung', 'Loại', 'Đơn vị, người', 'Hạn']
  return [{ heads, widths: [6, 29, 18, 19, 12], rows }]
}
