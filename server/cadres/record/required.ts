import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { accessTo } from '#server/access/column-groups.ts'
import type { Context } from '#server/kernel/context.ts'
import type { Audience } from './columns.ts'
import { personOf, SECTION_CODES, SECTIONS, type SectionCode } from './dictionary.ts'
import { begunBy, fieldOf } from './rows.ts'

/** A field the dictionary requires, with the weight the law or the province gives it that day. */
export interface RequiredItem {
  item: string
  section: SectionCode
  name: string
  label: string
  audience: Audience
  weight: number
  fixedBy: string
}

const weightsShape = z.array(z.object({ item: z.string(), weight: z.number().positive() }))

/** Required items of the day that the reader may know of; `cadreId` opens those of the own record. */
export async function requiredItems(
  ctx: Context,
  asOf: string,
  cadreId: number | null = null,
): Promise<RequiredItem[]> {
  const parameter = await ctx.house.parametersOn(ctx, asOf)
  const weights = new Map(
    weightsShape.parse(parameter('record_completeness')).map(({ item, weight }) => [item, weight]),
  )
  const items: RequiredItem[] = []
  for (const section of SECTION_CODES) {
    const { restricted } = SECTIONS[section]
    // Whether a restricted fact is there is itself a fact of the group.
    if (restricted && (await accessTo(ctx, restricted, cadreId)).access === 'none') continue
    items.push(...itemsOf(section, weights))
  }
  return items
}

export function itemsOf(
  section: SectionCode,
  weights: ReadonlyMap<string, number>,
): RequiredItem[] {
  const { declared, label: sectionLabel, columns } = SECTIONS[section]
  return Object.entries(columns).flatMap(([name, { label, required, managed }]) => {
    const item = `${section}.${name}`
    const weight = weights.get(item)
    if (!required || weight === undefined) return []
    const confirmed = managed ? 'đơn vị và cơ quan quản lý duyệt' : 'đơn vị duyệt'
    const fixedBy = declared ? `Cán bộ khai, ${confirmed}` : 'Cán bộ tổ chức của đơn vị ghi'
    return [
      {
        item,
        section,
        name,
        label: `${sectionLabel}: ${label}`,
        audience: required,
        weight,
        fixedBy,
      },
    ]
  })
}

const AUDIENCES: Record<Audience, RawBuilder<unknown>> = {
  everyone: sql`true`,
  leaders: sql`t.rank in ('head', 'deputy', 'member', 'division_head', 'division_deputy')`,
  party_members: sql`exists (select from party_membership m where m.cadre_id = c.id)`,
}

export const appliesTo = ({ audience }: RequiredItem): RawBuilder<unknown> => AUDIENCES[audience]

/** True where the record of person `c` says it by that day; a birth date counts when the day is known. */
export function isKnown({ section, name }: RequiredItem, asOf: string): RawBuilder<unknown> {
  const { table, since } = SECTIONS[section]
  if (section === 'identity') {
    return name === 'born'
      ? sql`coalesce(c.born_precision = 'day', false)`
      : sql`(${fieldOf(section, name, 'c')} is not null)`
  }
  return sql`exists (select from ${sql.table(table)} x
    where ${sql.ref(`x.${personOf(SECTIONS[section])}`)} = c.id
      and ${fieldOf(section, name, 'x')} is not null
      and ${since ? begunBy(section, since, asOf, 'x') : sql`true`})`
}
