import { inVietnamese } from '#server/kernel/dates.ts'
import type { SheetToWrite } from '#server/office/workbook.ts'
import type { Cycle } from './cycle.ts'
import { ratingLabel } from './ratings.ts'
import type { OnSheet, Sheet } from './sheet.ts'
import type { Form, ToPrint } from './to-print.ts'

/** A form as a sheet whose figures can be counted on. */
export const formPage = (form: Form, printed: ToPrint): SheetToWrite => PAGES[form](printed)

const PAGES: Record<Form, (printed: ToPrint) => SheetToWrite> = {
  self: selfPage,
  minutes: minutesPage,
  summary: ({ cycle, sheet }) => ratingsPage(cycle, sheet, 'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ'),
  decision: ({ cycle, sheet }) =>
    ratingsPage(cycle, sheet, 'DANH SÁCH KÈM THEO QUYẾT ĐỊNH SỐ ……/QĐ-… VỀ XẾP LOẠI'),
  notice: ({ cycle, sheet }) =>
    ratingsPage(cycle, sheet, 'THÔNG BÁO SỐ ……/TB-… KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI'),
}

const COUNTED = [
  ['excellent', 'xuất sắc'],
  ['good', 'tốt'],
  ['completed', 'hoàn thành'],
  ['not_completed', 'không hoàn thành'],
  ['not_rated', 'không xếp loại'],
] as const

/** How many of each rating, in the words of the papers. */
export const countsSaid = (people: readonly OnSheet[]): string =>
  COUNTED.map(
    ([rating, label]) =>
      `${label} ${people.filter(({ person }) => person.rating === rating).length}`,
  ).join(', ')

const heading = ({ unitName, agencyName, period }: Cycle, title: string) => [
  title,
  [unitName, agencyName].filter(Boolean).join(', '),
  `Kỳ đánh giá: ${period.label}`,
]

function ratingsPage(cycle: Cycle, { people, check, citing }: Sheet, title: string): SheetToWrite {
  const caps = check.cap ? [...check.cap.groups, check.cap.unit] : []
  return {
    name: 'Kết quả',
    title: heading(cycle, title),
    columns: [
      { header: 'TT', kind: 'number' },
      { header: 'Họ và tên' },
      { header: 'Chức vụ' },
      { header: 'Nhóm nhiệm vụ' },
      { header: 'Điểm', kind: 'number' },
      { header: 'Mức xếp loại' },
      { header: 'Ghi chú', width: 24 },
    ],
    rows: people.map(({ person, proposal }, at) => [
      at + 1,
      person.name,
      person.title,
      person.group,
      person.points ?? proposal.total,
      person.rating ? ratingLabel(person.rating) : 'Chưa xếp loại',
      null,
    ]),
    notes: [
      `${countsSaid(people)}.`,
      ...(cycle.unitRating ? [`Đơn vị: ${ratingLabel(cycle.unitRating)}.`] : []),
      ...caps.map(
        ({ group, arithmetic, excellent }) => `${group}: ${arithmetic}; xếp xuất sắc ${excellent}.`,
      ),
      `Căn cứ: ${citing.scheme.label} (${citing.document}, ${citing.scheme.cite}).`,
    ],
  }
}

function selfPage({ cycle, own }: ToPrint): SheetToWrite {
  if (!own) throw new Error('The self-assessment is printed of one person')
  const { person, products } = own
  return {
    name: 'Phiếu',
    title: [...heading(cycle, 'PHIẾU TỰ ĐÁNH GIÁ'), `${person.name}, ${person.title}`],
    columns: [
      { header: 'TT', kind: 'number' },
      { header: 'Sản phẩm, công việc' },
      { header: 'Hệ số', kind: 'number' },
      { header: 'Giao', kind: 'number' },
      { header: 'Hoàn thành', kind: 'number' },
      { header: 'Hạn', kind: 'date' },
      { header: 'Lần chưa đạt', kind: 'number' },
      { header: 'Lần chậm', kind: 'number' },
      { header: 'Minh chứng' },
    ],
    rows: products.map((one, at) => [
      at + 1,
      one.name,
      one.coefficient,
      one.assigned,
      one.done,
      one.dueOn,
      one.failedChecks - one.sparedChecks,
      one.delays - one.sparedDelays,
      one.proofs.map(({ label }) => label).join('; '),
    ]),
    notes: selfNotes(own),
  }
}

function selfNotes({ person, proposal }: OnSheet): string[] {
  const parts = Object.entries(proposal.parts).map(([letter, value]) => `${letter} = ${value} %`)
  return [
    `Các thành phần: ${parts.join('; ') || 'chưa đủ căn cứ'}.`,
    `Kết quả nhiệm vụ: ${proposal.task ?? '……'}; tiêu chí chung: ${proposal.common ?? '……'}; tổng: ${proposal.total ?? '……'}.`,
    `Tự đề nghị: ${person.selfRating ? ratingLabel(person.selfRating) : '……'}.`,
    'Người tự đánh giá (ký, ghi rõ họ tên)',
  ]
}

function minutesPage({ cycle, sheet, meeting }: ToPrint): SheetToWrite {
  if (!meeting) throw new Error('The minutes are printed of a meeting')
  const { heldOn, place, chair, secretary, summoned, present, minutes } = meeting
  const page = ratingsPage(cycle, sheet, 'BIÊN BẢN HỌP ĐÁNH GIÁ, XẾP LOẠI')
  return {
    ...page,
    title: [
      ...(page.title ?? []),
      `Họp ngày ${inVietnamese(heldOn)} tại ${place}; có mặt ${present}/${summoned}`,
      `Chủ trì: ${chair}; thư ký: ${secretary}`,
    ],
    notes: [
      ...minutes.split('\n'),
      ...(page.notes ?? []),
      `Thư ký: ${secretary}        Chủ trì: ${chair}`,
    ],
  }
}
