import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { inVietnamese } from '#server/kernel/dates.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { type SheetToWrite, writeWorkbook } from '#server/office/workbook.ts'
import { type Cycle, caseRef, cycleNamed } from './cycle.ts'
import { productsOf } from './products-shown.ts'
import { ratingLabel } from './ratings.ts'
import { wholeNumber } from './shapes.ts'
import { type OnSheet, type Sheet, sheetOf } from './sheet.ts'

const FORMS = ['self', 'minutes', 'summary', 'decision', 'notice'] as const

/** The papers of a cycle as Excel; the number is left blank until the clerk of papers gives one. */
export const evaluationForm = query({
  name: 'evaluation.form',
  records: 'print',
  input: z.strictObject({
    cycleId: wholeNumber,
    form: z.enum(FORMS),
    /** Of the self-assessment: whose. */
    evaluationId: wholeNumber.optional(),
  }),
  output: fileAnswer,
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  async run(ctx, { cycleId, form, evaluationId }) {
    const cycle = await cycleNamed(ctx, cycleId)
    const sheet = await sheetOf(ctx, cycle)
    const page = await PAGES[form](ctx, cycle, sheet, evaluationId)
    return {
      fileName: `${FILE[form]}-${cycle.period.code}.xlsx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      bytes: await writeWorkbook([page]),
    }
  },
})

type Form = (typeof FORMS)[number]

const FILE: Record<Form, string> = {
  self: 'phieu-tu-danh-gia',
  minutes: 'bien-ban-hop',
  summary: 'bang-tong-hop',
  decision: 'quyet-dinh-xep-loai',
  notice: 'thong-bao-ket-qua',
}

const PAGES: Record<
  Form,
  (ctx: Context, cycle: Cycle, sheet: Sheet, evaluationId?: number) => Promise<SheetToWrite>
> = {
  self: selfPage,
  minutes: minutesPage,
  summary: async (_ctx, cycle, sheet) =>
    ratingsPage(cycle, sheet, 'BẢNG TỔNG HỢP KẾT QUẢ ĐÁNH GIÁ'),
  decision: async (_ctx, cycle, sheet) => {
    mustBeDecided(cycle)
    return ratingsPage(cycle, sheet, 'DANH SÁCH KÈM THEO QUYẾT ĐỊNH SỐ ……/QĐ-… VỀ XẾP LOẠI')
  },
  notice: async (_ctx, cycle, sheet) => {
    mustBeDecided(cycle)
    return ratingsPage(cycle, sheet, 'THÔNG BÁO SỐ ……/TB-… KẾT QUẢ ĐÁNH GIÁ, XẾP LOẠI')
  },
}

const heading = ({ unitName, agencyName, period }: Cycle, title: string) => [
  title,
  [unitName, agencyName].filter(Boolean).join(', '),
  `Kỳ đánh giá: ${period.label}`,
]

function mustBeDecided({ step }: Cycle): void {
  if (['publish', 'appeal', 'closed'].includes(step)) return
  throw new Refusal(
    'against_rule',
    'Cấp có thẩm quyền chưa quyết định nên chưa in được quyết định, thông báo. Hãy in bảng tổng hợp.',
  )
}

function ratingsPage(cycle: Cycle, { people, check, citing }: Sheet, title: string): SheetToWrite {
  const count = (rating: string) => people.filter(({ person }) => person.rating === rating).length
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
      `Xuất sắc ${count('excellent')}, tốt ${count('good')}, hoàn thành ${count('completed')}, không hoàn thành ${count('not_completed')}, không xếp loại ${count('not_rated')}.`,
      ...(cycle.unitRating ? [`Đơn vị: ${ratingLabel(cycle.unitRating)}.`] : []),
      ...caps.map(
        ({ group, arithmetic, excellent }) => `${group}: ${arithmetic}; xếp xuất sắc ${excellent}.`,
      ),
      `Căn cứ: ${citing.scheme.label} (${citing.document}, ${citing.scheme.cite}).`,
    ],
  }
}

async function selfPage(
  ctx: Context,
  cycle: Cycle,
  { people }: Sheet,
  evaluationId?: number,
): Promise<SheetToWrite> {
  const found = people.find(({ person }) => person.id === evaluationId)
  if (!found) throw new Refusal('invalid', 'Hãy chọn người cần in phiếu tự đánh giá.')
  const { person } = found
  const products = await productsOf(ctx.db, person.id)
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
    notes: selfNotes(found),
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

async function minutesPage(ctx: Context, cycle: Cycle, sheet: Sheet): Promise<SheetToWrite> {
  const { rows } = await sql<{
    held: string
    place: string
    chair: string
    secretary: string
    summoned: number
    present: number
    minutes: string
  }>`select held_on::text as held, place, chair, secretary, summoned, present, minutes
    from evaluation_meeting where cycle_id = ${cycle.id}`.execute(ctx.db)
  const [meeting] = rows
  if (!meeting)
    throw new Refusal('not_found', 'Kỳ này chưa ghi biên bản họp. Hãy ghi biên bản rồi in.')
  const { held, place, chair, secretary, summoned, present, minutes } = meeting
  const page = ratingsPage(cycle, sheet, 'BIÊN BẢN HỌP ĐÁNH GIÁ, XẾP LOẠI')
  return {
    ...page,
    title: [
      ...(page.title ?? []),
      `Họp ngày ${inVietnamese(held)} tại ${place}; có mặt ${present}/${summoned}`,
      `Chủ trì: ${chair}; thư ký: ${secretary}`,
    ],
    notes: [
      ...minutes.split('\n'),
      ...(page.notes ?? []),
      `Thư ký: ${secretary}        Chủ trì: ${chair}`,
    ],
  }
}
