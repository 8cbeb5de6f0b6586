import { sql } from 'kysely'
import { z } from 'zod'
import { isoDate } from '#server/kernel/dates.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'

const CHOICES = ['unit', 'title', 'post', 'course'] as const

/** What a field of the dictionary that points elsewhere may point at: units, titles, posts, courses. */
export const choices = query({
  name: 'cadres.choices',
  input: z.strictObject({
    type: z.enum(CHOICES, { error: `Chỉ nhận: ${CHOICES.join(', ')}.` }),
    /** Posts of this unit only. */
    unitId: wholeNumber.optional(),
    asOf: isoDate.optional(),
  }),
  output: z.object({ choices: z.array(z.object({ value: z.string(), label: z.string() })) }),
  async run({ db, today }, { type, unitId = null, asOf = today }) {
    const { rows } = await sql<{ value: string; label: string }>`
      ${SOURCES[type](asOf, unitId)}`.execute(db)
    return { choices: rows }
  },
})

type Source = (asOf: string, unitId: number | null) => ReturnType<typeof sql>

const SOURCES: Record<(typeof CHOICES)[number], Source> = {
  unit: (asOf) => sql`select u.id::text as value,
      n.name || case when u.kind = 'division' then coalesce(', ' || above.name, '') else '' end as label
    from unit u join unit_name n on n.unit_id = u.id and n.during @> ${asOf}::date
    left join unit_parent p on p.unit_id = u.id and p.during @> ${asOf}::date
    left join unit_name above on above.unit_id = p.parent_id and above.during @> ${asOf}::date
    order by u.tree_from`,
  title: () => sql`select code as value, name as label from job_title order by sort_order, name`,
  post: (asOf, unitId) => sql`select id::text as value, name as label from post
    where unit_id = ${unitId}::integer and during @> ${asOf}::date order by id`,
  course: () => sql`select id::text as value, name as label from training_course order by name`,
}
