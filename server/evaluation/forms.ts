import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { type FileAnswer, fileAnswer, query } from '#server/kernel/operation.ts'
import { writeWorkbook } from '#server/office/workbook.ts'
import { layoutOf } from '#server/reports/papers/layout.ts'
import { filledTemplate } from '#server/reports/papers/templates.ts'
import { caseRef } from './cycle.ts'
import { formPage } from './form-pages.ts'
import { formValues } from './form-values.ts'
import { notInCycle } from './rate.ts'
import { FORMS, type Form, type ToPrint, toPrint } from './to-print.ts'

const FORMATS = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const

const format = z.enum(['xlsx', 'docx']).default('xlsx')

/** The papers of a cycle; a number is left blank until the clerk of papers gives one. */
export const evaluationForm = query({
  name: 'evaluation.form',
  records: 'print',
  input: z.strictObject({
    cycleId: wholeNumber,
    form: z.enum(FORMS),
    format,
    /** Of the self-assessment: whose. */
    evaluationId: wholeNumber.optional(),
  }),
  output: fileAnswer,
  about: ({ cycleId }) => ({ caseRef: caseRef(cycleId) }),
  run: async (ctx, { cycleId, form, evaluationId, format: as }) =>
    fileOf(ctx, form, await toPrint(ctx, cycleId, form, evaluationId), as),
})

/** The own self-assessment, to be signed by hand. */
export const ownForm = query({
  name: 'evaluation.own_form',
  records: 'print',
  input: z.strictObject({ evaluationId: wholeNumber, format }),
  output: fileAnswer,
  async run(ctx, { evaluationId, format: as }) {
    const { rows } = await sql<{ cycleId: number }>`
      select cycle_id as "cycleId" from evaluation
      where id = ${evaluationId} and cadre_id = ${ctx.actor.cadreId}`.execute(ctx.db)
    const [own] = rows
    if (!own) throw notInCycle()
    return fileOf(ctx, 'self', await toPrint(ctx, own.cycleId, 'self', evaluationId), as)
  },
})

const NAMES: Record<Form, { file: string; paper: string }> = {
  self: { file: 'phieu-tu-danh-gia', paper: 'danh-gia-phieu' },
  minutes: { file: 'bien-ban-hop', paper: 'danh-gia-bien-ban' },
  summary: { file: 'bang-tong-hop', paper: 'danh-gia-bang-tong-hop' },
  decision: { file: 'quyet-dinh-xep-loai', paper: 'danh-gia-quyet-dinh' },
  notice: { file: 'thong-bao-ket-qua', paper: 'danh-gia-thong-bao' },
}

async function fileOf(
  ctx: Context,
  form: Form,
  printed: ToPrint,
  as: keyof typeof FORMATS,
): Promise<FileAnswer> {
  const { file, paper } = NAMES[form]
  return {
    fileName: `${file}-${printed.cycle.period.code}.${as}`,
    mediaType: FORMATS[as],
    bytes:
      as === 'xlsx'
        ? await writeWorkbook([formPage(form, printed)])
        : await filledTemplate(ctx, layoutOf(paper), formValues(ctx, printed)),
  }
}
