import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { type Join, peopleOn } from './roster-joins.ts'

interface Gap {
  label: string
  /** True of a person whose record says it, as the facts of the targets understand it. */
  known: RawBuilder<unknown>
  /** Facts of the law that are unknown without it. */
  facts: readonly string[]
  joins: readonly Join[]
}

/** What the targets lean on most: a gap here is an unknown there. */
export const GAPS = {
  birth_day: {
    label: 'Ngày sinh đủ ngày, tháng, năm',
    known: sql`c.born_precision is not distinct from 'day'`,
    facts: ['age', 'age_at_decision', 'past_retirement_age'],
    joins: [],
  },
  sex: { label: 'Giới tính', known: sql`c.sex is not null`, facts: ['sex'], joins: [] },
  degree: {
    label: 'Trình độ chuyên môn',
    known: sql`d.place is not null`,
    facts: ['degree', 'meets_degree_standard'],
    joins: ['degree'],
  },
  state_management: {
    label: 'Bồi dưỡng quản lý nhà nước',
    known: sql`k.state_management is true`,
    facts: [
      'state_management',
      'meets_state_management_standard',
      'meets_planned_state_management',
    ],
    joins: ['certificates'],
  },
  language_it: {
    label: 'Ngoại ngữ, tin học',
    known: sql`(k.language and k.it) is true`,
    facts: ['language', 'it', 'meets_language_standard', 'meets_it_standard'],
    joins: ['certificates'],
  },
} as const satisfies Record<string, Gap>

export const completenessShape = z.array(
  z.object({
    fact: z.string(),
    label: z.string(),
    known: z.number(),
    total: z.number(),
    affects: z.array(z.string()),
  }),
)

/** For each fact, of how many people serving that day the record says it. */
export async function completenessOn(
  ctx: Context,
  asOf: string,
): Promise<z.output<typeof completenessShape>> {
  const gaps = Object.entries<Gap>(GAPS)
  const counted = gaps.map(
    ([code, { known }]) => sql`count(*) filter (where ${known}) as ${sql.id(code)}`,
  )
  const joins = new Set(gaps.flatMap(([, gap]) => gap.joins))
  const { rows } = await sql<Record<string, number>>`
    select count(*) as total, ${sql.join(counted)}
    from ${peopleOn(asOf, true, joins)}`.execute(ctx.db)
  const leaning = await ctx.house.targetsByFact(ctx, asOf)
  const row = rows[0] ?? {}
  return gaps.map(([fact, { label, facts }]) => ({
    fact,
    label,
    known: row[fact] ?? 0,
    total: row.total ?? 0,
    affects: [...new Set(facts.flatMap((one) => leaning.get(one) ?? []))].sort(),
  }))
}
