import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import { codeShape } from './code-shape.ts'
import { CASES, WARNINGS } from './inspection-cases.ts'
import { readPackFile, shaped } from './pack-file.ts'
import type { Parameter } from './pack-shape.ts'

const text = z.string().trim().min(1)
const clause = z.string({ error: 'a clause is required' }).trim().min(1)
const word = z.string().regex(/^[a-z][a-z_]*$/, 'an id has lower-case letters and underscores')

const stepShape = z.strictObject({ id: word, label: text, cite: clause, check: word })

const procedureShape = z
  .strictObject({ of: codeShape(CASES), steps: z.array(stepShape).min(1) })
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
  finds: codeShape(WARNINGS),
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
