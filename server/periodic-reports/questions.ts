import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { codeOf } from '#server/kernel/inputs.ts'
import { fileAnswer, query } from '#server/kernel/operation.ts'
import { type Assigned, assignedOn, assignedOne, reportKey, within } from './assigned.ts'
import { checkShape } from './checks.ts'
import { contentShape } from './content.ts'
import { FORMATS, reportFile, signedFile } from './file.ts'
import { seenOn } from './seen.ts'
import {
  isOf,
  STEPS,
  type Step,
  type StepKind,
  stateOf,
  stepsBy,
  storedOf,
  storedReports,
} from './stored.ts'

const kinds = Object.keys(STEPS) as [StepKind, ...StepKind[]]

const rowShape = z.object({
  report: z.string(),
  title: z.string(),
  cite: z.string(),
  to: z.string(),
  gathers: z.boolean(),
  unitId: z.number(),
  unit: z.string(),
  period: z.string(),
  due: z.string().nullable(),
  state: z.enum(kinds),
  submittedOn: z.string().nullable(),
  /** Due and not handed in, or handed in after the day. */
  late: z.boolean(),
})

/** Who owes which report for which period, how it stands on a day, and who is late. */
export const board = query({
  name: 'periodic_reports.board',
  input: z.strictObject({ asOf: isoDate.optional(), report: z.string().optional() }),
  output: z.object({ asOf: z.string(), rows: z.array(rowShape) }),
  async run(ctx, { asOf = ctx.today, report }) {
    const owed = (await assignedOn(ctx, asOf)).filter(
      (one) => within(ctx, one) && (!report || one.report.id === report),
    )
    const stored = await storedReports(ctx, [...new Set(owed.map((one) => one.report.id))])
    const steps = await stepsBy(ctx, asOf)
    const rows = owed.map((one) => {
      const found = stored.find((row) => isOf(one, row))
      return rowOf(one, found ? (steps.get(found.id) ?? []) : [], asOf)
    })
    return { asOf, rows }
  },
})

function rowOf({ report, number, unit, period, due }: Assigned, steps: Step[], asOf: string) {
  const state = stateOf(steps)
  const isIn = !['opened', 'returned'].includes(state)
  const handed = steps.findLast(({ kind }) => kind === 'submitted' || kind === 'signed')
  const submittedOn = isIn ? (handed?.on ?? null) : null
  return {
    ...{ report: report.id, title: report.title, to: report.to, gathers: !!report.gathers },
    cite: `${number} · ${report.cite}`,
    ...{ unitId: unit.id, unit: unit.name, period, due, state, submittedOn },
    late: due !== null && (submittedOn ?? asOf) > due,
  }
}

/** One report as it stands on a day: numbers, words, checks, and what happened with it. */
export const oneReport = query({
  name: 'periodic_reports.one',
  input: z.strictObject(reportKey),
  output: z.object({
    unitId: z.number(),
    due: z.string().nullable(),
    gathers: z.boolean(),
    /** One of the whole province is signed without being handed in to anybody. */
    counts: z.enum(['unit', 'province']),
    state: z.enum(kinds),
    version: z.number(),
    reportNo: z.string().nullable(),
    signedOn: z.string().nullable(),
    signer: z.string().nullable(),
    content: contentShape,
    checks: z.array(checkShape),
    steps: z.array(
      z.object({
        ...{ id: z.number(), kind: z.enum(kinds) },
        ...{ on: z.string(), says: z.string(), by: z.string() },
        /** Where it was entered on another day than it is written under. */
        enteredOn: z.string().nullable(),
      }),
    ),
  }),
  async run(ctx, { on = ctx.today, ...key }) {
    const assigned = assignedOne(ctx, await assignedOn(ctx, on), key)
    const { stored, steps, content, checks } = await seenOn(
      ctx,
      assigned,
      await storedOf(ctx, assigned),
      on,
    )
    const { unit, due, report } = assigned
    return {
      ...{ unitId: unit.id, due, gathers: !!report.gathers, counts: report.counts },
      state: stateOf(steps),
      ...{ content, checks, version: stored?.version ?? 0 },
      reportNo: stored?.reportNo ?? null,
      signedOn: stored?.signedOn ?? null,
      signer: stored?.signer ?? null,
      steps: steps.map(({ reportId: _, account: __, ...step }) => step),
    }
  },
})

/** Word, Excel or PDF: the files that were signed, else a draft of what stands now. */
export const reportFileOf = query({
  name: 'periodic_reports.file',
  records: 'export',
  input: z.strictObject({ ...reportKey, format: codeOf(FORMATS) }),
  output: fileAnswer,
  async run(ctx, { on = ctx.today, format, ...key }) {
    const assigned = assignedOne(ctx, await assignedOn(ctx, on), key)
    const stored = await storedOf(ctx, assigned)
    if (stored?.signedOn) return signedFile(ctx, stored.id, format)
    const { content } = await seenOn(ctx, assigned, stored, on)
    return reportFile(ctx, content, assigned.unit, null, format)
  },
})
