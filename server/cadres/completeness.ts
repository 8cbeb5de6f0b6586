import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '#server/kernel/database.ts'

interface Gap {
  label: string
  /** True of a person `c` whose record says it, as the facts of the targets understand it. */
  known: RawBuilder<unknown>
}

/** What the targets lean on most: a gap here is an unknown there. */
export const GAPS = {
  birth_day: {
    label: 'Ngày sinh đủ ngày, tháng, năm',
    known: sql`c.born_precision is not distinct from 'day'`,
  },
  sex: { label: 'Giới tính', known: sql`c.sex is not null` },
  degree: {
    label: 'Trình độ chuyên môn',
    known: sql`exists (select from qualification q where q.cadre_id = c.id)`,
  },
  state_management: {
    label: 'Bồi dưỡng quản lý nhà nước',
    known: hasCertificate('state_management'),
  },
  language_it: {
    label: 'Ngoại ngữ, tin học',
    known: sql`(${hasCertificate('language')} and ${hasCertificate('it')})`,
  },
} as const satisfies Record<string, Gap>

function hasCertificate(kind: string): RawBuilder<unknown> {
  return sql`exists (select from certificate k where k.cadre_id = c.id and k.kind = ${kind})`
}

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
  const { rows } = await sql<Record<string, number>>`
    select count(*) as total, ${sql.join(counted)}
    from cadre c
    join tenure t on t.cadre_id = c.id and t.holding = 'main' and t.during @> ${asOf}::date`.execute(
    db,
  )
  const row = rows[0] ?? {}
  return gaps.map(([fact, { label }]) => ({
    fact,
    label,
    known: row[fact] ?? 0,
    total: row.total ?? 0,
    affects: [],
  }))
}
