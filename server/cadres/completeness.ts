import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'
import { type Join, peopleOn } from './roster-joins.ts'

interface Gap {
  label: string
  /** True of a person whose record says it, as the facts of the targets understand it. */
  known: RawBuilder<unknown>
  joins: readonly Join[]
}

/** What the targets lean on most: a gap here is an unknown there. */
export const GAPS = {
  birth_day: {
    label: 'Ngày sinh đủ ngày, tháng, năm',
    known: sql`c.born_precision is not distinct from 'day'`,
    joins: [],
  },
  sex: { label: 'Giới tính', known: sql`c.sex is not null`, joins: [] },
  degree: {
    label: 'Trình độ chuyên môn',
    known: sql`d.place is not null`,
    joins: ['degree'],
  },
  state_management: {
    label: 'Bồi dưỡng quản lý nhà nước',
    known: sql`k.state_management is true`,
    joins: ['certificates'],
  },
  language_it: {
    label: 'Ngoại ngữ, tin học',
    known: sql`(k.language and k.it) is true`,
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
  db: Db,
  asOf: string,
): Promise<z.output<typeof completenessShape>> {
  const gaps = Object.entries<Gap>(GAPS)
  const counted = gaps.map(
    ([code, { known }]) => sql`count(*) filter (where ${known}) as ${sql.id(code)}`,
  )
  const joins = new Set(gaps.flatMap(([, gap]) => gap.joins))
  const { rows } = await sql<Record<string, number>>`
    select count(*) as total, ${sql.join(counted)}
    from ${peopleOn(asOf, true, joins)}`.execute(db)
  const row = rows[0] ?? {}
  return gaps.map(([fact, { label }]) => ({
    fact,
    label,
    known: row[fact] ?? 0,
    total: row.total ?? 0,
    affects: [],
  }))
}
