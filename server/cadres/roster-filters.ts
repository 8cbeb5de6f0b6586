import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { addMonths, isoDate } from '#server/kernel/dates.ts'
import { codeOf, wholeNumber } from '#server/kernel/inputs.ts'
import { searchable } from '#server/kernel/text.ts'
import { MANAGED_BY, RANKS } from '#server/organisation/code-lists.ts'
import { subtreeOn } from '#server/organisation/units.ts'
import { bornBy } from './birth.ts'
import { DEGREES, EMPLOYMENT_KINDS, SEXES } from './code-lists.ts'
import { GAPS } from './completeness.ts'
import { ETHNICITIES } from './ethnicities.ts'
import { retirementLaw, retirementMonths, retiresLike } from './retirement.ts'
import { lastWorkingDay, retirementDecided } from './retirement-decided.ts'
import type { Join } from './roster-joins.ts'

/** Who is listed. Ages are certain ages: whom the record leaves open is found through `gap`. */
export const rosterFilters = z.strictObject({
  asOf: isoDate.optional(),
  q: z.string().max(100, 'Chuỗi tìm dài quá 100 ký tự.').optional(),
  unitId: wholeNumber.optional(),
  sex: codeOf(SEXES).optional(),
  rank: codeOf(RANKS).optional(),
  managedBy: codeOf(MANAGED_BY).optional(),
  degree: codeOf(DEGREES).optional(),
  employment: codeOf(EMPLOYMENT_KINDS).optional(),
  ethnicity: codeOf(ETHNICITIES).optional(),
  ageFrom: wholeNumber.optional(),
  ageTo: wholeNumber.optional(),
  gap: codeOf(GAPS).optional(),
  /** Whole months from that day in which working life ends. */
  retiresWithin: wholeNumber.optional(),
  /** In a main post that day; `no` finds who has left or has not begun. */
  serving: z.enum(['yes', 'no', 'all']).default('yes'),
})

export type RosterFilters = z.output<typeof rosterFilters>

/** The parts of a statement that finds people: only what the filters need. */
export interface Search {
  ctes: RawBuilder<unknown>[]
  joins: Set<Join>
  where: RawBuilder<unknown>[]
}

export async function searchOf(ctx: Context, filters: RosterFilters): Promise<Search> {
  const { asOf = ctx.today, serving } = filters
  const search: Search = { ctes: [], joins: new Set(), where: [] }
  const { ctes, joins, where } = search
  const words = searchable(filters.q ?? '')
  if (words) where.push(nameOrNumber(words))
  if (filters.unitId !== undefined) {
    ctes.push(sql`within_unit(id) as (${subtreeOn(filters.unitId, asOf, 'within_unit')})`)
    where.push(sql`${unitOfRecord(serving)} in (select id from within_unit)`)
  }
  if (filters.sex) where.push(sql`c.sex = ${filters.sex}`)
  if (filters.ethnicity) where.push(sql`c.ethnicity = ${filters.ethnicity}`)
  if (filters.rank) where.push(sql`t.rank = ${filters.rank}`)
  if (filters.managedBy) {
    joins.add('post')
    where.push(sql`p.managed_by = ${filters.managedBy}`)
  }
  if (filters.degree) {
    joins.add('degree')
    where.push(sql`d.place = ${Object.keys(DEGREES).indexOf(filters.degree) + 1}`)
  }
  if (filters.employment) {
    joins.add('employment')
    where.push(sql`e.kind = ${filters.employment}`)
  }
  if (filters.ageFrom !== undefined) {
    where.push(sql`c.born_latest <= ${bornBy(asOf, filters.ageFrom)}::date`)
  }
  if (filters.ageTo !== undefined) {
    where.push(sql`c.born_earliest > ${bornBy(asOf, filters.ageTo + 1)}::date`)
  }
  if (filters.gap) {
    const gap = GAPS[filters.gap]
    for (const join of gap.joins) joins.add(join)
    where.push(sql`not (${gap.known})`)
  }
  if (filters.retiresWithin !== undefined) {
    where.push(await retiresBetween(ctx, asOf, addMonths(asOf, filters.retiresWithin)))
  }
  if (serving === 'no') where.push(sql`t.id is null`)
  return search
}

/** Each word somewhere in the name, in any order and without diacritics; or the record number. */
function nameOrNumber(words: string): RawBuilder<unknown> {
  const likes = words.split(' ').map((word) => {
    const literal = word.replace(/[\\%_]/g, (sign) => `\\${sign}`)
    return sql`c.name_search like ${`%${literal}%`}`
  })
  return sql`(${sql.join(likes, sql` and `)} or c.record_no = upper(${words}))`
}

/** The unit served in that day; of those who do not serve, where the record is kept. */
function unitOfRecord(serving: RosterFilters['serving']): RawBuilder<unknown> {
  return serving === 'yes' ? sql`t.unit_id` : sql`coalesce(t.unit_id, c.unit_id)`
}

/** Whoever a decision names retires on its day, the others by the schedule. */
async function retiresBetween(ctx: Context, from: string, to: string) {
  const law = retirementLaw(await ctx.house.parametersOn(ctx, from))
  return sql`c.id in (select c.id from cadre c
    left join (${retirementMonths(law)}) r on ${retiresLike} ${retirementDecided(from)}
    where ${lastWorkingDay} between ${from}::date and ${to}::date)`
}
