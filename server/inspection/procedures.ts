import { adoptedPacks } from '#server/directives/adoption.ts'
import type { CaseKind, Check } from '#server/directives/inspection-cases.ts'
import type { ProcedureStep, WarningLaw } from '#server/directives/inspection-shape.ts'
import type { Context } from '#server/kernel/context.ts'

export interface Step extends Omit<ProcedureStep, 'check' | 'cite'> {
  check: Check
  /** Document and clause. */
  clause: string
}

/** What a case of that day had to follow: of two texts about one step, the later. */
export async function stepsOn(ctx: Context, kind: CaseKind, on: string): Promise<Step[]> {
  const steps = new Map<string, Step>()
  for (const { pack } of await inForce(ctx, on))
    for (const { of, steps: own } of pack.inspection.procedures)
      for (const { cite, check, ...step } of of === kind ? own : [])
        steps.set(step.id, {
          ...step,
          check: check as Check,
          clause: `${pack.number} · ${cite}`,
        })
  return [...steps.values()]
}

export interface Watched extends Omit<WarningLaw, 'cite'> {
  clause: string
}

/** What early warning looks for by the texts in force that day. */
export async function watchedOn(ctx: Context, on: string): Promise<Watched[]> {
  const found = new Map<string, Watched>()
  for (const { pack } of await inForce(ctx, on))
    for (const { cite, ...warning } of pack.inspection.warnings)
      found.set(warning.finds, { ...warning, clause: `${pack.number} · ${cite}` })
  return [...found.values()]
}

const inForce = async (ctx: Context, on: string) =>
  (await adoptedPacks(ctx, on)).filter(
    ({ pack: { in_force }, adoptedFrom }) =>
      in_force.from <= on && adoptedFrom <= on && (in_force.to ?? on) >= on,
  )
