import { z } from 'zod'
import { adoptedPacks } from '#server/directives/adoption.ts'
import { parametersInForce } from '#server/directives/parameters.ts'
import type { Context } from '#server/kernel/context.ts'
import { addDays } from '#server/kernel/dates.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import type { Period } from './periods.ts'

export const STEPS = [
  'self',
  'opinions',
  'meeting',
  'head',
  'authority',
  'publish',
  'appeal',
  'closed',
] as const

export type Step = (typeof STEPS)[number]

const days = z.number().int().optional()
export const stepsShape = z.array(
  z.object({
    step: z.enum(STEPS),
    label: z.string(),
    month: days,
    quarter: days,
    year: days,
  }),
)

const reasonsShape = z.array(z.object({ code: z.string(), label: z.string() }))

const effectShape = z.enum(['exception', 'not_excellent', 'none'])

export interface Settings {
  /** What unverified breakthrough tasks do to the rating of a head, by which clause. */
  breakthrough: { effect: z.output<typeof effectShape>; cite: string }
  steps: z.output<typeof stepsShape>
  reasons: z.output<typeof reasonsShape>
  number(
    name: `evaluation_${'reminder_days' | 'grace_days' | 'opinions_from' | 'group_from' | 'appeal_days' | 'answer_days'}`,
  ): number
}

/** What no scheme settles: steps with their deadlines, thresholds, reasons; each a dated parameter. */
export async function settingsOn(ctx: Context, on: string): Promise<Settings> {
  const inForce = parametersInForce(await adoptedPacks(ctx, on), on)
  const read = (name: string) => {
    const found = inForce.get(name)
    if (found) return found
    throw new Refusal('against_rule', `Chưa có văn bản nào quy định tham số “${name}”.`)
  }
  const breakthrough = read('evaluation_breakthrough')
  return {
    breakthrough: { effect: effectShape.parse(breakthrough.value), cite: breakthrough.cite },
    steps: stepsShape.parse(read('evaluation_steps').value),
    reasons: reasonsShape.parse(read('evaluation_reasons').value),
    number: (name) => z.number().parse(read(name).value),
  }
}

/** The steps of one period in order, each with the last day it may be done. */
export function stepsOf({ steps }: Pick<Settings, 'steps'>, { kind, to }: Period) {
  return steps.flatMap(({ step, label, [kind]: after }, position) =>
    after === undefined ? [] : [{ step, label, position, due_on: addDays(to, after) }],
  )
}
