import { z } from 'zod'
import { nearest } from '#rules/nearest.ts'
import { type PackFile, readPackFile, shaped } from '#server/directives/pack-file.ts'
import {
  type Decision,
  decisionShape,
  type Plan,
  placementShape,
  planHeader,
  STEP_SHAPES,
  type Step,
} from './plan-shape.ts'

const outer = z.strictObject({
  ...planHeader,
  steps: z.array(z.looseObject({ kind: z.string('each step has a kind') })).min(1),
  placements: z.array(placementShape).default([]),
  decision: decisionShape.optional(),
})

export interface PlanFile {
  plan: Plan
  decision: Decision | undefined
  file: PackFile
}

/** A plan written as a file; a mistake is said with its line and the nearest known word. */
export function readPlanFile(path: string, name: string): PlanFile {
  const file = readPackFile(path, name)
  const { decision, steps, ...header } = shaped(file, outer, [], file.content)
  return {
    plan: { ...header, steps: steps.map((step, index) => stepAt(file, index, step)) },
    decision,
    file,
  }
}

function stepAt(file: PackFile, index: number, step: { kind: string }): Step {
  const kinds = Object.keys(STEP_SHAPES)
  const shape: z.ZodType<Step> | undefined = isKind(step.kind) ? STEP_SHAPES[step.kind] : undefined
  if (!shape)
    throw file.mistake(
      ['steps', index, 'kind'],
      `unknown kind "${step.kind}"${nearest(step.kind, kinds)}`,
    )
  return shaped(file, shape, ['steps', index], step)
}

const isKind = (kind: string): kind is keyof typeof STEP_SHAPES => Object.hasOwn(STEP_SHAPES, kind)
