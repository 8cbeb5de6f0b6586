import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import { readPackFile, shaped } from './pack-file.ts'
import type { Parameter } from './pack-shape.ts'

const text = z.string().trim().min(1)
const clause = z.string({ error: 'a clause is required' }).trim().min(1)
const word = z.string().regex(/^[a-z][a-z_]*$/, 'an id has lower-case letters and underscores')
const codes = <T extends string>(list: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(list) as [T, ...T[]])

/** Kinds of cases the product holds, each with what can be checked of it from the records. */
export const CASES = {
  appointment: {
    label: 'Bổ nhiệm, điều động, giới thiệu',
    checks: [
      'decision_on_record',
      'signer_has_authority',
      'in_planning',
      'rated_before',
      'no_discipline',
      'older_justified',
      'no_relatives',
      'clearance_concluded',
      'degree_on_record',
    ],
  },
  import: {
    label: 'Nhập danh sách',
    checks: ['original_kept', 'rejected_explained', 'identity_unique'],
  },
  evaluation: {
    label: 'Kỳ đánh giá, xếp loại',
    checks: ['steps_in_time', 'meeting_quorum', 'everybody_rated', 'published', 'appeals_in_time'],
  },
  record_change: {
    label: 'Sửa hồ sơ',
    checks: ['basis_on_record', 'paper_attached', 'other_person_approved'],
  },
} as const

export type CaseKind = keyof typeof CASES
export type Check = (typeof CASES)[CaseKind]['checks'][number]

/** What early warning can find in the records. */
export const WARNINGS = {
  cap_broken: 'Đơn vị xếp loại xuất sắc vượt trần',
  ratings_too_good: 'Đơn vị gần như mọi người từ hoàn thành tốt trở lên',
  relatives_in_posts: 'Người thân cùng giữ chức vụ',
  papers_overdue: 'Bản khai, giấy tờ chờ duyệt quá hạn',
  decision_without_number: 'Bổ nhiệm chưa ghi số quyết định',
  older_without_justification: 'Bổ nhiệm người từ 40 tuổi chưa có giải trình',
  rules_set_aside: 'Đơn vị nâng, hạ xếp loại khác đề xuất quá nhiều',
  deputies_over_number: 'Cấp phó vượt số lượng',
  term_over: 'Hết thời hạn bổ nhiệm vẫn giữ chức vụ',
  recommendation_overdue: 'Kiến nghị kiểm tra quá hạn',
} as const

export type Warning = keyof typeof WARNINGS

const stepShape = z.strictObject({ id: word, label: text, cite: clause, check: word })

const procedureShape = z
  .strictObject({ of: codes(CASES), steps: z.array(stepShape).min(1) })
  .superRefine(({ of, steps }, issues) => {
    const known: readonly string[] = CASES[of].checks
    for (const [index, { check }] of steps.entries())
      if (!known.includes(check))
        issues.addIssue({
          code: 'custom',
          path: ['steps', index, 'check'],
          message: `"${check}" cannot be checked of ${of}${nearest(check, known)}`,
        })
  })

const warningShape = z.strictObject({
  id: word,
  label: text,
  cite: clause,
  finds: codes(WARNINGS),
  /** The parameter that says from where on it warns. */
  limit: text.optional(),
  note: text.optional(),
})

const inspectionShape = z.strictObject({
  procedures: z.array(procedureShape).default([]),
  warnings: z.array(warningShape).default([]),
})

export type Inspection = z.output<typeof inspectionShape>
export type ProcedureStep = z.output<typeof stepShape>
export type WarningLaw = z.output<typeof warningShape>

/** `inspection.yaml`: steps a case should have followed; what early warning looks for. */
export function readInspection(
  folder: string,
  name: string,
  parameters: readonly Parameter[],
): Inspection {
  const path = join(folder, name, 'inspection.yaml')
  if (!existsSync(path)) return { procedures: [], warnings: [] }
  const source = readPackFile(path, `${name}/inspection.yaml`)
  const read = shaped(source, inspectionShape, [], source.content)
  const known = parameters.map((parameter) => parameter.name)
  for (const [index, { limit }] of read.warnings.entries())
    if (limit && !known.includes(limit))
      throw source.mistake(
        ['warnings', index, 'limit'],
        `unknown parameter "${limit}"${nearest(limit, known)}`,
      )
  return read
}
