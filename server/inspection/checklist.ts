import { z } from 'zod'
import { CASES, type Check } from '#server/directives/inspection-cases.ts'
import type { Context } from '#server/kernel/context.ts'
import { codeOf } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { APPOINTMENT } from './appointment-checks.ts'
import { type Case, caseNamed } from './cases.ts'
import { EVALUATION } from './evaluation-checks.ts'
import { type Judges, STATES } from './judged.ts'
import { stepsOn } from './procedures.ts'
import { protectionsOf } from './protections.ts'
import { IMPORT, RECORD_CHANGE } from './record-checks.ts'

const JUDGES: Judges<Check> = { ...APPOINTMENT, ...IMPORT, ...EVALUATION, ...RECORD_CHANGE }

const stepShape = z.object({
  step: z.string(),
  label: z.string(),
  clause: z.string(),
  state: codeOf(STATES),
  evidence: z.string(),
})

/** The steps a case should have followed by the texts of its day, and what the records show of each. */
export const checklist = query({
  name: 'inspection.checklist',
  records: 'view',
  input: z.strictObject({
    case: z.string().trim().min(1, 'Hãy ghi vụ việc, ví dụ appointment:12.'),
  }),
  output: z.object({
    ref: z.string(),
    kindLabel: z.string(),
    title: z.string(),
    cadreId: z.number().nullable(),
    unitId: z.number().nullable(),
    on: z.string(),
    counts: z.object({ met: z.number(), not_met: z.number(), unknown: z.number() }),
    /** Pilots under protection the person answers for: to be weighed before anybody is blamed. */
    protections: z.array(z.object({ id: z.number(), title: z.string(), decisionNo: z.string() })),
    rows: z.array(stepShape),
  }),
  about: (_, { ref, cadreId }) => ({ caseRef: ref, cadreId }),
  async run(ctx, { case: typed }) {
    const one = await caseNamed(ctx, typed)
    const rows = await judged(ctx, one)
    const count = (state: keyof typeof STATES) => rows.filter((row) => row.state === state).length
    return {
      ref: one.ref,
      kindLabel: CASES[one.kind].label,
      title: one.title,
      cadreId: one.cadreId,
      unitId: one.unitId,
      on: one.on,
      counts: { met: count('met'), not_met: count('not_met'), unknown: count('unknown') },
      protections: one.cadreId === null ? [] : await protectionsOf(ctx, one.cadreId, ctx.today),
      rows,
    }
  },
})

/** Every step with its answer, in the order of the texts. */
export async function judged(ctx: Context, one: Case): Promise<z.output<typeof stepShape>[]> {
  const parameter = await ctx.house.parametersOn(ctx, one.on)
  const rows = []
  for (const { id: step, label, clause, check } of await stepsOn(ctx, one.kind, one.on))
    rows.push({ step, label, clause, ...(await JUDGES[check](ctx, one, parameter)) })
  return rows
}
