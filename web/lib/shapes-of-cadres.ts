import type { z } from 'zod'
import type { cadreFile } from '#server/cadres/file.ts'
import type { cadreList } from '#server/cadres/roster.ts'
import type { rosterFilters } from '#server/cadres/roster-filters.ts'
import type { unitTree } from '#server/cadres/staffing.ts'
import type { unitPosts } from '#server/cadres/unit-posts.ts'

export type CadreFile = z.output<typeof cadreFile.output>
export type CadreRow = z.output<typeof cadreList.output>['rows'][number]
export type CadreFilter = z.input<typeof rosterFilters>
export type CadreSort = z.input<typeof cadreList.input>['sort']
export type UnitRow = z.output<typeof unitTree.output>['rows'][number]
export type UnitFile = z.output<typeof unitPosts.output>
