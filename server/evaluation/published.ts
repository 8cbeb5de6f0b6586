import { sql } from 'kysely'
import { z } from 'zod'
import type { Context } from '#server/kernel/context.ts'
import { wholeNumber } from '#server/kernel/inputs.ts'
import { query } from '#server/kernel/operation.ts'
import { Refusal } from '#server/kernel/refusal.ts'
import { periodOf } from './periods.ts'
import { ratingCode } from './shapes.ts'

const heading = z.object({
  cycleId: z.number(),
  unitName: z.string(),
  agencyName: z.string().nullable(),
  period: z.string(),
  periodLabel: z.string(),
  circle: z.enum(['unit', 'agency']),
  publishedOn: z.string(),
  /** Where it was made public, as the office wrote it. */
  place: z.string().nullable(),
  people: z.number(),
})

/** Result lists made public to a circle the asker belongs to, the latest first. */
export const publishedLists = query({
  name: 'evaluation.published_lists',
  input: z.strictObject({}),
  output: z.object({ rows: z.array(heading) }),
  run: async (ctx) => ({ rows: await headings(ctx) }),
})

/** One of them: who was rated what, without points, comments or trail. */
export const publishedList = query({
  name: 'evaluation.published_list',
  input: z.strictObject({ cycleId: wholeNumber }),
  output: z.object({
    heading,
    people: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        group: z.string(),
        rating: ratingCode.nullable(),
      }),
    ),
  }),
  async run(ctx, { cycleId }) {
    const found = (await headings(ctx)).find((one) => one.cycleId === cycleId)
    if (!found)
      throw new Refusal(
        'not_found',
        'Không có kết quả công khai này, hoặc kết quả công khai trong phạm vi khác.',
      )
    const { rows: people } = await sql<{
      name: string
      title: string
      group: string
      rating: z.output<typeof ratingCode> | null
    }>`select name, title, duty_group as group, rating
      from circle_results(${cycleId}, ${ctx.today}::date)`.execute(ctx.db)
    return { heading: found, people }
  },
})

async function headings({ db, today }: Context): Promise<z.output<typeof heading>[]> {
  const { rows } = await sql<Omit<z.output<typeof heading>, 'periodLabel'>>`
    select cycle_id as "cycleId", unit_name as "unitName", agency_name as "agencyName", period, circle,
      published_on::text as "publishedOn", place, people
    from circle_headings(${today}::date)`.execute(db)
  return rows.map((row) => ({ ...row, periodLabel: periodOf(row.period).label }))
}
