import type { Input, Output } from '#web/lib/api.ts'

export type PlanInput = Input<'POST /reorganisations'>
export type StepInput = PlanInput['steps'][number]
export type StoredPlan = Output<'GET /reorganisations/:id'>
export type Effect = NonNullable<StoredPlan['decision']>['effect']
export type Preview = Output<'POST /reorganisations/preview'>
export type Targets = Preview['targets']
export type Placement = NonNullable<PlanInput['placements']>[number]
