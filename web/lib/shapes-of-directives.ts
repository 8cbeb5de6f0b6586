import type { z } from 'zod'
import type { overview } from '#server/cadres/overview.ts'
import type { heat } from '#server/directives/heat.ts'
import type { packList } from '#server/directives/pack-list.ts'
import type { targetsOfPerson } from '#server/directives/person-targets.ts'
import type { targetSubjects } from '#server/directives/subjects.ts'
import type { targetDetail, targetUnits } from '#server/directives/target-detail.ts'
import type { targetStates } from '#server/directives/targets.ts'
import type { targetTrend } from '#server/directives/trends.ts'

export type TargetState = z.output<typeof targetStates.output>['targets'][number]
export type TargetStory = z.output<typeof targetDetail.output>
export type UnitShare = z.output<typeof targetUnits.output>['rows'][number]
export type TrendPoint = z.output<typeof targetTrend.output>[number]
export type HeatTable = z.output<typeof heat.output>
export type Pack = z.output<typeof packList.output>[number]
export type SubjectRow = z.output<typeof targetSubjects.output>['rows'][number]
export type CadreTarget = z.output<typeof targetsOfPerson.output>[number]
export type Overview = z.output<typeof overview.output>

export type State = TargetState['state']
export type Status = SubjectRow['status']
